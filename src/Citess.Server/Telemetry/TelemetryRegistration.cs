using Citess.Poles.Kernel;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Citess.Server.Telemetry;

/// <summary>Health, metrics and traces. Without OTEL_EXPORTER_OTLP_ENDPOINT nothing is sent anywhere.</summary>
internal static class TelemetryRegistration
{
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        var telemetry = builder.Services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService("citess", serviceVersion: ThisAssembly.Version));
        builder.Services.AddHealthChecks().AddCheck<ProcessesHealth>("processes");
        if (string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            return;
        }

        telemetry
            .WithMetrics(metrics => metrics.AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddRuntimeInstrumentation().AddMeter("Microsoft.Orleans", "Citess.*").AddOtlpExporter())
            .WithTracing(traces => traces.AddAspNetCoreInstrumentation(requests => requests.Filter = http => !Secrecy.HasSecret(http.Request.Path)).AddHttpClientInstrumentation().AddSource("Microsoft.Orleans.Runtime", "Microsoft.Orleans.Application", "Citess.*").AddOtlpExporter());
    }

    /// <summary>
    /// <c>/health/live</c> says that the process runs, <c>/health/ready</c> that it can keep what it is given, and if not, why.
    /// Before sessions are looked at: these need what may be away.
    /// </summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new() { Predicate = _ => false }).ShortCircuit();
        routes.MapHealthChecks("/health/ready", new() { ResponseWriter = HealthReportPage.WriteAsync }).ShortCircuit();
    }
}
