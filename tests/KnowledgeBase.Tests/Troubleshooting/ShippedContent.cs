using KnowledgeBase.Content;
using KnowledgeBase.Troubleshooting;

namespace KnowledgeBase.Tests.Troubleshooting;

/// <summary>The knowledge base in <c>content/</c>, compiled once.</summary>
internal static class ShippedContent
{
    private static readonly Lazy<Task<KnowledgeSnapshot>> Compiled = new(BuildAsync);

    public static Task<KnowledgeSnapshot> Snapshot => Compiled.Value;

    public static async Task<Troubleshooter> TopicAsync(string id) => (await Snapshot).Troubleshooters.Single(topic => topic.Topic.Id.Value == id);

    private static async Task<KnowledgeSnapshot> BuildAsync() =>
        new KnowledgeBuilder(new BuildOptions { ColoursCode = false }).Build(await ContentFolder.Open(Path.Combine(Repository.Root, "content")).ReadAsync());
}
