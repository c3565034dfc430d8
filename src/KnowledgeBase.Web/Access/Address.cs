namespace KnowledgeBase.Web.Access;

internal static class Address
{
    private const string Default = "http://localhost:5080";

    /// <summary>
    /// Listens at <see cref="Default"/> unless an address is configured. It is not in <c>appsettings.json</c>, because there it would win over the
    /// framework's own environment variable.
    /// </summary>
    public static void AddAddress(this WebApplicationBuilder builder)
    {
        string[] keys = ["urls", "http_ports", "https_ports"];
        if (keys.All(key => string.IsNullOrEmpty(builder.Configuration[key])) && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
            builder.WebHost.UseUrls(Default);
    }
}
