using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using KnowledgeBase.Web.Endpoints;
using KnowledgeBase.Web.Publishing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KnowledgeBase.Web.Components.Author;

/// <summary>What an author gets beside the page: its script and look, a stream that tells of editions, and a panel with the diagnostics.</summary>
internal static class AuthorSetup
{
    // No folder of Grav's that begins like this is a page.
    public const string Prefix = "/_author";

    /// <summary>The arguments with the flag written as the setting that it is: it has no value, and would take the next argument for one.</summary>
    public static string[] ReadFlag(string[] arguments) => [.. arguments.Select(argument => argument == AuthorOptions.Flag ? $"--{AuthorOptions.Section}:{nameof(AuthorOptions.Enabled)}=true" : argument)];

    public static void AddAuthor(this WebApplicationBuilder builder)
    {
        var environment = builder.Environment;
        builder.Services.AddOptions<AuthorOptions>().BindConfiguration(AuthorOptions.Section).Check(author => author.ProblemIn(environment));
        builder.Services.AddSingleton(services => new AuthorMode(
            services.GetRequiredService<Microsoft.Extensions.Options.IOptions<AuthorOptions>>().Value.Enabled ?? services.GetRequiredService<IHostEnvironment>().IsDevelopment()));
        builder.Services.AddSingleton(services => new FindingsShown(services.GetRequiredService<AuthorMode>().IsOn));
    }

    public static void MapAuthor(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<AuthorMode>().IsOn)
            return;
        var author = app.MapGroup(Prefix).ExcludeFromDescription();
        author.MapReading("/author.js", (_, _) => Embedded("author.js", "text/javascript"));
        author.MapReading("/author.css", (_, _) => Embedded("author.css", "text/css"));
        author.MapReading("/panel", (context, _) => ShowPanel(context));
        author.MapGet("/events", (KnowledgePublisher publisher, IHostApplicationLifetime lifetime, CancellationToken left) =>
            TypedResults.ServerSentEvents(TellAsync(publisher, lifetime.ApplicationStopping, left))).DisableRequestTimeout();
    }

    private static PageResult<AuthorPanel> ShowPanel(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        return new(new Dictionary<string, object?> { [nameof(AuthorPanel.Path)] = (string?)context.Request.Query["path"] ?? "/" });
    }

    private static FileStreamHttpResult Embedded(string name, string type) =>
        TypedResults.Stream(typeof(AuthorSetup).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not part of the program."), type + "; charset=utf-8");

    /// <summary>Every piece of news as its number; the first one at once, so that a page that lost the connection knows whether it missed any.</summary>
    private static async IAsyncEnumerable<SseItem<string>> TellAsync(KnowledgePublisher publisher, CancellationToken stopping, [EnumeratorCancellation] CancellationToken left)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping, left);
        while (!ended.IsCancellationRequested)
        {
            var news = publisher.NextNews;
            yield return new SseItem<string>(publisher.Builds is [{ At.Ticks: var ticks }, ..] ? ticks.ToString(System.Globalization.CultureInfo.InvariantCulture) : "", "edition");
            await news.WaitAsync(ended.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
