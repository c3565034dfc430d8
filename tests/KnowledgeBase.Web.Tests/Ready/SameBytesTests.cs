using System.IO.Compression;
using System.Net;
using KnowledgeBase.Web.Publishing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace KnowledgeBase.Web.Tests.Ready;

/// <summary>Nothing is faster by being different: what is kept is what would be made anew.</summary>
public sealed class SameBytesTests
{
    [Fact]
    public async Task Every_page_of_the_shipped_content_is_kept_as_it_would_be_made_anew() => await CompareAsync(Repository.Content);

    [Fact]
    public async Task Every_page_of_a_large_site_is_kept_as_it_would_be_made_anew()
    {
        var folder = ContentTests.Corpus("stack");
        Assert.SkipUnless(Directory.Exists(folder), $"There is no {folder}.");

        await CompareAsync(folder);
    }

    private static async Task CompareAsync(string folder)
    {
        await using var kept = new Site(folder);
        await using var anew = new Site(folder, configure: builder => builder.UseSetting("Cache:Megabytes", "0"));
        var pages = kept.Services.GetRequiredService<KnowledgePublisher>().Current!.Snapshot.Pages.Where(page => page is { IsRoutable: true, Redirect: null })
            .Select(page => string.Join('/', page.Route.Split('/').Select(Uri.EscapeDataString))).Distinct().ToList();
        Assert.NotEmpty(pages);
        var addresses = pages.Concat(pages.Where(route => route != "/").SelectMany(route => (string[])[route + ".md", "/api/v1/pages" + route]))
            .Concat(["/", "/index.md", "/issues", "/keyboard", "/robots.txt", "/sitemap.xml", "/issues.atom", "/llms.txt", "/api/v1/pages", "/api/v1/pages/", "/api/v1/issues"]);

        foreach (var address in addresses)
        {
            var (fresh, first) = (await AskAsync(anew, address), await AskAsync(kept, address));
            var (again, small, smaller) = (await AskAsync(kept, address), await AskAsync(kept, address, "gzip"), await AskAsync(kept, address, "br"));

            Assert.True(fresh.Status == HttpStatusCode.OK, $"{address}: {fresh.Status}");
            foreach (var same in (Answer[])[first, again, small, smaller])
            {
                Assert.True(fresh.Bytes.SequenceEqual(same.Bytes), $"{address} has other bytes.");
                Assert.Equal(fresh.Headers, same.Headers);
            }
        }
    }

    private sealed record Answer(HttpStatusCode Status, byte[] Bytes, string Headers);

    private static async Task<Answer> AskAsync(Site site, string address, string coding = "identity")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Accept-Encoding", coding } } };
        using var response = await site.Visitor().SendAsync(request);
        var headers = response.Headers.Concat(response.Content.Headers).Where(header => header.Key is not ("ETag" or "Vary" or "Content-Length" or "Content-Encoding"))
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}").Order(StringComparer.Ordinal);
        await using var sent = await response.Content.ReadAsStreamAsync();
        await using var plain = response.Content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "br" => new BrotliStream(sent, CompressionMode.Decompress),
            "gzip" => new GZipStream(sent, CompressionMode.Decompress),
            _ => sent,
        };
        using var bytes = new MemoryStream();
        await plain.CopyToAsync(bytes);
        return new Answer(response.StatusCode, bytes.ToArray(), string.Join('\n', headers));
    }
}
