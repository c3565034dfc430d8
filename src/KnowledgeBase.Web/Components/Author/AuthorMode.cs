namespace KnowledgeBase.Web.Components.Author;

/// <summary>Whether pages refresh themselves and tell their author what is wrong with them: never where visitors read. Immutable.</summary>
public sealed record AuthorMode(bool IsOn);

/// <summary>Section <c>Author</c> of the configuration.</summary>
internal sealed record AuthorOptions
{
    public const string Section = "Author";

    /// <summary>The argument that asks for it.</summary>
    public const string Flag = "--author";

    /// <summary>Null: in development only.</summary>
    public bool? Enabled { get; set; }

    internal string? ProblemIn(IHostEnvironment environment) => Enabled == true && environment.IsProduction()
        ? $"{Flag} shows the mistakes of the content to everybody and is not for production; leave it out, or set ASPNETCORE_ENVIRONMENT to Development."
        : null;
}
