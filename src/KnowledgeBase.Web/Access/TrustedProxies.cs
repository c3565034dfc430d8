using System.Net;
using KnowledgeBase.Web.Publishing;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using IPNetwork = System.Net.IPNetwork;

namespace KnowledgeBase.Web.Access;

/// <summary>Which proxies are believed when they say who the client is; section <c>Proxies</c> of the configuration.</summary>
internal sealed record ProxyOptions
{
    public const string Section = "Proxies";

    /// <summary>Addresses and networks with commas between, such as <c>10.0.0.7, 10.1.0.0/16</c>. Without any, nobody is believed.</summary>
    public string? Trusted { get; set; }

    internal IEnumerable<string> Names => (Trusted ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    internal string? Problem => Names.FirstOrDefault(name => TrustedProxies.Parse(name) is null) is { } wrong
        ? $"Proxies:Trusted names '{wrong}', which is neither an address nor a network; write them as in 10.0.0.7, 10.1.0.0/16."
        : null;
}

/// <summary>Takes the client's address and the scheme from the headers of trusted proxies, and from nobody else's.</summary>
internal static class TrustedProxies
{
    public static void AddTrustedProxies(this IServiceCollection services)
    {
        services.AddOptions<ProxyOptions>().BindConfiguration(ProxyOptions.Section).Check(proxies => proxies.Problem);
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<ProxyOptions>>((forwarded, proxies) =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            // A chain of proxies is followed as long as each of them is trusted.
            forwarded.ForwardLimit = null;
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var network in proxies.Value.Names.Select(Parse).OfType<IPNetwork>())
                forwarded.KnownIPNetworks.Add(network);
        });
    }

    public static void UseTrustedProxies(this WebApplication app)
    {
        if (app.Configuration[$"{ProxyOptions.Section}:{nameof(ProxyOptions.Trusted)}"] is { Length: > 0 })
            app.UseForwardedHeaders();
    }

    internal static IPNetwork? Parse(string name) =>
        IPAddress.TryParse(name, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : IPNetwork.TryParse(name, out var network) ? network
        : null;
}
