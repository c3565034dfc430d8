using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace KnowledgeBase.Web.Status;

/// <summary>
/// Whether a request brings the key: as <c>Authorization: Bearer KEY</c>, or as the password of basic authentication, for which browsers ask. Never in the
/// address, which ends up in logs and histories.
/// </summary>
internal static class StatusKey
{
    public const string Challenge = "Basic realm=\"status\", charset=\"UTF-8\"";

    public static bool IsGivenBy(HttpRequest request, string key) =>
        AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var given) && given.Parameter is { } value && given.Scheme.ToLowerInvariant() switch
        {
            "bearer" => AreEqual(value, key),
            "basic" => PasswordOf(value) is { } password && AreEqual(password, key),
            _ => false,
        };

    private static string? PasswordOf(string credentials)
    {
        var bytes = new byte[credentials.Length];
        if (!Convert.TryFromBase64String(credentials, bytes, out var length))
            return null;
        var text = Encoding.UTF8.GetString(bytes, 0, length);
        return text.IndexOf(':', StringComparison.Ordinal) is var colon and >= 0 ? text[(colon + 1)..] : null;
    }

    /// <summary>Takes as long for a wrong key as for the right one.</summary>
    private static bool AreEqual(string given, string key) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
