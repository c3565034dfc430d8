using Microsoft.Extensions.Primitives;

namespace KnowledgeBase.Web.Ready;

/// <summary>The bytes of an answer in one coding, with the headers that say so.</summary>
internal sealed class ReadyBody(byte[] bytes, string entityTag, string? coding)
{
    // Seconds are fine enough to tell what is used least, and spare all others the write.
    private long _usedAt = Now;

    public byte[] Bytes { get; } = bytes;

    public StringValues EntityTag { get; } = entityTag;

    /// <summary>Empty for bytes as they are.</summary>
    public StringValues Coding { get; } = coding;

    /// <summary>When it was last sent, on a clock of its own.</summary>
    public long UsedAt => Volatile.Read(ref _usedAt);

    private static long Now => Environment.TickCount64 >> 10;

    public void Use()
    {
        if (Now is var now && now != UsedAt)
            Volatile.Write(ref _usedAt, now);
    }
}
