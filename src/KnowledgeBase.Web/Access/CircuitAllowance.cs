using Microsoft.Extensions.Options;

namespace KnowledgeBase.Web.Access;

/// <summary>
/// What one circuit may have computed: as much as one client may ask for by requests, which its messages are not. Who is refused loads the page, which is
/// counted. One for each circuit, and called by it alone.
/// </summary>
internal sealed class CircuitAllowance(IOptions<LimitOptions> limits, TimeProvider clock)
{
    private double _left = limits.Value.Burst;
    private long _since = clock.GetTimestamp();

    /// <summary>Takes one computation; false where there is none left for now.</summary>
    public bool TryTake()
    {
        var now = clock.GetTimestamp();
        _left = Math.Min(limits.Value.Burst, _left + clock.GetElapsedTime(_since, now).TotalSeconds * limits.Value.RequestsPerSecond);
        _since = now;
        if (_left < 1)
            return false;
        _left--;
        return true;
    }
}
