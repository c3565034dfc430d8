using KnowledgeBase.Web.Publishing;
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
        ["Content:Path"] = Path.Combine(Repository.Content, "pages"),
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
                builder.UseSetting(name, Text(value));
        });

        var read = new Dictionary<string, object?>();
        foreach (var settings in typeof(Program).Assembly.GetTypes().Where(type => type.GetField("Section") is { IsLiteral: true }))
            foreach (var setting in settings.GetProperties().Where(setting => setting.CanWrite))
                read.Add($"{settings.GetField("Section")!.GetRawConstantValue()}:{setting.Name}", setting.GetValue(Value(site, settings)));

        Assert.Equal(Written.OrderBy(pair => pair.Key, StringComparer.Ordinal), read.OrderBy(pair => pair.Key, StringComparer.Ordinal)!);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Watching_in_no_way_is_refused_with_the_ways_there_are(string? watch) =>
        Assert.Equal("Content:Watch is ''; set it to events, poll or off.", new ContentOptions { Watch = watch! }.Problem);

    [Theory]
    [InlineData("Cache:Megabytes")]
    [InlineData("Limits:ExemptsLoopback")]
    [InlineData("Content:PollMilliseconds")]
    [InlineData("Site:Url")]
    public async Task A_setting_that_may_be_left_out_may_be_empty(string name)
    {
        await using var plain = new Site(Repository.Content);
        await using var empty = new Site(Repository.Content, configure: builder => builder.UseSetting(name, ""));
        var settings = typeof(Program).Assembly.GetTypes().Single(type => type.GetField("Section") is { IsLiteral: true } section && name.StartsWith(section.GetRawConstantValue() + ":", StringComparison.Ordinal));

        var property = settings.GetProperty(name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..])!;

        Assert.Equal(property.GetValue(Value(plain, settings)) ?? "", property.GetValue(Value(empty, settings)));
    }

    private static string Text(object value) => value is bool flag ? flag ? "true" : "false" : Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!;

    private static object Value(Site site, Type settings) =>
        typeof(IOptions<>).MakeGenericType(settings).GetProperty(nameof(IOptions<>.Value))!.GetValue(site.Services.GetRequiredService(typeof(IOptions<>).MakeGenericType(settings)))!;
}
