using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace KnowledgeBase.Web.Ready;

/// <summary>Reads <c>Accept-Encoding</c> (RFC 9110, 12.5.3) without making objects, because every request has one.</summary>
internal static class AcceptedCoding
{
    // Weights are thousandths, as fine as the header can be.
    private const int Full = 1000;
    private const int Unnamed = -1;

    /// <summary>What to send. A client that accepts nothing that there is gets the bytes as they are, which is of more use than an error.</summary>
    public static ContentCoding Of(StringValues header)
    {
        var (brotli, gzip, identity, rest) = (Unnamed, Unnamed, Unnamed, Unnamed);
        foreach (var line in header)
        {
            foreach (var range in line.AsSpan().Split(','))
            {
                var name = Read(line.AsSpan()[range], out var weight);
                if (name.Equals("br", StringComparison.OrdinalIgnoreCase))
                    brotli = weight;
                else if (name.Equals("gzip", StringComparison.OrdinalIgnoreCase) || name.Equals("x-gzip", StringComparison.OrdinalIgnoreCase))
                    gzip = weight;
                else if (name.Equals("identity", StringComparison.OrdinalIgnoreCase))
                    identity = weight;
                else if (name is "*")
                    rest = weight;
            }
        }
        // What is not named is not accepted, but for bytes as they are: those come last, unless they are named as something better.
        brotli = brotli == Unnamed ? Math.Max(rest, 0) : brotli;
        gzip = gzip == Unnamed ? Math.Max(rest, 0) : gzip;
        identity = identity == Unnamed ? 0 : identity;
        if (brotli > 0 && brotli >= gzip && brotli >= identity)
            return ContentCoding.Brotli;
        return gzip > 0 && gzip >= identity ? ContentCoding.Gzip : ContentCoding.Identity;
    }

    private static ReadOnlySpan<char> Read(ReadOnlySpan<char> item, out int weight)
    {
        weight = Full;
        var end = item.IndexOf(';');
        if (end < 0)
            return item.Trim();
        var parameter = item[(end + 1)..].Trim();
        if (parameter.StartsWith("q", StringComparison.OrdinalIgnoreCase) && parameter.IndexOf('=') is > 0 and var equals)
        {
            var isNumber = decimal.TryParse(parameter[(equals + 1)..], NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out var stated);
            weight = isNumber && stated is >= 0 and <= 1 ? (int)(stated * Full) : 0;
        }
        return item[..end].Trim();
    }
}
