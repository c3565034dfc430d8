using KnowledgeBase.Web.Components;
using Microsoft.AspNetCore.Http;

namespace KnowledgeBase.Web.Tests.Components;

public sealed class SiteAddressTests
{
    [Theory]
    [InlineData("//evil.example/a", "", "/evil.example/a")]
    [InlineData("/\\evil.example", "", "/evil.example")]
    [InlineData("/a", "?x=1", "/a?x=1")]
    [InlineData("/a?y=2#part", "?x=1", "/a?y=2&x=1#part")]
    [InlineData("https://exämple.org/ü", "", "https://xn--exmple-cua.org/%C3%BC")]
    public void A_redirect_stays_on_the_site_unless_an_author_names_another(string target, string query, string expected) =>
        Assert.Equal(expected, SiteAddress.OfRedirect(target, new QueryString(query)));
}
