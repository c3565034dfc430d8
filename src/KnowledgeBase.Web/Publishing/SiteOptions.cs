namespace KnowledgeBase.Web.Publishing;

/// <summary>What the site knows of itself; section <c>Site</c> of the configuration.</summary>
public sealed record SiteOptions
{
    public const string Section = "Site";

    /// <summary>The address at which the world reaches the site, such as <c>https://docs.example.org</c>. Without it, the address of each request counts.</summary>
    public string? Url { get; init; }

    /// <summary>Says what is wrong with the settings; null for nothing.</summary>
    internal string? Problem => string.IsNullOrWhiteSpace(Url) || (Uri.TryCreate(Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url is { Query: "", Fragment: "" })
        ? null
        : $"Site:Url is '{Url}'; set it to the address of the site, such as https://docs.example.org, or leave it out.";

    /// <summary>Scheme and host without a slash at the end.</summary>
    /// <param name="requested">What the visitor's request says.</param>
    internal string Origin(string requested) => (string.IsNullOrWhiteSpace(Url) ? requested : new Uri(Url).AbsoluteUri).TrimEnd('/');

    internal string Origin(HttpRequest request) => Origin($"{request.Scheme}://{request.Host.ToUriComponent()}");
}
