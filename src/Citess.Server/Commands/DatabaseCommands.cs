using Citess.Poles.Accounts;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Kernel.Records;
using Citess.Server.Hosting;
using Citess.Storage.Backup;
using Citess.Storage.Identity;
using Microsoft.Extensions.Options;

namespace Citess.Server.Commands;

/// <summary>The operator's commands that need the database itself; each uses the settings that the pole runs with.</summary>
internal static class DatabaseCommands
{
    /// <summary>While the pole runs.</summary>
    public static Task<int> BackupAsync(string file, string[] args) => WithAsync(args, isAlone: false, async app =>
    {
        var manifest = await app.Services.GetRequiredService<IBackups>().WriteAsync(file);
        Console.WriteLine($"Backup written to {file}: {manifest.Tables.Sum(table => table.Rows)} rows of {manifest.Tables.Length} tables.");
        Console.WriteLine("It holds the private keys of the pole: keep it where only you can read it.");
    });

    public static Task<int> RestoreAsync(string file, string[] args) => WithAsync([.. args.Where(arg => arg != "--force")], isAlone: true, async app =>
    {
        var manifest = await app.Services.GetRequiredService<IBackups>().RestoreAsync(file, force: args.Contains("--force", StringComparer.Ordinal));
        Console.WriteLine($"Restored what the pole was on {manifest.Taken:u}.");
        Console.WriteLine("At its next start it takes back from its partner poles what it shared since then; until they have answered, nothing can be changed.");
    });

    public static Task<int> RebuildAsync(string[] args) => WithAsync(args, isAlone: true, async app =>
    {
        await NodeHost.OpenAsync(app);
        Console.WriteLine($"Lists and search were built anew: {await app.Services.GetRequiredService<ICatalogue>().RebuildAsync()} entries.");
    });

    /// <summary>While the pole runs: who can read this output is the operator.</summary>
    public static Task<int> AdminCodeAsync(string[] args) => WithAsync(args, isAlone: false, async app =>
    {
        await NodeHost.OpenAsync(app);
        var code = await app.Services.GetRequiredService<AdminCode>().IssueAsync();
        var origin = app.Services.GetRequiredService<IOptions<CitessOptions>>().Value.ParsedOrigin;
        Console.WriteLine($"Open {origin.Url}/way-back and type this code to become an administrator. It works once, for {AdminCode.Days} days:");
        Console.WriteLine();
        Console.WriteLine("    " + code);
    });

    /// <summary>While the pole is stopped: a process that runs holds the old keys and would go on signing with them.</summary>
    public static Task<int> RotateKeysAsync(string[] args) => WithAsync([.. args.Where(arg => arg != "--compromised")], isAlone: true, async app =>
    {
        await NodeHost.OpenAsync(app);
        var (node, clock) = (app.Services.GetRequiredService<INodeStore>(), app.Services.GetRequiredService<TimeProvider>());
        var record = app.Services.GetRequiredService<PoleSource>().Record;
        if (args.Contains("--compromised", StringComparer.Ordinal))
        {
            var renewed = Pole.Revoked(record, clock);
            var count = await RevokeAsync(app, node, renewed, clock);
            TellKeys(renewed);
            Console.WriteLine($"The old ones are revoked. Start the pole: it shares {count} records anew, and partners drop all that the old keys signed as soon as they hear of it.");
            Console.WriteLine("Then make a backup and destroy the older ones: they hold the keys that others may have.");
            return;
        }

        var rotated = Pole.Rotated(record, clock);
        await node.KeepKeysAsync(rotated.Keys);
        TellKeys(rotated);
        Console.WriteLine("The old ones stay published, so that what they signed can still be verified. Start the pole, then make a backup: older ones do not hold the new keys.");
    });

    private static async Task<int> RevokeAsync(WebApplication app, INodeStore node, NodeRecord renewed, TimeProvider clock)
    {
        using var pole = new Pole(new(app.Services.GetRequiredService<IOptions<CitessOptions>>().Value.ParsedOrigin.Url), renewed);

        // What was stored a moment before the stop is not in the ledger yet.
        while (await app.Services.GetRequiredService<ILedger>().PublishAsync() > 0)
        {
        }

        return await node.RevokeKeysAsync(renewed.Keys, new Press(pole, clock).ProveAgain);
    }

    private static void TellKeys(NodeRecord record)
    {
        Console.WriteLine("From the next start on this pole signs with new keys:");
        foreach (var key in record.Keys.Where(key => key.Retired is null))
        {
            Console.WriteLine($"  {key.Name} of the {key.Owner.ToString().ToLowerInvariant()}");
        }
    }

    public static Task<int> DoctorAsync(string[] args) => WithAsync(args, isAlone: false, async app =>
    {
        if (!await Doctor.LookAsync(app, Console.Out))
        {
            throw new BackupException("Something needs mending: see above.");
        }
    });

    private static async Task<int> WithAsync(string[] args, bool isAlone, Func<WebApplication, Task> work)
    {
        // Nothing is started: what runs here is the house without its doors open.
        await using var app = NodeHost.Build(args, builder => builder.Logging.AddFilter(level => level >= LogLevel.Error));
        using var held = isAlone ? PoleLock.Take(app.Services.GetRequiredService<IOptions<CitessOptions>>().Value) : null;
        if (isAlone && (held is null || await app.Services.GetRequiredService<RunningProcesses>().AnyAsync()))
        {
            await Console.Error.WriteLineAsync("The pole is running. Stop it first.");
            return 1;
        }

        await work(app);
        return 0;
    }
}
