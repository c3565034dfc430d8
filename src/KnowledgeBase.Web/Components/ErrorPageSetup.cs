using KnowledgeBase.Web.Access;
using KnowledgeBase.Web.Components.Pages.Error;

namespace KnowledgeBase.Web.Components;

/// <summary>What a visitor sees when we fail: a page with a number that the log knows too, and nothing about our insides.</summary>
internal static partial class ErrorPageSetup
{
    /// <summary>Shows it with services of its own: those of the page that failed have been in use.</summary>
    public static void UseErrorPage(this IApplicationBuilder app) =>
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = ShowAsync, CreateScopeForErrors = true, SuppressDiagnosticsCallback = failed => ClientFault.IsOne(failed.Exception) });

    private static Task ShowAsync(HttpContext context)
    {
        if (ClientFault.StatusOf(context) is var status && status != StatusCodes.Status500InternalServerError)
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        }
        LogShown(context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ErrorPageSetup)), context.TraceIdentifier);
        var parameters = new Dictionary<string, object?> { [nameof(ErrorPage.Number)] = context.TraceIdentifier };
        return new PageResult<ErrorPage>(parameters) { StatusCode = StatusCodes.Status500InternalServerError }.ExecuteAsync(context);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The visitor was shown the error number {Number}")]
    private static partial void LogShown(ILogger logger, string number);
}
