using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;

namespace KnowledgeBase.Web.Tests.Api;

/// <summary>The wizard for scripts, on the specimen of the rules that the library's tests keep.</summary>
public sealed class TroubleshootApiTests : IAsyncLifetime
{
    private const string Root = "/api/v1/troubleshoot";
    private const string CentOs = "ID=\"centos\"\r\nVERSION_ID=\"7\"\r\n";
    private const string Growing = "cpu=0 found=1 insert_failed=2\ncpu=1 found=1 insert_failed=1\ncpu=0 found=2 insert_failed=5\ncpu=1 found=2 insert_failed=4\n";

    private static readonly string[] Facts = ["symptom", "idle-time", "opened-by", "os", "peer", "vm-nat", "cloud-nat", "sg-mutual", "insert-failed", "app-keepalive", "kernel-keepalive"];

    private readonly Site _site = new(Path.Combine(Repository.Root, "tests", "KnowledgeBase.Tests", "Fixtures", "Wizard", "specimen"), configure: builder => builder.UseSetting("Limits:RequestsPerSecond", "100000").UseSetting("Limits:Burst", "100000"));

    public ValueTask InitializeAsync() => default;

    public async ValueTask DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task The_list_has_the_shape_of_the_contract()
    {
        var list = await GetAsync("");
        var topic = list.GetProperty("topics")[0];
        var fact = topic.GetProperty("facts")[3];

        Assert.Equal(["version", "topics"], Names(list));
        Assert.Equal(["id", "title", "facts"], Names(topic));
        Assert.Equal(Facts, topic.GetProperty("facts").EnumerateArray().Select(one => Text(one, "id")));
        Assert.Equal(["id", "ask", "help", "findOut", "evidence", "unknownAllowed", "options"], Names(fact));
        Assert.Equal(("os-release", JsonValueKind.Null, true), (Text(fact, "evidence"), fact.GetProperty("help").ValueKind, fact.GetProperty("unknownAllowed").GetBoolean()));
        Assert.Equal(["id", "label"], Names(fact.GetProperty("options")[0]));
        Assert.False(topic.GetProperty("facts")[0].GetProperty("unknownAllowed").GetBoolean());
    }

    [Fact]
    public async Task A_diagnosis_has_the_shape_of_the_contract()
    {
        var question = await GetAsync("/network?symptom=slow-setup&peer=internet&os=unknown");
        var issue = question.GetProperty("issues")[0];
        var result = await GetAsync("/network?symptom=idle-drop&idle-time=up-to-60s");
        var clash = await GetAsync("/network?symptom=slow-setup&peer=internet&cloud-nat=no&os=centos-7");

        Assert.Equal(["topic", "version", "canonical", "state", "next", "answers", "issues", "contradiction"], Names(question));
        Assert.Equal(["fact", "ask", "help", "findOut", "evidence", "unknownAllowed", "options"], Names(question.GetProperty("next")));
        Assert.Equal(["id", "title", "url", "status", "because", "noSolution", "solutions"], Names(issue));
        Assert.Equal(["fact", "option", "effect"], Names(issue.GetProperty("because")[0]));
        Assert.Equal(["symptom=slow-setup said", "os=unknown unknown", "peer=internet said", "cloud-nat=yes deduced", "sg-mutual=no deduced"], Answers(question));
        Assert.Equal((JsonValueKind.Null, "The way out always translates addresses"), (question.GetProperty("answers")[0].GetProperty("because").ValueKind, Text(question.GetProperty("answers")[3], "because")));
        Assert.Equal(("fallback", JsonValueKind.Null, JsonValueKind.Null), (Text(result, "state"), result.GetProperty("next").ValueKind, result.GetProperty("contradiction").ValueKind));
        Assert.Equal(["id", "text", "html", "status", "because"], Names(result.GetProperty("issues")[0].GetProperty("solutions")[0]));
        Assert.Equal(("contradiction", 0), (Text(clash, "state"), clash.GetProperty("issues").GetArrayLength()));
        Assert.Equal(["facts", "because"], Names(clash.GetProperty("contradiction")));
        Assert.Equal(["peer", "cloud-nat"], clash.GetProperty("contradiction").GetProperty("facts").EnumerateArray().Select(fact => fact.GetString()));
    }

