using System.Diagnostics.CodeAnalysis;

namespace KnowledgeBase.Web.Publishing;

/// <summary>What the site knows of itself; section <c>Site</c> of the configuration.</summary>
public sealed record SiteOptions
{
    public const string Section = "Site";

    private const string FilePlace = "{file}";
    private const int ShortestSecret = 32;

    /// <summary>The address at which the world reaches the site, such as <c>https://docs.example.org</c>. Without it, the address of each request counts.</summary>
    public string? Url { get; set; }

    /// <summary>
    /// Where a page's file can be changed, with <see cref="FilePlace"/> for its path below the pages root, such as
    /// <c>https://git.example.org/docs/edit/main/pages/{file}</c>. Without it no page offers that.
    /// </summary>
    public string? EditUrl { get; set; }

    /// <summary>
    /// What replicas share so that each takes the forms and circuits of the others: random characters, at least <see cref="ShortestSecret"/> of them. Without
    /// one every process makes its own at each start.
    /// </summary>
    public string? Secret { get; set; }

    /// <summary>Says what is wrong with the settings; null for nothing.</summary>
    internal string? Problem => UrlProblem ?? EditUrlProblem ?? SecretProblem;

    /// <summary>What pages show of the settings, as one text: with other settings, the same content is another site.</summary>
    internal string? Shown => string.IsNullOrWhiteSpace(EditUrl) ? Url : $"{Url} {EditUrl}";

    /// <summary>Where the file of a page can be changed; null where no repository is known.</summary>
    /// <param name="file">Path relative to the pages root, with <c>/</c>.</param>
    internal string? EditAddress(string file) => string.IsNullOrWhiteSpace(EditUrl)
        ? null
        : EditUrl.Replace(FilePlace, string.Join('/', file.Split('/').Select(Uri.EscapeDataString)), StringComparison.Ordinal);

    /// <summary>Scheme and host without a slash at the end.</summary>
    /// <param name="requested">What the visitor's request says.</param>
    internal string Origin(string requested) => (string.IsNullOrWhiteSpace(Url) ? requested : new Uri(Url).AbsoluteUri).TrimEnd('/');

    internal string Origin(HttpRequest request) => Origin($"{request.Scheme}://{request.Host.ToUriComponent()}");

    private string? UrlProblem => string.IsNullOrWhiteSpace(Url) || (IsAddress(Url, out var url) && url is { Query: "", Fragment: "" })
        ? null
        : $"Site:Url is '{Url}'; set it to the address of the site, such as https://docs.example.org, or leave it out.";

    private string? SecretProblem => string.IsNullOrEmpty(Secret) || Secret.Length >= ShortestSecret
        ? null
        : $"Site:Secret is shorter than {ShortestSecret} characters; set it to random ones, the same for every replica, or leave it out.";

    private string? EditUrlProblem => string.IsNullOrWhiteSpace(EditUrl) || (EditUrl.Contains(FilePlace, StringComparison.Ordinal) && IsAddress(EditUrl.Replace(FilePlace, "file", StringComparison.Ordinal), out _))
        ? null
        : $"Site:EditUrl is '{EditUrl}'; set it to where a page's file is changed, such as https://git.example.org/docs/edit/main/pages/{FilePlace}, or leave it out.";

    private static bool IsAddress(string text, [NotNullWhen(true)] out Uri? address) => Uri.TryCreate(text, UriKind.Absolute, out address) && address.Scheme is "http" or "https";
}
