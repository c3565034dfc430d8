using System.ComponentModel;
using KnowledgeBase.Export;
using KnowledgeBase.Troubleshooting;
using KnowledgeBase.Web.Publishing;
using KnowledgeBase.Web.Telemetry;
using KnowledgeBase.Web.Troubleshooting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KnowledgeBase.Web.Api;

/// <summary><c>/api/v1/troubleshoot</c>: the wizard without pages. Every answer is a pure function of edition and address.</summary>
internal static class TroubleshootApi
{
    private const string Group = "Troubleshooting";
    private const string PlainText = "text/plain";

    public static void MapTroubleshoot(this IApiRoutes api)
    {
        api.Read("/troubleshoot", List).WithTags(Group)
            .WithSummary("All topics").WithDescription("The topics of the wizard with everything that they can ask.")
            .Produces<TopicList>();
        api.Read("/troubleshoot/{topic}", Diagnose).WithTags(Group)
            .WithSummary("What answers mean")
            .WithDescription("Answers stand in the query as `fact=option`, in any order; `unknown` is the answer \"I do not know\", `pasted=fact,fact` marks answers that were read from pasted output. What the topic does not know is left out; `canonical` shows what was understood.")
            .Produces<DiagnosisDocument>().ProducesProblem(StatusCodes.Status404NotFound);
        api.Send("/troubleshoot/{topic}/evidence", ReadEvidenceAsync).WithTags(Group)
            .WithSummary("What pasted output proves")
            .WithDescription("Reads the output of commands, at most 64 KB of it, with every reader of the topic. The text is not kept.")
            .Accepts<string>(PlainText).Produces<EvidenceDocument>().ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
    }

    private static Ok<TopicList> List(PublishedKnowledge knowledge) => TypedResults.Ok(new TopicList(knowledge.Snapshot));

    private static IResult Diagnose([Description("The id of a topic.")] string topic, HttpRequest request, PublishedKnowledge knowledge, SiteMetrics metrics)
    {
        if (knowledge.Snapshot.FindTopic(topic) is not { } rules)
            return Missing(knowledge.Snapshot, topic);
        var document = new DiagnosisDocument(rules.Diagnose(AnswersOf(rules, request)), knowledge.Snapshot.Version);
        metrics.Diagnosed(document.Topic, document.State);
        return TypedResults.Ok(document);
    }

    /// <summary>What was tried is a matter of the pages; here it would be part of an address that means the same without it.</summary>
    private static Answers AnswersOf(Troubleshooter rules, HttpRequest request) => rules.Links.Read(QueryPairs.Of(request)).Answers with { Tried = [] };

    private static async Task<IResult> ReadEvidenceAsync([Description("The id of a topic.")] string topic, HttpContext context, PublishedKnowledge knowledge, CancellationToken cancellationToken)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (knowledge.Snapshot.FindTopic(topic) is not { } rules)
            return Missing(knowledge.Snapshot, topic);
        if (await PastedText.ReadAsync(context.Request, cancellationToken) is not { } text)
            return TypedResults.Problem(statusCode: StatusCodes.Status413PayloadTooLarge, detail: $"At most {PastedText.MaxBytes} bytes are read.");
        return TypedResults.Ok(new EvidenceDocument(rules.ReadEvidence(text)));
    }

    private static ProblemHttpResult Missing(KnowledgeSnapshot snapshot, string topic) => TypedResults.Problem(
        statusCode: StatusCodes.Status404NotFound,
        detail: snapshot.FindUnavailable(topic) is null ? "There is no such topic; /api/v1/troubleshoot lists those that exist." : "The rules of this topic cannot be used at the moment.");
}
