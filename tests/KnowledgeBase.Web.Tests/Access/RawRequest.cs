using System.Net.Sockets;
using System.Text;

namespace KnowledgeBase.Web.Tests.Access;

/// <summary>Bytes as they are: requests that a well-behaved client never sends.</summary>
internal static class RawRequest
{
    /// <summary>Sends a text and reads until the site closes or has answered; returns the first line of the answer, empty for none.</summary>
    public static async Task<string> SendAsync(Uri site, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(site.Host, site.Port);
        var stream = client.GetStream();
        try
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
            return await FirstLineAsync(stream);
        }
        catch (IOException)
        {
            // Closed while we were still sending.
            return "";
        }
    }

    public static async Task<string> FirstLineAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
        return await reader.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(1)) ?? "";
    }
}
