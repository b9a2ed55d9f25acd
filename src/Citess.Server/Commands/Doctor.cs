using System.Globalization;
using System.Text;
using Citess.ActivityPub.Logs;
using Citess.Poles.Collaborations;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Ledger;
using Citess.Server.Hosting;
using Citess.Storage;
using Citess.Storage.Migrations;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Citess.Server.Commands;

/// <summary>Looks at what most often goes wrong, and says how to mend it.</summary>
internal static class Doctor
{
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(60);

    /// <summary>True when nothing is wrong.</summary>
    public static async Task<bool> LookAsync(WebApplication app, TextWriter say)
    {
        var services = app.Services;
        var isWell = await AddressAsync(services, say);
        if (!await OpensAsync(app, say))
        {
            return false;
        }

        isWell &= await DatabaseAsync(services, say);
        isWell &= await CouriersAsync(services, say);
        isWell &= await CollaborationsAsync(services, say);
        isWell &= await ClockAsync(services, say);
        return isWell;
    }

    /// <summary>Whatever keeps the pole from its database is a finding, and no reason to end without a word.</summary>
    private static async Task<bool> OpensAsync(WebApplication app, TextWriter say)
    {
        try
        {
            await NodeHost.OpenAsync(app);
            return true;
        }
        catch (Exception fault)
        {
            await Say(say, isGood: false, "database", fault.Message, fault switch
            {
                NoPoleException => "Start the pole once. If it has run already, Citess:Data or Citess:Database leads elsewhere, or its folder is another user's: run this with the settings and as the user of the pole.",
                StorageFullException => "Make room on the disk, or raise Citess:Database:MaxMegabytes.",
                UnavailableException => "Start PostgreSQL, and see that Citess:Database:ConnectionString leads to it.",
                SchemaException => "Start the version of the program that wrote this database last, or restore the backup from before the upgrade.",
                UnauthorizedAccessException or IOException => "Citess:Data must be a folder of the user that the pole runs as, on a disk with room.",
                _ => "See that Citess:Database leads to the right database, and look at its own log; a file that is broken is replaced by a backup.",
            });
            return false;
        }
    }

    private static async Task<bool> DatabaseAsync(IServiceProvider services, TextWriter say)
    {
        // Not whether this process serves: it does not, and is not meant to.
        var report = await services.GetRequiredService<HealthCheckService>().CheckHealthAsync(check => check.Name == StorageRegistration.HealthName);
        foreach (var (name, entry) in report.Entries)
        {
            await Say(say, entry.Status == HealthStatus.Healthy, name, entry.Description ?? "works", entry.Data.GetValueOrDefault(StorageRegistration.HealthMend) as string ?? "Look at the database's own log.");
        }

        return report.Status == HealthStatus.Healthy;
    }

    private static async Task<bool> AddressAsync(IServiceProvider services, TextWriter say)
    {
        var options = services.GetRequiredService<IOptions<CitessOptions>>().Value;
        var isPublic = options.ParsedOrigin.Scheme == Uri.UriSchemeHttps;
        await Say(say, isPublic, "address", options.Origin, "Only this machine reaches it. For a public pole set Citess:Origin to its https address; see deploy/README.md.");
        if (options.Federation.AllowPrivateAddresses)
        {
            await Say(say, isGood: false, "private addresses", "allowed", "Set Citess:Federation:AllowPrivateAddresses to false on any server that others reach.");
        }

        return isPublic && !options.Federation.AllowPrivateAddresses;
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

    /// <summary>Each event that this database has of collaborations, with its hash, its proof, and all that it stands upon.</summary>
    private static async Task<bool> CollaborationsAsync(IServiceProvider services, TextWriter say)
    {
        var events = services.GetRequiredService<ICollaborationEvents>();
        var isWell = true;
        foreach (var id in await events.AllAsync())
        {
            var rows = await events.ReadAsync(id, after: 0);
            var findings = LogVerifier.Check(id, rows.Select(row => new KeptEvent(row.Hash, Encoding.UTF8.GetBytes(row.Body))));
            isWell &= findings.Count == 0;
            await Say(say, findings.Count == 0, "collaboration " + id,
                findings.Count == 0 ? string.Create(CultureInfo.InvariantCulture, $"{rows.Count} events, all as they were said") : string.Join(", ", findings.Select(finding => $"{finding.Hash} {finding.Fault} ({finding.About})")),
                "What was altered counts for nothing. Restore the backup from before that; what came later is given back by the partners.");
        }

        return isWell;
    }

    /// <summary>Signatures carry a time: a clock that is off makes partners refuse them.</summary>
    private static async Task<bool> ClockAsync(IServiceProvider services, TextWriter say)
    {
        var clock = services.GetRequiredService<TimeProvider>();
        var http = services.GetRequiredService<HttpClient>();
        var partners = await services.GetRequiredService<ICatalogue>().SearchAsync(new() { Kind = "partner", Least = Audience.Own, Take = 20 });
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
