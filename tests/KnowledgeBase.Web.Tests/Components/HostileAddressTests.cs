namespace KnowledgeBase.Web.Tests.Components;

public sealed class HostileAddressTests(Handbook handbook) : IClassFixture<Handbook>
{
    public static TheoryData<string> Addresses => new(
        "/%00", "/ropes/%00", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc/passwd", "/ropes/..%5c..%5cconfig/site.yaml", "/user/pages/../../config/site.yaml",
        "/user/pages/%2e%2e/%2e%2e/config/site.yaml", "//", "///", "//ropes", "/ropes//splices", "//evil.example", "//evil.example/", "//evil.example/%2e%2e", "/%5cevil.example", "/%5C%5Cevil.example/",
        "/en//evil.example", "/en//evil.example/", "/en/%5cevil.example", "//knot.svg/", "//start", "//start/", "/https://evil.example", "/ropes%0d%0aSet-Cookie:a=b", "/%ff%fe", "/%c0%ae%c0%ae/", "/%", "/%zz", "/%E0%A4%A",
        "/" + new string('a', 10_000), "/" + string.Join('/', Enumerable.Repeat("a", 4_000)), "/ropes?" + new string('q', 5_000), "/ropes?%00=%ff", "/<script>alert(1)</script>", "/ropes/\"onmouseover=\"x", "/api/v1/pages/%00", "/api/v1/pages/" + new string('a', 5_000), "/api//v1", "/api/v1/issues?q=%00&region=%ff");

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task No_address_breaks_the_site_or_leaves_it(string address)
    {
        var path = address.Split('?', 2);
        var context = await handbook.Site.Server.SendAsync(request =>
        {
            request.Request.Method = "GET";
            request.Request.Path = new(Uri.UnescapeDataString(path[0]));
            request.Request.QueryString = new(path.Length > 1 ? "?" + path[1] : "");
        });

        Assert.InRange(context.Response.StatusCode, 200, 499);
        var target = context.Response.Headers.Location.ToString();
        Assert.DoesNotMatch(@"^(//|/\\|[a-zA-Z][a-zA-Z+.-]*:)", target);
        Assert.False(context.Response.Headers.ContainsKey("Set-Cookie"));
    }

    [Fact]
    public async Task What_the_visitor_typed_is_shown_as_text()
    {
        var response = await handbook.Site.Visitor().GetAsync("/%3Cscript%3Ealert(1)%3C/script%3E");

        Assert.DoesNotContain("<script>", await response.Content.ReadAsStringAsync());
    }
}
