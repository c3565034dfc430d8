namespace KnowledgeBase.Content;

/// <summary>The images of the whole site, in a folder beside the pages root; Grav's stream <c>image://</c>.</summary>
internal static class SiteImages
{
    public const string Scheme = "image://";

    public const string Folder = "images";

    /// <summary>The URL below which they are served.</summary>
    public const string UrlPrefix = "/user/images/";
}
