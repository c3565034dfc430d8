using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Web.Tests.Publishing;

/// <summary>What operators write in the configuration is what the site does.</summary>
public sealed class SettingsTests
{
    private static readonly Dictionary<string, object> Written = new()
    {
        ["Author:Enabled"] = false,
        ["Cache:Megabytes"] = 7,
        ["Content:Path"] = Repository.Content,
        ["Content:Watch"] = "poll",
        ["Content:PollMilliseconds"] = 60_000,
        ["Content:RereadSeconds"] = 61,
        ["Limits:RequestsPerSecond"] = 11,
        ["Limits:Burst"] = 12,
        ["Limits:ExemptsLoopback"] = false,
        ["Limits:AnswerSeconds"] = 13,
        ["Limits:Connections"] = 14,
        ["Limits:HeaderSeconds"] = 15,
        ["Limits:Circuits"] = 16,
        ["Limits:CircuitsPerClient"] = 17,
        ["Proxies:Trusted"] = "10.0.0.7",
        ["Site:Url"] = "https://docs.example.org",
        ["Site:EditUrl"] = "https://git.example.org/edit/{file}",
        ["Site:Secret"] = "0123456789abcdef0123456789abcdef",
        ["Status:Key"] = "0123456789abcdef",
    };

    [Fact]
    public async Task Each_setting_reaches_the_site()
    {
        await using var site = new Site(Repository.Content, configure: builder =>
        {
            foreach (var (name, value) in Written)
                builder.UseSetting(name, Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture));
        });

        var read = new Dictionary<string, object?>();
        foreach (var settings in typeof(Program).Assembly.GetTypes().Where(type => type.GetField("Section") is { IsLiteral: true }))
            foreach (var setting in settings.GetProperties().Where(setting => setting.CanWrite))
                read.Add($"{settings.GetField("Section")!.GetRawConstantValue()}:{setting.Name}", setting.GetValue(Value(site, settings)));

        Assert.Equal(Written.OrderBy(pair => pair.Key, StringComparer.Ordinal), read.OrderBy(pair => pair.Key, StringComparer.Ordinal)!);
    }

    private static object Value(Site site, Type settings) =>
        typeof(IOptions<>).MakeGenericType(settings).GetProperty(nameof(IOptions<>.Value))!.GetValue(site.Services.GetRequiredService(typeof(IOptions<>).MakeGenericType(settings)))!;
}
