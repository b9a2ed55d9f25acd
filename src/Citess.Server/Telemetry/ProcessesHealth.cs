using Microsoft.Extensions.Diagnostics.HealthChecks;
using Orleans.Runtime;

namespace Citess.Server.Telemetry;

/// <summary>Says how many processes of this pole see each other. One alone is well: the others may be stopped on purpose.</summary>
internal sealed class ProcessesHealth(ISiloStatusOracle silos) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var active = silos.GetApproximateSiloStatuses(onlyActive: true).Count;
        return Task.FromResult(active > 0
            ? HealthCheckResult.Healthy($"{active} of this pole's processes run.")
            : HealthCheckResult.Unhealthy("This process is starting or stopping."));
    }
}
