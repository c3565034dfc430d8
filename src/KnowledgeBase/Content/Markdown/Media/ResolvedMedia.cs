using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace KnowledgeBase.Content.Markdown;

/// <summary>Puts what was resolved onto the nodes that are rendered.</summary>
internal static class ResolvedMedia
{
    private static readonly object Linked = new();

    public static void Apply(LinkInline inline, ResolvedLink resolved)
    {
        inline.Url = resolved.Link.Href;
        inline.GetDynamicUrl = null;
        var attributes = inline.GetAttributes();
        foreach (var (name, value) in resolved.Attributes)
        {
            if (name == LinkQuery.WrapInLink)
                inline.SetData(Linked, true);
            else if (name == "id")
                attributes.Id = value;
            else if (name == "class")
                foreach (var one in value.Split(' '))
                    attributes.AddClass(one);
            else
                attributes.AddPropertyIfNotExist(name, value);
        }
        if (resolved is { IsExternal: true, Link.Kind: LinkKind.Link })
            attributes.AddPropertyIfNotExist("rel", "external noopener");
    }

    /// <summary>Whether the image is to lead to its own file.</summary>
    public static bool IsLinked(LinkInline image) => image.ContainsData(Linked);
}
