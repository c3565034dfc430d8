using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace KnowledgeBase.Web.Components.Controls;

/// <summary>A heading whose level is only known when the page is: <c>h1</c> to <c>h6</c>.</summary>
public sealed class Headline : ComponentBase
{
    private const int Deepest = 6;

    [Parameter, EditorRequired]
    public int Level { get; set; }

    [Parameter]
    public string? Id { get; set; }

    /// <summary>What it is of the thing around it, a property of schema.org.</summary>
    [Parameter]
    public string? Property { get; set; }

    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, $"h{Math.Clamp(Level, 1, Deepest)}");
        builder.AddAttribute(1, "id", Id);
        builder.AddAttribute(2, "itemprop", Property);
        builder.AddContent(3, ChildContent);
        builder.CloseElement();
    }
}
