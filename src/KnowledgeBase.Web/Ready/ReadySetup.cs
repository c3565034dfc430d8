using KnowledgeBase.Web.Publishing;

namespace KnowledgeBase.Web.Ready;

/// <summary>Pages, feeds and lists of the API as bytes that are made once an edition.</summary>
internal static class ReadySetup
{
    public static void AddReadyAnswers(this IServiceCollection services)
    {
        services.AddSettings<CacheOptions>(CacheOptions.Section, cache => cache.Problem);
        services.AddSingleton<AnswerRendering>();
        services.AddSingleton<ReadyAnswers>();
        services.AddHostedService<RenderingAhead>();
    }

    /// <summary>
    /// Comes after everything that guards an answer (headers, hosts, limits, keys) and before everything that makes one. Routing comes after it, because
    /// it costs more than looking a page up.
    /// </summary>
    public static void UseReadyAnswers(this WebApplication app)
    {
        app.Use(next =>
        {
            // Here the settings have been checked.
            var answers = app.Services.GetRequiredService<ReadyAnswers>();
            app.Services.GetRequiredService<AnswerRendering>().Ask(next);
            return context => AnswerAsync(answers, context, next);
        });
        app.UseRouting();
    }

    private static Task AnswerAsync(ReadyAnswers answers, HttpContext context, RequestDelegate next)
    {
        var answered = answers.TryAnswerAsync(context);
        return answered.IsCompletedSuccessfully
            ? answered.Result ? Task.CompletedTask : next(context)
            : WaitAsync(answered, context, next);
    }

    private static async Task WaitAsync(ValueTask<bool> answered, HttpContext context, RequestDelegate next)
    {
        if (!await answered)
            await next(context);
    }
}
