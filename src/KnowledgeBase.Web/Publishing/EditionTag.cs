using System.IO.Hashing;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace KnowledgeBase.Web.Publishing;

/// <summary>
/// The entity tag of everything that is made from one edition. The program's own build and the settings that pages show take part, because a new look or
/// another address changes the pages of the same content. Weak, because compression changes the bytes and not the page.
/// </summary>
public sealed class EditionTag(string version, string? settings)
{
    private static readonly string Build = typeof(EditionTag).Module.ModuleVersionId.ToString("N")[..8];

    private readonly EntityTagHeaderValue _value = new($"\"{version}-{Build}{Mark(settings)}\"", isWeak: true);

    private static string Mark(string? settings) => string.IsNullOrWhiteSpace(settings) ? "" : "-" + Convert.ToHexStringLower(XxHash32.Hash(Encoding.UTF8.GetBytes(settings)));

    public override string ToString() => _value.ToString();

    /// <summary>Tells caches to keep the response and to ask each time whether it still holds.</summary>
    public void Mark(HttpResponse response)
    {
        var headers = response.GetTypedHeaders();
        headers.ETag = _value;
        headers.CacheControl = new CacheControlHeaderValue { NoCache = true };
    }

    /// <summary>Whether the visitor has this edition's response already.</summary>
    public bool IsKnownTo(HttpRequest request)
    {
        foreach (var known in request.GetTypedHeaders().IfNoneMatch)
            if (known.Tag == EntityTagHeaderValue.Any.Tag || known.Compare(_value, useStrongComparison: false))
                return true;
        return false;
    }
}
