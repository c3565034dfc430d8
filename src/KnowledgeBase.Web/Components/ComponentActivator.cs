using Microsoft.AspNetCore.Components;

namespace KnowledgeBase.Web.Components;

/// <summary>
/// Makes components, none of which takes anything but properties: the framework would compile a constructor call for each of them before the first page is sent.
/// </summary>
internal sealed class ComponentActivator : IComponentActivator
{
    public IComponent CreateInstance(Type componentType) => (IComponent)Activator.CreateInstance(componentType)!;
}
