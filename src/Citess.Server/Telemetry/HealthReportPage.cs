using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Citess.Server.Telemetry;

/// <summary>What each check says, in a sentence that is safe to show to anybody.</summary>
internal static class HealthReportPage
{
    public static Task WriteAsync(HttpContext http, HealthReport report) => http.Response.WriteAsJsonAsync(
        new
        {
            status = report.Status.ToString(),
            checks = report.Entries.Select(check => new { name = check.Key, status = check.Value.Status.ToString(), says = check.Value.Description ?? "" }),
        },
        http.RequestAborted);
}
