namespace KnowledgeBase.Web.Publishing;

/// <summary>
/// The operating system's word that something in a folder changed. It is only a hint: it may come late, twice or not at all, and ends without a word when
/// the folder is replaced; <see cref="ContentWatcher"/> therefore lists the folder as well and starts this anew.
/// </summary>
/// <param name="folder">The full path.</param>
/// <param name="changed">Called for every change, from any thread; true where a file changed that may be content, false for hidden ones and where it is not known.</param>
internal sealed class ContentEvents(string folder, Action<bool> changed) : IDisposable
{
    private const int MaxBuffer = 64 * 1024;

    private FileSystemWatcher? _watcher;

    /// <summary>Begins, again if need be; false where the system cannot tell of this folder, which may be gone or too large.</summary>
    public bool Start()
    {
        _watcher?.Dispose();
        _watcher = null;
        var watcher = new FileSystemWatcher { IncludeSubdirectories = true, InternalBufferSize = MaxBuffer };
        watcher.NotifyFilter |= NotifyFilters.Size | NotifyFilters.CreationTime;
        watcher.Changed += (_, change) => changed(IsContent(change.Name));
        watcher.Created += (_, change) => changed(IsContent(change.Name));
        watcher.Deleted += (_, change) => changed(IsContent(change.Name));
        watcher.Renamed += (_, change) => changed(IsContent(change.Name) || IsContent(change.OldName));
        watcher.Error += (_, _) => changed(false);
        try
        {
            watcher.Path = folder;
            watcher.EnableRaisingEvents = true;
            _watcher = watcher;
            return true;
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or UnauthorizedAccessException)
        {
            watcher.Dispose();
            return false;
        }
    }

    /// <summary>Hidden names are no content; a checkout writes many of them.</summary>
    private static bool IsContent(string? name) => name is not null && !Array.Exists(name.Split(Path.DirectorySeparatorChar), part => part.StartsWith('.'));

    public void Dispose() => _watcher?.Dispose();
}
