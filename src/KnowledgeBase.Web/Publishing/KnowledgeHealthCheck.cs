using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace KnowledgeBase.Web.Publishing;

/// <summary>Ready means: there is an edition to read.</summary>
internal sealed class KnowledgeHealthCheck(KnowledgePublisher publisher) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(publisher.Current is null ? HealthCheckResult.Unhealthy("No edition is published yet.") : HealthCheckResult.Healthy());
}
