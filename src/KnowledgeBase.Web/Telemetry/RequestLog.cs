using System.Diagnostics;

namespace KnowledgeBase.Web.Telemetry;

/// <summary>One line a request at Debug: what was asked and how it went. Neither the query, which may hold a search, nor the client's address is in it.</summary>
internal static partial class RequestLog
{
    public static void UseRequestLog(this IApplicationBuilder app)
    {
        var logger = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(RequestLog));
        // Decided once: a site that does not log requests does not pay for it.
        if (logger.IsEnabled(LogLevel.Debug))
            app.Use((context, next) => LogAsync(logger, context, next));
    }

    private static async Task LogAsync(ILogger logger, HttpContext context, RequestDelegate next)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            // Encoded, so that an address cannot write lines of its own.
            var (path, took) = (context.Request.Path.ToUriComponent(), Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            LogRequest(logger, context.Request.Method, path, context.Response.StatusCode, took);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Method} {Path} {Status} {Milliseconds:F1} ms")]
    private static partial void LogRequest(ILogger logger, string method, string path, int status, double milliseconds);
}
