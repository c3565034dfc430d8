using System.Text.Json;

namespace KnowledgeBase.Export;

/// <summary>The whole knowledge base as one JSON document: the same bytes for the same files, whatever the machine.</summary>
public static class ExportDocument
{
    /// <summary>Writes the document as UTF-8, page by page, so that a large site never stands in memory twice.</summary>
    public static void Write(KnowledgeSnapshot snapshot, Stream output)
    {
        using var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = ExportJson.Encoder, SkipValidation = true });
        writer.WriteStartObject();
        writer.WriteString("version", snapshot.Version);
        writer.WriteStartArray("pages");
        foreach (var page in snapshot.Pages)
        {
            JsonSerializer.Serialize(writer, new PageDocument(page), ExportJson.Default.PageDocument);
            if (writer.BytesPending > FlushBytes)
                writer.Flush();
        }
        writer.WriteEndArray();
        writer.WriteStartArray("issues");
        foreach (var issue in snapshot.Issues)
            JsonSerializer.Serialize(writer, new IssueDocument(issue), ExportJson.Default.IssueDocument);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private const int FlushBytes = 1 << 16;
}