    public static TheoryData<string, string, string, string, string> Walks => new()
    {
        { "symptom=idle-drop&idle-time=over-60s&opened-by=cloud-vm&peer=same-project&app-keepalive=own-interval", "", "result", "idle-tcp match, centos-delay ruledOut symptom, sdn-delay ruledOut symptom", "sg-return-rule applies, app-keepalive applies, sg-same-project applies, kernel-keepalive no" },
        { "symptom=idle-drop&idle-time=over-60s&opened-by=cloud-vm&peer=internet&app-keepalive=kernel-timed", "net.ipv4.tcp_keepalive_time = 7200", "result", "idle-tcp match, centos-delay ruledOut symptom, sdn-delay ruledOut symptom", "sg-return-rule applies, app-keepalive no, sg-same-project no, kernel-keepalive applies" },
        { "symptom=idle-drop&idle-time=up-to-60s", "", "fallback", "idle-tcp ruledOut idle-time, centos-delay ruledOut symptom, sdn-delay ruledOut symptom", "sg-return-rule no, app-keepalive no, sg-same-project no, kernel-keepalive no" },
        { "symptom=other", "", "fallback", "idle-tcp ruledOut symptom, centos-delay ruledOut symptom, sdn-delay ruledOut symptom", "sg-return-rule no, app-keepalive no, sg-same-project no, kernel-keepalive no" },
        { "symptom=slow-setup&vm-nat=yes&peer=same-project&cloud-nat=no", CentOs + Growing, "result", "centos-delay match, idle-tcp ruledOut symptom, sdn-delay ruledOut cloud-nat", "use-ubuntu applies" },
        { "symptom=slow-setup&os=ubuntu-18-04&peer=internet", "", "result", "sdn-delay match, idle-tcp ruledOut symptom, centos-delay ruledOut os", "" },
        { "symptom=slow-setup&os=ubuntu-18-04&peer=same-project&cloud-nat=no", "", "fallback", "idle-tcp ruledOut symptom, centos-delay ruledOut os, sdn-delay ruledOut cloud-nat", "sg-return-rule no, app-keepalive no, sg-same-project no, kernel-keepalive no" },
    };

    [Theory]
    [MemberData(nameof(Walks))]
    public async Task A_script_reaches_what_a_visitor_reaches(string query, string paste, string state, string issues, string solutions)
    {
        var pasted = paste.Length == 0 ? [] : (await PasteAsync(paste)).GetProperty("found").EnumerateArray().Select(found => (Fact: Text(found, "fact"), Option: Text(found, "option"))).ToArray();
        if (pasted.Length > 0)
            query = $"pasted={string.Join(',', pasted.Select(found => found.Fact))}&{string.Join('&', pasted.Select(found => $"{found.Fact}={found.Option}"))}&{query}";

        var diagnosis = await GetAsync("/network?" + query);

        Assert.Equal(state, Text(diagnosis, "state"));
        Assert.Equal(issues, string.Join(", ", diagnosis.GetProperty("issues").EnumerateArray().Select(Verdict)));
        Assert.Equal(solutions, string.Join(", ", diagnosis.GetProperty("issues")[0].GetProperty("solutions").EnumerateArray().Select(solution => $"{Text(solution, "id")} {Text(solution, "status")}")));
        Assert.All(pasted, found => Assert.Contains($"{found.Fact}={found.Option} pasted", Answers(diagnosis)));
        Assert.StartsWith("/troubleshoot/network/result?symptom=", Text(diagnosis, "canonical"));
        // Any order of the same answers is the same state, and the canonical link is its own.
        foreach (var again in (string[])[string.Join('&', query.Split('&').Reverse()), Text(diagnosis, "canonical").Split('?')[1]])
            Assert.Equal(diagnosis.GetRawText(), (await GetAsync("/network?" + again)).GetRawText());
    }

