using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace KnowledgeBase.Web.Publishing;

/// <summary>Ready means: there is an edition to read and to search, and the program is not about to end.</summary>
internal sealed class KnowledgeHealthCheck(KnowledgePublisher publisher, IHostApplicationLifetime lifetime) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(publisher.Current is not { } current ? HealthCheckResult.Unhealthy("No edition is published yet.")
            : !current.IsSearchable ? HealthCheckResult.Unhealthy("The index is not made yet.")
            : lifetime.ApplicationStopping.IsCancellationRequested ? HealthCheckResult.Unhealthy("The program is ending.")
            : HealthCheckResult.Healthy());
}
