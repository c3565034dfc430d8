using KnowledgeBase.Troubleshooting;

namespace KnowledgeBase.Web.Troubleshooting;

/// <summary>Finds topics by the name in an address, in any capitals.</summary>
internal static class Topics
{
    public static Troubleshooter? FindTopic(this KnowledgeSnapshot snapshot, string name) => snapshot.Troubleshooters.FirstOrDefault(topic => IsNamed(topic.Topic.Id, name));

    /// <summary>A topic that steps aside because its rules are broken.</summary>
    public static UnavailableTopic? FindUnavailable(this KnowledgeSnapshot snapshot, string name) => snapshot.UnavailableTopics.FirstOrDefault(topic => IsNamed(topic.Id, name));

    private static bool IsNamed(TopicId id, string name) => id.Value.Equals(name, StringComparison.OrdinalIgnoreCase);
}
