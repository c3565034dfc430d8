using System.Collections.Frozen;
using System.Xml;

namespace KnowledgeBase.Web.Access;

/// <summary>A drawing in which a browser finds nothing to run.</summary>
internal static class InertDrawing
{
    private const string Html = "http://www.w3.org/1999/xhtml";
    private const string DataScheme = "data:";

    private static readonly FrozenSet<string> ActiveElements = FrozenSet.ToFrozenSet(["script", "foreignObject", "handler", "listener", "iframe", "object", "embed"], StringComparer.OrdinalIgnoreCase);

    private static readonly string[] InertData = ["data:image/png", "data:image/jpeg", "data:image/gif", "data:image/webp", "data:font/"];

    /// <param name="path">The full path of the file.</param>
    public static bool Is(string path)
    {
        try
        {
            using var reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = null, MaxCharactersFromEntities = 1 });
            while (reader.Read())
                if (!IsInert(reader))
                    return false;
            return true;
        }
        catch (XmlException)
        {
            // Not XML to us, and who knows what to a browser.
            return false;
        }
    }

    private static bool IsInert(XmlReader node) => node.NodeType switch
    {
        XmlNodeType.Element => node.NamespaceURI != Html && !ActiveElements.Contains(node.LocalName) && HasInertAttributes(node),
        // A document type may add attributes and texts to any element.
        XmlNodeType.DocumentType => node.Value.Length == 0,
        XmlNodeType.ProcessingInstruction or XmlNodeType.EntityReference => false,
        _ => true,
    };

    private static bool HasInertAttributes(XmlReader element)
    {
        for (var isAttribute = element.MoveToFirstAttribute(); isAttribute; isAttribute = element.MoveToNextAttribute())
            if (element.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase) || !IsInertValue(element.Value))
                return false;
        element.MoveToElement();
        return true;
    }

    /// <summary>An animation may set any attribute, so every value may become an address, and so may each part of a list.</summary>
    private static bool IsInertValue(string value)
    {
        var text = string.Concat(value.Where(letter => letter > ' '));
        return !text.Contains("script:", StringComparison.OrdinalIgnoreCase)
            && text.LastIndexOf(DataScheme, StringComparison.OrdinalIgnoreCase) is var last
            && (last < 0 || (last == 0 && Array.Exists(InertData, data => text.StartsWith(data, StringComparison.OrdinalIgnoreCase))));
    }
}
