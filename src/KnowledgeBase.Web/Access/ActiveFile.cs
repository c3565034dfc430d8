using System.Collections.Frozen;
using System.Xml;

namespace KnowledgeBase.Web.Access;

/// <summary>
/// Whether a browser that opens an author's file would run something in it. Such a file is kept instead of shown, so that not even a browser that ignores
/// the file's policy runs it. A drawing in a page is not touched by that: there browsers run no scripts.
/// </summary>
internal static class ActiveFile
{
    private const string Drawing = "image/svg+xml";
    private const string Html = "http://www.w3.org/1999/xhtml";

    // A drawing is some kilobytes; to look into a huge one for each request would be an attack by itself.
    private const int MostLookedInto = 2 * 1024 * 1024;

    private static readonly FrozenSet<string> ActiveElements = FrozenSet.ToFrozenSet(["script", "foreignObject", "handler", "listener", "iframe", "object", "embed"], StringComparer.OrdinalIgnoreCase);

    private static readonly string[] InertData = ["data:image/png", "data:image/jpeg", "data:image/gif", "data:image/webp", "data:font/"];

    /// <param name="path">The full path.</param>
    /// <param name="type">What the file is served as.</param>
    public static bool Is(string path, string type) =>
        type.StartsWith("text/html", StringComparison.Ordinal) || (type.Contains("xml", StringComparison.Ordinal) && !(type == Drawing && IsInert(path)));

    private static bool IsInert(string path)
    {
        if (new FileInfo(path).Length > MostLookedInto)
            return false;
        try
        {
            using var reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = null, MaxCharactersFromEntities = 1 });
            while (reader.Read())
                if (!IsInert(reader))
                    return false;
            return true;
        }
        catch (Exception exception) when (exception is XmlException or IOException)
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

    /// <summary>An animation may set any attribute, so every value may become an address.</summary>
    private static bool IsInertValue(string value)
    {
        var text = string.Concat(value.Where(letter => letter > ' '));
        return !text.Contains("script:", StringComparison.OrdinalIgnoreCase)
            && (!text.Contains("data:", StringComparison.OrdinalIgnoreCase) || Array.Exists(InertData, data => text.StartsWith(data, StringComparison.OrdinalIgnoreCase)));
    }
}
