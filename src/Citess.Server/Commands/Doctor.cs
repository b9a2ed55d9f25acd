using System.Globalization;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Ledger;
using Citess.Server.Hosting;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Citess.Server.Commands;

/// <summary>Looks at what most often goes wrong, and says how to mend it.</summary>
internal static class Doctor
{
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(60);

    /// <summary>True when nothing is wrong.</summary>
    public static async Task<bool> LookAsync(IServiceProvider services, TextWriter say)
    {
        var isWell = await DatabaseAsync(services, say);
        isWell &= Address(services, say);
        isWell &= await CouriersAsync(services, say);
        isWell &= await ClockAsync(services, say);
        return isWell;
    }

    private static async Task<bool> DatabaseAsync(IServiceProvider services, TextWriter say)
    {
        var report = await services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        foreach (var (name, entry) in report.Entries)
        {
            await Say(say, entry.Status == HealthStatus.Healthy, name, entry.Description ?? "works", "Look at the disk (free space, rights) and at the database's own log.");
        }

        return report.Status == HealthStatus.Healthy;
    }

    private static bool Address(IServiceProvider services, TextWriter say)
    {
        var options = services.GetRequiredService<IOptions<CitessOptions>>().Value;
        var isPublic = options.ParsedOrigin.Scheme == Uri.UriSchemeHttps;
        _ = Say(say, isPublic, "address", options.Origin, "Only this machine reaches it. For a public pole set Citess:Origin to its https address; see deploy/README.md.");
        if (options.Federation.AllowPrivateAddresses)
        {
            _ = Say(say, isGood: false, "private addresses", "allowed", "Set Citess:Federation:AllowPrivateAddresses to false on any server that others reach.");
        }

        return true;
    }

    private static async Task<bool> CouriersAsync(IServiceProvider services, TextWriter say)
    {
        var head = await services.GetRequiredService<ILedger>().HeadAsync();
        var isWell = true;
        foreach (var stand in await services.GetRequiredService<ICourierTable>().AllAsync())
        {
            var waits = stand.Sees is null ? 0 : head - stand.Cursor;
            var isGood = stand.Problem is null || waits == 0;
            isWell &= isGood;
            await Say(say, isGood, stand.Relation, string.Create(CultureInfo.InvariantCulture, $"{waits} waiting, {stand.Refused} refused"),
                $"It says: {stand.Problem}. Nothing is lost; the next try is at {stand.DueAt:u}. Ask the partner whether their pole runs.");
        }

        return isWell;
    }

    /// <summary>Signatures carry a time: a clock that is off makes partners refuse them.</summary>
    private static async Task<bool> ClockAsync(IServiceProvider services, TextWriter say)
    {
        var clock = services.GetRequiredService<TimeProvider>();
        var http = services.GetRequiredService<HttpClient>();
        var partners = await services.GetRequiredService<ICatalogue>().SearchAsync(new() { Kind = "partner", Least = Poles.Kernel.Audience.Own, Take = 20 });
        foreach (var partner in partners.Entries)
        {
            try
            {
                using var answer = await http.GetAsync(new Uri(new Uri(partner.Facts["actor"]), "/.well-known/nodeinfo"));
                if (answer.Headers.Date is { } date)
                {
                    var off = (clock.GetUtcNow() - date).Duration();
                    await Say(say, off < ClockTolerance, "clock", string.Create(CultureInfo.InvariantCulture, $"{off.TotalSeconds:0} s from {partner.Id}"), "Set this machine's clock by NTP (timedatectl set-ntp true); partners refuse signatures from another time.");
                    return off < ClockTolerance;
                }
            }
            catch (Exception problem) when (problem is HttpRequestException or OperationCanceledException)
            {
                // The next partner can tell the time as well.
            }
        }

        return true;
    }

    private static Task Say(TextWriter say, bool isGood, string what, string how, string mend) =>
        say.WriteLineAsync(isGood ? $"ok  {what}: {how}" : $"!!  {what}: {how}{Environment.NewLine}    {mend}");
}
