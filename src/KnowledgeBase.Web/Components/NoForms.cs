using Microsoft.AspNetCore.Components.Forms.Mapping;

namespace KnowledgeBase.Web.Components;

/// <summary>No component reads a form: the wizard's forms are read before a page is made of them. Without it the framework prepares to read any type.</summary>
internal sealed class NoForms : IFormValueMapper
{
    public bool CanMap(Type valueType, string scopeName, string? formName) => false;

    public void Map(FormValueMappingContext context)
    {
    }
}
