using System.Globalization;
using System.Threading.RateLimiting;
using KnowledgeBase.Web.Publishing;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Web.Access;

/// <summary>
/// Bounds on circuits. Each costs memory for as long as somebody has the page open, and what it sends is small: an address, a choice. Who is refused has the
/// plain form, which can do the same.
/// </summary>
internal static class CircuitLimits
{
    public const string Path = "/_blazor";

    // Told by a browser that leaves a page.
    private const string Farewell = Path + "/disconnect";

    /// <summary>The longest message is the first, with the address of the page in it.</summary>
    public const int MaxMessageBytes = 16 * 1024;

    private const int RetryAfterSeconds = 60;

    /// <summary>What counts the circuits that are open.</summary>
    public static void AddCircuitLimits(this IServiceCollection services) => services.AddSingleton<OpenCircuits>();

    /// <summary>What a circuit may take of the site.</summary>
    public static void AddCircuitBounds(this IServiceCollection services)
    {
        services.AddScoped<CircuitAllowance>();
        services.Configure<CircuitOptions>(circuit =>
        {
            // Long enough for a train in a tunnel; who is away longer has the form, whose answers are in the address.
            circuit.DisconnectedCircuitRetentionPeriod = TimeSpan.FromSeconds(30);
            circuit.DisconnectedCircuitMaxRetained = 100;
            circuit.MaxBufferedUnacknowledgedRenderBatches = 4;
            circuit.JSInteropDefaultCallTimeout = TimeSpan.FromSeconds(10);
            // A circuit that has ended leaves nothing behind.
            circuit.PersistedCircuitInMemoryMaxRetained = 0;
        });
    }

    /// <summary>What a circuit's connection may send.</summary>
    public static void Bound(HubOptions connection)
    {
        connection.MaximumReceiveMessageSize = MaxMessageBytes;
        connection.MaximumParallelInvocationsPerClient = 1;
        connection.EnableDetailedErrors = false;
    }

    /// <summary>Lets a client connect as long as there is room. There is one way to do so; the others that the framework has are closed.</summary>
    public static void UseCircuitLimits(this IApplicationBuilder app)
    {
        app.UseWhen(context => context.Request.Path == Path, connecting => connecting.UseRateLimiter().Use(next =>
        {
            var open = app.ApplicationServices.GetRequiredService<OpenCircuits>();
            var site = app.ApplicationServices.GetRequiredService<IOptions<SiteOptions>>().Value;
            return context => IsForeign(context.Request, site) ? Refuse(context) : open.ServeAsync(context, next);
        }));
        app.UseWhen(context => context.Request.Path.StartsWithSegments(Path, out var rest) && rest.HasValue && context.Request.Path != Farewell, closed => closed.Run(context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }));
    }

    /// <summary>Whether a page of another site connects: browsers let it, and would send this site's cookies.</summary>
    private static bool IsForeign(HttpRequest request, SiteOptions site)
    {
        if (request.Headers.Origin is not { Count: > 0 } origin)
            return false;
        return !Uri.TryCreate(origin, UriKind.Absolute, out var from)
            || (!IsHost(from, request.Host.Value) && !(Uri.TryCreate(site.Url, UriKind.Absolute, out var own) && IsHost(from, own.Authority)));
    }

    private static bool IsHost(Uri from, string? host) => string.Equals(from.Authority, host, StringComparison.OrdinalIgnoreCase);

    private static Task Refuse(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    /// <summary>Counts the connections that are open, in total and of each client. Safe to share.</summary>
    private sealed class OpenCircuits : IDisposable
    {
        private readonly ConcurrencyLimiter _all;
        private readonly PartitionedRateLimiter<HttpContext> _ofClient;

        public OpenCircuits(IOptions<LimitOptions> limits)
        {
            _all = new ConcurrencyLimiter(AtMost(limits.Value.Circuits));
            _ofClient = PartitionedRateLimiter.Create<HttpContext, UInt128>(context => TrafficLimits.ClientOf(context, limits.Value) is { } client
                ? RateLimitPartition.GetConcurrencyLimiter(client, _ => AtMost(limits.Value.CircuitsPerClient))
                : RateLimitPartition.GetNoLimiter(UInt128.Zero));
        }

        public async Task ServeAsync(HttpContext context, RequestDelegate next)
        {
            using var own = _ofClient.AttemptAcquire(context);
            using var any = own.IsAcquired ? _all.AttemptAcquire() : null;
            if (any is { IsAcquired: true })
            {
                await next(context);
                return;
            }
            context.Response.StatusCode = own.IsAcquired ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status429TooManyRequests;
            context.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
            context.Response.Headers.CacheControl = "no-store";
        }

        public void Dispose()
        {
            _all.Dispose();
            _ofClient.Dispose();
        }

        private static ConcurrencyLimiterOptions AtMost(int circuits) => new() { PermitLimit = circuits, QueueLimit = 0 };
    }
}
