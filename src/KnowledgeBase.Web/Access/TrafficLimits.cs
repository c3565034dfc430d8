using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using KnowledgeBase.Web.Publishing;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Web.Access;

/// <summary>
/// Bounds on what clients may send and how often, so that one of them cannot take the site from the others. Reading pages are cheap and not counted;
/// what computes an answer is: search, suggestions, wizard, API.
/// </summary>
internal static class TrafficLimits
{
    // One paste of the wizard; everything else is much smaller. An endpoint that needs more says so by its own size limit.
    private const int MaxBodyBytes = 64 * 1024;
    private const int MaxHeaderBytes = 16 * 1024;

    // A question is part of the address, and people paste whole logs: they get an answer, where the server's usual limit would turn them away.
    private const int MaxRequestLineBytes = 256 * 1024;

    // Two of a provider's customers share no network of this size.
    private const int ClientBytesOfIPv6 = 8;

    private static readonly PathString[] Counted = ["/search", "/api/v1", "/troubleshoot", "/status"];

    public static void AddTrafficLimits(this IServiceCollection services)
    {
        services.AddOptions<LimitOptions>().BindConfiguration(LimitOptions.Section).Check(limits => limits.Problem);
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<LimitOptions>>((kestrel, limits) =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
            kestrel.Limits.MaxRequestLineSize = MaxRequestLineBytes;
            kestrel.Limits.MaxRequestHeadersTotalSize = MaxHeaderBytes;
            kestrel.Limits.MaxRequestHeaderCount = 60;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(limits.Value.HeaderSeconds);
            kestrel.Limits.MaxConcurrentConnections = limits.Value.Connections;
        });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<LimitOptions>>((limiter, limits) =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, UInt128>(context => PartitionOf(context, limits.Value));
            limiter.OnRejected = RefuseAsync;
        });
        services.AddRateLimiter(_ => { });
        services.AddOptions<RequestTimeoutOptions>().Configure<IOptions<LimitOptions>>((timeouts, limits) =>
            timeouts.DefaultPolicy = new RequestTimeoutPolicy { Timeout = TimeSpan.FromSeconds(limits.Value.AnswerSeconds), TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable });
        services.AddRequestTimeouts();
        services.AddCircuitLimits();
    }

    public static void UseTrafficLimits(this IApplicationBuilder app)
    {
        app.UseWhen(context => IsCounted(context.Request.Path), counted => counted.UseRateLimiter().UseRequestTimeouts());
        app.UseCircuitLimits();
    }

    /// <summary>Counts a request that is about to be answered outside of <see cref="UseTrafficLimits"/>; false where the client has had its share.</summary>
    public static bool TryCount(HttpContext context, RateLimiterOptions limiter)
    {
        if (!IsCounted(context.Request.Path) || limiter.GlobalLimiter is not { } all)
            return true;
        using var lease = all.AttemptAcquire(context);
        return lease.IsAcquired;
    }

    /// <summary>Whether requests for this address are counted.</summary>
    public static bool IsCounted(PathString path)
    {
        foreach (var counted in Counted)
            if (path.StartsWithSegments(counted))
                return true;
        return false;
    }

    /// <summary>Who is counted as one: an IPv4 address, or of IPv6 the network, whose owner has all of its addresses. Null where nobody is counted.</summary>
    internal static UInt128? ClientOf(HttpContext context, LimitOptions limits) =>
        context.Connection.RemoteIpAddress is { } client && !(limits.ExemptsLoopback && IPAddress.IsLoopback(client)) ? KeyOf(client) : null;

    private static RateLimitPartition<UInt128> PartitionOf(HttpContext context, LimitOptions limits) => ClientOf(context, limits) is not { } client
        ? RateLimitPartition.GetNoLimiter(UInt128.Zero)
        : RateLimitPartition.GetTokenBucketLimiter(client, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = limits.Burst,
            TokensPerPeriod = limits.RequestsPerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        });

    private static UInt128 KeyOf(IPAddress client)
    {
        Span<byte> bytes = stackalloc byte[16];
        client.MapToIPv6().TryWriteBytes(bytes, out _);
        if (client is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false })
            bytes[ClientBytesOfIPv6..].Clear();
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }

    private static ValueTask RefuseAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        var seconds = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)) : 1;
        rejected.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        rejected.HttpContext.Response.Headers.CacheControl = "no-store";
        return new(TypedResults.Problem(statusCode: StatusCodes.Status429TooManyRequests, detail: $"Too many requests from your address; try again in {seconds} s.").ExecuteAsync(rejected.HttpContext));
    }
}
