using System.Runtime.InteropServices;

namespace KnowledgeBase.Web.Publishing;

/// <summary>
/// Has the C library give back what is free. The runtime's compiler, the compressors and the grammars of code take blocks for moments, most of them while
/// the site starts; glibc would keep those, in a pool for each thread, as long as the process lives. Does nothing where there is another C library.
/// </summary>
internal static class NativeMemory
{
    private const string Library = "libc.so.6";

    // Of glibc's malloc.h.
    private const int TrimThreshold = -1;
    private const int MappingThreshold = -3;
    private const int MostArenas = -8;

    /// <summary>Sets fixed bounds, best before anything else: glibc raises its own with the first large block that is freed.</summary>
    public static void Bound() => Try(() =>
    {
        _ = SetOption(MappingThreshold, 64 * 1024);
        _ = SetOption(TrimThreshold, 128 * 1024);
        _ = SetOption(MostArenas, 1);
    });

    /// <summary>Gives back every free page.</summary>
    public static void Trim() => Try(() => _ = TrimHeaps(0));

    private static void Try(Action call)
    {
        if (!OperatingSystem.IsLinux())
            return;
        try
        {
            call();
        }
        catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException)
        {
            // Another C library, with rules of its own.
        }
    }

    [DllImport(Library, EntryPoint = "mallopt"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetOption(int option, int value);

    [DllImport(Library, EntryPoint = "malloc_trim"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int TrimHeaps(nuint padding);
}
