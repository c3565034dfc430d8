using System.Globalization;
using KnowledgeBase.Content;
using KnowledgeBase.Web.Access;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace KnowledgeBase.Web.Components;

/// <summary>A file that lies beside a page: image, download, attachment.</summary>
internal static class AuthorsFileResult
{
    private const string UnknownType = "application/octet-stream";

    private static readonly FileExtensionContentTypeProvider Types = new();

    /// <summary>The file with its validators; null where it is gone since the edition was built.</summary>
    public static IResult? Of(HttpContext context, ContentFolder folder, MediaFile media)
    {
        if (folder.FullPath(media) is not { } path)
            return null;
        var type = TypeOf(path);
        var file = new FileInfo(path);
        if (!file.Exists)
            return null;
        var tag = string.Create(CultureInfo.InvariantCulture, $"\"{file.LastWriteTimeUtc.Ticks:x}-{file.Length:x}\"");
        context.MarkAsAuthorsFile(type);
        context.Response.Headers.CacheControl = "no-cache";
        // A browser that does not know what it is keeps it instead of guessing, and so does one that would run it.
        if (type == UnknownType || context.RequestServices.GetRequiredService<ActiveFiles>().Contains(file, type))
            context.Response.Headers.ContentDisposition = "attachment";
        return TypedResults.PhysicalFile(path, type, fileDownloadName: null, file.LastWriteTimeUtc, new EntityTagHeaderValue(tag), enableRangeProcessing: true);
    }

    private static string TypeOf(string path)
    {
        if (!Types.TryGetContentType(path, out var type))
            return UnknownType;
        return type.StartsWith("text/", StringComparison.Ordinal) ? type + "; charset=utf-8" : type;
    }
}
