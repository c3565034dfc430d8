using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KnowledgeBase.Export;

/// <summary>How the documents become JSON: camelCase, absent values <c>null</c>, text as UTF-8 and not as escapes.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PageDocument))]
[JsonSerializable(typeof(PageEntry))]
[JsonSerializable(typeof(IssueDocument))]
[JsonSerializable(typeof(SearchDocument))]
[JsonSerializable(typeof(TopicList))]
[JsonSerializable(typeof(DiagnosisDocument))]
[JsonSerializable(typeof(EvidenceDocument))]
public sealed partial class ExportJson : JsonSerializerContext
{
    /// <summary>Escapes only what JSON demands. The documents are served as <c>application/json</c> and never stand inside HTML.</summary>
    public static JavaScriptEncoder Encoder => JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
}
