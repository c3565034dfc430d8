using KnowledgeBase.Web.Access;
using KnowledgeBase.Web.Publishing;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Web.Ready;

/// <summary>Pages, feeds and lists of the API as bytes that are made once an edition.</summary>
internal static class ReadySetup
{
    public static void AddReadyAnswers(this IServiceCollection services)
    {
        services.AddOptions<CacheOptions>().BindConfiguration(CacheOptions.Section).Check(cache => cache.Problem);
        services.AddSingleton<AnswerRendering>();
        services.AddSingleton<ReadyAnswers>();
        services.AddHostedService<RenderingAhead>();
    }

    /// <summary>
    /// Answers with what is there already, before anything else runs: an answer brings its headers with it, those of <see cref="SecurityHeadersSetup"/>
    /// included. Who has had his share of what is counted gets nothing here, and is told so further on.
    /// </summary>
    public static void UseReadyAnswers(this WebApplication app) => app.Use(next =>
    {
        // Here the settings have been checked.
        var answers = app.Services.GetRequiredService<ReadyAnswers>();
        var limiter = app.Services.GetRequiredService<IOptions<RateLimiterOptions>>().Value;
        return context => answers.AnswerNow(context, limiter) ?? next(context);
    });

    /// <summary>
    /// Makes answers. Comes after everything that guards one (headers, hosts, limits, keys) and before everything that makes one. Routing comes after it,
    /// because it costs more than looking a page up. From here on requests are no longer on the thread that reads sockets, which <see cref="DirectSockets"/>
    /// lends them.
    /// </summary>
    public static void UseAnswersMadeReady(this WebApplication app)
    {
        app.Use(next =>
        {
            var answers = app.Services.GetRequiredService<ReadyAnswers>();
            app.Services.GetRequiredService<AnswerRendering>().Ask(WithSecurityHeaders(app, next));
            return context => answers.AnswerNow(context, counted: null) ?? AnswerAsync(answers, context, next);
        });
        app.UseRouting();
    }

    private static async Task AnswerAsync(ReadyAnswers answers, HttpContext context, RequestDelegate next)
    {
        await Task.Yield();
        if (!await answers.TryAnswerAsync(context))
            await next(context);
    }

    private static RequestDelegate WithSecurityHeaders(IApplicationBuilder app, RequestDelegate site)
    {
        var branch = app.New();
        branch.UseSecurityHeaders();
        branch.Run(site);
        return branch.Build();
    }
}
