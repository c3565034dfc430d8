using KnowledgeBase.Web.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace KnowledgeBase.Web.Tests.Access;

public sealed class AddressTests
{
    [Fact]
    public void Without_a_setting_the_site_listens_at_5080() => Assert.Equal("http://localhost:5080", AddressWith());

    [Theory]
    [InlineData("--urls=http://127.0.0.1:9000", "http://127.0.0.1:9000")]
    [InlineData("--http_ports=8080", null)]
    [InlineData("--Kestrel:Endpoints:Web:Url=http://127.0.0.1:9000", null)]
    public void A_configured_address_is_left_alone(string setting, string? urls) => Assert.Equal(urls, AddressWith(setting));

    private static string? AddressWith(params string[] arguments)
    {
        var builder = WebApplication.CreateBuilder(arguments);
        builder.AddAddress();
        return builder.WebHost.GetSetting("urls");
    }
}
