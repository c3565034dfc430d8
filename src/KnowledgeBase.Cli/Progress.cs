namespace KnowledgeBase.Cli;

/// <summary>Tells on standard error what takes so long: nothing within the first second, then one line that is kept up to date on a terminal.</summary>
internal sealed class Progress : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly Timer _timer;
    private string _step = "";
    private bool _isShown;

    private Progress() => _timer = new Timer(_ => Show(), null, Patience, Timeout.InfiniteTimeSpan);

    public static Progress Start() => new();

    public void Report(string step)
    {
        lock (_lock)
        {
            _step = step;
            if (_isShown)
                Write();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _timer.DisposeAsync();
        lock (_lock)
        {
            if (_isShown && !Console.IsErrorRedirected)
                Console.Error.Write("\r\e[K");
        }
    }

    private void Show()
    {
        lock (_lock)
        {
            _isShown = true;
            Write();
        }
    }

    private void Write()
    {
        if (Console.IsErrorRedirected)
            Console.Error.WriteLine($"{_step} …");
        else
            Console.Error.Write($"\r\e[K{_step} …");
    }
}