    [Fact]
    public async Task Answers_are_kept_by_their_edition()
    {
        foreach (var address in (string[])["", "/network", "/network?symptom=slow-setup&os=centos-7"])
        {
            using var full = await _site.Visitor().GetAsync(Root + address);
            using var head = await _site.Visitor().SendAsync(new HttpRequestMessage(HttpMethod.Head, Root + address));
            using var known = new HttpRequestMessage(HttpMethod.Get, Root + address);
            known.Headers.IfNoneMatch.Add(full.Headers.ETag!);
            using var again = await _site.Visitor().SendAsync(known);

            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.NotModified), (full.StatusCode, head.StatusCode, again.StatusCode));
            Assert.Equal((full.Headers.ETag, "application/json"), (head.Headers.ETag, head.Content.Headers.ContentType!.MediaType));
            Assert.Empty(await again.Content.ReadAsByteArrayAsync());
            Assert.False(full.Headers.Contains("Set-Cookie"));
        }
    }

    [Theory]
    [InlineData("/nothing", HttpStatusCode.NotFound)]
    [InlineData("/nothing?symptom=other", HttpStatusCode.NotFound)]
    [InlineData("/network/nothing", HttpStatusCode.NotFound)]
    [InlineData("/network/evidence", HttpStatusCode.NotFound)]
    public async Task What_does_not_exist_is_a_problem_in_words(string address, HttpStatusCode status)
    {
        using var response = await _site.Visitor().GetAsync(Root + address);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Null(response.Headers.ETag);
    }

    [Theory]
    [InlineData("invented=x&symptom=slow-setup", "symptom=slow-setup said", "?symptom=slow-setup")]
    [InlineData("symptom=invented", "", "")]
    [InlineData("symptom=unknown", "", "")]
    [InlineData("symptom=other&symptom=slow-setup", "symptom=slow-setup said", "?symptom=slow-setup")]
    [InlineData("symptom=slow-setup&symptom=", "symptom=slow-setup said", "?symptom=slow-setup")]
    [InlineData("SYMPTOM=slow-setup", "", "")]
    [InlineData("pasted=symptom,nothing&undecided=conntrack,nothing&symptom=slow-setup", "symptom=slow-setup pasted", "?symptom=slow-setup&pasted=symptom&undecided=conntrack")]
    public async Task What_means_nothing_is_left_out_of_the_canonical_link(string query, string answers, string canonical)
    {
        var diagnosis = await GetAsync("/network?" + query);

        Assert.Equal(answers, string.Join(", ", Answers(diagnosis)));
        Assert.Equal(canonical, Text(diagnosis, "canonical") is var link && link.Contains('?', StringComparison.Ordinal) ? link[link.IndexOf('?', StringComparison.Ordinal)..] : "");
    }

    [Fact]
    public async Task No_query_is_a_fault_of_the_server()
    {
        var random = new Random(11);
        string[] values = ["yes", "no", "unknown", "", "internet", "centos-7", "idle-drop", "slow-setup", "%00", "%ff%fe", "%F0%9F%92%A9", "a%26b%3Dc", "..%2F..", "%", "+", "'\"<script>", new string('x', 1_500)];
        string[] keys = [.. Facts, "pasted", "undecided", "fact", "", "%00", "Symptom", "topic", "q"];
        var client = _site.Visitor();
        for (var run = 0; run < 400; run++)
        {
            var query = string.Join('&', Enumerable.Range(0, random.Next(14)).Select(_ => keys[random.Next(keys.Length)] + (random.Next(8) == 0 ? "" : "=" + values[random.Next(values.Length)])));
            using var response = await client.GetAsync($"{Root}/network?{query}");
            var status = (int)response.StatusCode;

            Assert.True(status is 200 or 400 or 414, $"{query} gives {status}.");
            if (status == 200)
                Assert.Contains(Text(JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement, "state"), (string[])["question", "result", "fallback", "contradiction"]);
        }
        foreach (var query in (string[])[$"symptom={new string('x', 10_000)}", $"{new string('k', 10_000)}=x", $"pasted={string.Join(',', Enumerable.Repeat("os", 3_000))}", string.Join('&', Enumerable.Repeat("symptom=other", 700))])
        {
            using var response = await client.GetAsync($"{Root}/network?{query}");
            Assert.True((int)response.StatusCode is 200 or 400 or 414, $"{query[..20]} gives {(int)response.StatusCode}.");
        }
    }

    [Fact]
    public async Task Output_that_proves_nothing_says_why_and_nothing_is_kept()
    {
        using var response = await PostAsync("root@vm:~# conntrack -S\ncpu=0 insert_failed=3\n", "text/plain");
        var reading = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

        Assert.Equal(["found", "undecided"], Names(reading));
        Assert.Equal((0, "conntrack", "one sample only; run it twice"), (reading.GetProperty("found").GetArrayLength(), Text(reading.GetProperty("undecided")[0], "reader"), Text(reading.GetProperty("undecided")[0], "because")));
        Assert.Equal(["reader", "because"], Names(reading.GetProperty("undecided")[0]));
        Assert.Equal(("no-store", null), (response.Headers.CacheControl!.ToString(), response.Headers.ETag));
    }

    [Theory]
    [InlineData("application/json", "{}")]
    [InlineData("application/x-www-form-urlencoded", "paste=x")]
    [InlineData("multipart/form-data; boundary=x", "--x--")]
    public async Task Other_kinds_of_text_are_refused(string type, string body)
    {
        using var response = await PostAsync(body, type);

        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task Any_bytes_are_read()
    {
        byte[] line = [.. Encoding.ASCII.GetBytes("ID=centos\0\r\nVERSION_ID=\"7\"\r\n"), 0xff, 0xfe, 0x00, 0x0a, .. Encoding.ASCII.GetBytes("net.ipv4.tcp_keepalive_time = 30\n")];
        foreach (var bytes in (byte[][])[[], [0], [0xff], line, [.. Enumerable.Repeat((byte)'=', 64 * 1024)]])
        {
            using var content = new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("text/plain") } };
            using var response = await _site.Visitor().PostAsync($"{Root}/network/evidence", content);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            if (bytes == line)
                Assert.Equal("kernel-keepalive", Text(JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("found")[0], "fact"));
        }
    }

    private async Task<JsonElement> GetAsync(string address)
    {
        using var response = await _site.Visitor().GetAsync(Root + address);
        Assert.Equal((HttpStatusCode.OK, "application/json"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }

    private async Task<JsonElement> PasteAsync(string text)
    {
        using var response = await PostAsync(text, "text/plain");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }

    private Task<HttpResponseMessage> PostAsync(string text, string type) =>
        _site.Visitor().PostAsync($"{Root}/network/evidence", new ByteArrayContent(Encoding.UTF8.GetBytes(text)) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } });

    private static string Verdict(JsonElement issue) =>
        $"{Text(issue, "id")} {Text(issue, "status")}{(Text(issue, "status") == "ruledOut" ? " " + Text(issue.GetProperty("because")[0], "fact") : "")}";

    private static string[] Answers(JsonElement diagnosis) => [.. diagnosis.GetProperty("answers").EnumerateArray().Select(answer => $"{Text(answer, "fact")}={Text(answer, "option")} {Text(answer, "source")}")];

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(property => property.Name);

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
