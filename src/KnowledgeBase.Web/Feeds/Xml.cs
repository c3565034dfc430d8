using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace KnowledgeBase.Web.Feeds;

/// <summary>XML as text. Characters that XML cannot hold are left out, because a feed with one of them would be read by nobody.</summary>
internal static class Xml
{
    public static string Text(XElement root) => $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{root}\n";

    public static string Clean(string text)
    {
        if (text.All(XmlConvert.IsXmlChar))
            return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value))
                clean.Append(rune.ToString());
        return clean.ToString();
    }
}
