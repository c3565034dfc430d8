using AngleSharp.Html.Parser;

namespace KnowledgeBase.Web.Tests.Access;

/// <summary>
/// What Mozilla's HTTP Observatory would say of an answer, by its published table of modifiers (developer.mozilla.org, "HTTP Observatory, tests and
/// scoring"): 100 and the penalties, and from 90 on the bonuses. Of redirections it is told; everything else is read from the answer.
/// </summary>
internal static class Observatory
{
    private const int Base = 100;
    private const int BonusesFrom = 90;
    private const int SixMonths = 15_768_000;

    private static readonly string[] PrivateReferrers = ["no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"];

    public static async Task<(int Score, string Grade)> GradeAsync(HttpResponseMessage response, Uri address)
    {
        var isHtml = response.Content.Headers.ContentType?.MediaType == "text/html";
        int[] modifiers =
        [
            Policy(Header(response, "Content-Security-Policy")), Cookies(response), Sharing(response), StrictTransport(response, address), Referrer(Header(response, "Referrer-Policy")),
            isHtml ? Scripts(await response.Content.ReadAsStringAsync()) : 0, Header(response, "X-Content-Type-Options") == "nosniff" ? 0 : -5, Frames(response), Resources(Header(response, "Cross-Origin-Resource-Policy")),
        ];
        var score = Base + modifiers.Where(modifier => modifier < 0).Sum();
        if (score >= BonusesFrom)
            score += modifiers.Where(modifier => modifier > 0).Sum();
        return (score, Grade(Math.Max(0, score)));
    }

    private static string Grade(int score) => score switch
    {
        >= 100 => "A+",
        >= 90 => "A",
        >= 85 => "A-",
        >= 80 => "B+",
        >= 70 => "B",
        >= 65 => "B-",
        >= 60 => "C+",
        >= 50 => "C",
        >= 45 => "C-",
        >= 40 => "D+",
        >= 30 => "D",
        >= 25 => "D-",
        _ => "F",
    };

    private static int Policy(string? policy)
    {
        if (policy is null)
            return -25;
        var directives = policy.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(directive => directive.Split(' '))
            .GroupBy(words => words[0], words => words[1..], StringComparer.OrdinalIgnoreCase).ToDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);
        string[] Of(string name) => directives.GetValueOrDefault(name) ?? directives.GetValueOrDefault("default-src") ?? ["*"];
        string[] wide = ["'unsafe-inline'", "data:", "https:", "http:", "*"];
        if (Of("script-src").Concat(Of("object-src")).Intersect(wide).Any())
            return -20;
        if (directives.Values.Any(sources => sources.Contains("'unsafe-eval'")))
            return -10;
        if (Of("img-src").Concat(Of("media-src")).Any(source => source.StartsWith("http:", StringComparison.Ordinal)))
            return -10;
        if (Of("style-src").Intersect(wide).Any())
            return 0;
        return directives.GetValueOrDefault("default-src") is ["'none'"] ? 10 : 5;
    }

    private static int Cookies(HttpResponseMessage response)
    {
        if (!response.Headers.TryGetValues("Set-Cookie", out var values))
            return 0;
        var cookies = values.Select(value => value.Split(';', StringSplitOptions.TrimEntries)).ToList();
        bool All(string part) => cookies.TrueForAll(cookie => cookie.Contains(part, StringComparer.OrdinalIgnoreCase));
        return !All("secure") ? -40 : !All("httponly") ? -30 : All("samesite=strict") || All("samesite=lax") ? 5 : -20;
    }

    private static int Sharing(HttpResponseMessage response) => response.Headers.Contains("Access-Control-Allow-Origin") ? -50 : 0;

    private static int StrictTransport(HttpResponseMessage response, Uri address)
    {
        if (address.Scheme != "https" || Header(response, "Strict-Transport-Security") is not { } header)
            return -20;
        var age = header.Split(';', StringSplitOptions.TrimEntries).FirstOrDefault(part => part.StartsWith("max-age=", StringComparison.OrdinalIgnoreCase));
        return !int.TryParse(age?["max-age=".Length..], out var seconds) ? -20 : seconds >= SixMonths ? 0 : -10;
    }

    private static int Referrer(string? policy) => policy is null ? 0 : PrivateReferrers.Contains(policy) ? 5 : -5;

    /// <summary>Scripts from elsewhere need a hash and HTTPS; ours come from the site itself.</summary>
    private static int Scripts(string html) => new HtmlParser().ParseDocument(html).Scripts.Select(script => script.GetAttribute("src")).OfType<string>()
        .Any(source => !source.StartsWith('/') || source.StartsWith("//", StringComparison.Ordinal)) ? -50 : 0;

    private static int Frames(HttpResponseMessage response) => Header(response, "Content-Security-Policy")?.Contains("frame-ancestors", StringComparison.Ordinal) == true ? 5
        : Header(response, "X-Frame-Options") is "DENY" or "SAMEORIGIN" ? 0 : -20;

    private static int Resources(string? policy) => policy switch
    {
        null => 0,
        "same-origin" or "same-site" => 0,
        _ => -20,
    };

    private static string? Header(HttpResponseMessage response, string name) => response.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
}
