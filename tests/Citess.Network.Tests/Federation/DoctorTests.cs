using Citess.Network.Tests.House;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Citess.Network.Tests.Federation;

/// <summary>What the operator's command finds, and that it says how to mend it.</summary>
public sealed class DoctorTests
{
    [Fact]
    public async Task Nothing_is_wrong_with_a_new_pole_on_SQLite()
    {
        await using var mahdia = await StartedOnceAsync(InPublic);
        await IsWellAsync(mahdia);

        // Another program has left the file with another journal: the pole turns it back at once.
        Assert.Equal("delete", Assert.Single(await mahdia.Database.QueryAsync<string>("PRAGMA journal_mode = DELETE")));
        await IsWellAsync(mahdia);
        Assert.Equal("wal", Assert.Single(await mahdia.Database.QueryAsync<string>("PRAGMA journal_mode")));
    }

    [Fact]
    public async Task A_PostgreSQL_that_does_not_write_through_is_found_and_one_that_is_away_too()
    {
        // Commits that do not wait for the disk are turned off by the pole itself; that the disk is never waited for is not.
        await using var server = await PostgresServer.StartNewAsync("synchronous_commit=off");
        await using var mahdia = await StartedOnceAsync([.. InPublic, .. On(server.ConnectionString)]);
        await PoleDatabase.OfPostgres(server.ConnectionString).ExecuteAsync("ALTER SYSTEM SET fsync = off");
        await PoleDatabase.OfPostgres(server.ConnectionString).ExecuteAsync("SELECT pg_reload_conf()");
        await FindsAsync(mahdia, "storage: The database could lose what it acknowledged: SHOW fsync is off.", "Set fsync = on in postgresql.conf");

        await server.StopAsync();
        await FindsAsync(mahdia, "database: The database does not answer.", "Start PostgreSQL");
    }

    [Fact]
    public async Task Nothing_is_wrong_with_a_new_pole_on_PostgreSQL()
    {
        await using var database = await PostgresDatabase.MakeAsync();
        await using var mahdia = await StartedOnceAsync([.. InPublic, .. On(database.ConnectionString)]);
        await IsWellAsync(mahdia);
    }

    [Fact]
    public async Task A_data_folder_that_is_none_and_a_file_that_is_no_database_are_said()
    {
        await using var mahdia = TestPole.New("Mahdia", InPublic);
        var file = Path.Combine(mahdia.Folder, "citess.db");
        await File.WriteAllTextAsync(file, "Not a database at all, whatever its name says.");
        await FindsAsync(mahdia, "file is not a database", "a file that is broken is replaced by a backup");

        await using var barcelona = TestPole.New("Barcelona", [.. InPublic, "--Citess:Data=" + file]);
        await FindsAsync(barcelona, "No pole was ever started on " + file, "run this with the settings and as the user of the pole");
    }

    [Fact]
    public async Task A_command_about_a_pole_that_was_never_started_says_so_and_makes_none()
    {
        await using var nobody = TestPole.New("Nobody", InPublic);
        await using var database = await PostgresDatabase.MakeAsync();
        await using var elsewhere = TestPole.New("Elsewhere", [.. InPublic, .. On(database.ConnectionString)]);
        foreach (var pole in new[] { nobody, elsewhere })
        {
            foreach (var command in new string[][] { ["doctor"], ["admin-code"], ["rebuild-catalogue"], ["rotate-keys"], ["backup", Path.Combine(nobody.Folder, "nothing.backup")] })
            {
                var (code, said) = await pole.RunAsync(command);
                Assert.True(code == 1 && said.Contains("No pole was ever started on ", StringComparison.Ordinal) && !said.Contains("   at ", StringComparison.Ordinal), $"{string.Join(' ', command)}: {said}");
            }
        }

        Assert.DoesNotContain(Directory.GetFiles(nobody.Folder), file => Path.GetFileName(file) is "citess.db" or "nothing.backup");
        Assert.Empty(await PoleDatabase.OfPostgres(database.ConnectionString).QueryAsync<string>("SELECT tablename FROM pg_tables WHERE schemaname = 'public'"));
    }

    [Theory]
    [InlineData("Citess:Origin", "mahdia")]
    [InlineData("Citess:Origin", "http://mahdia.example")]
    [InlineData("Citess:Database:Provider", "mysql")]
    [InlineData("Citess:Database:MaxMegabytes", "plenty")]
    [InlineData("Citess:Federation:AllowedHosts:0", "a/b")]
    [InlineData("Citess:Cluster:AdvertisedAddress", "here")]
    public async Task A_setting_that_is_wrong_is_named_in_a_line(string setting, string value)
    {
        await using var mahdia = TestPole.New("Mahdia", $"--{setting}={value}");
        var (code, said) = await mahdia.RunAsync("doctor");
        Assert.True(code == 1 && said.TrimEnd().Split('\n') is [var line] && line.Contains(setting.TrimEnd('0', ':'), StringComparison.Ordinal), said);
    }

    [Fact]
    public async Task A_database_of_a_newer_program_and_entries_that_nobody_can_read_are_said()
    {
        await using var mahdia = await StartedOnceAsync(InPublic);
        await mahdia.Database.ExecuteAsync("INSERT INTO outbox (entry_id, body, problem) VALUES ('practice/1@1/0', 'no json', 'It is no JSON.')");
        await FindsAsync(mahdia, "1 outgoing entries could not be read", "Report them with the log");

        await mahdia.Database.ExecuteAsync("INSERT INTO migration (number, name, applied, checksum) VALUES (9999, 'later', 0, '')");
        await FindsAsync(mahdia, "9999", "Start the version of the program that wrote this database last");
    }

    [Fact]
    public async Task An_address_that_only_this_machine_reaches_and_a_partner_that_is_silent_or_of_another_time_are_said()
    {
        await using var network = await PoleNetwork.StartAsync();
        var (mahdia, barcelona) = (network.Mahdia.Process, network.Barcelona);
        await FindsAsync(mahdia, $"address: {mahdia.Origin}", "set Citess:Origin to its https address");
        await FindsAsync(mahdia, "private addresses: allowed", "Set Citess:Federation:AllowPrivateAddresses to false");
        Assert.Contains("ok  clock: ", (await mahdia.RunAsync("doctor")).Output, StringComparison.Ordinal);

        await barcelona.Process.KillAsync();
        await network.Mahdia.CreateAsync(Samples.NewId(), Samples.Practice("Pressoir partagé"));
        await Eventually.TrueAsync(async () => (await mahdia.Database.QueryAsync<string>("SELECT problem FROM courier WHERE problem IS NOT NULL")).Count > 0, "Mahdia did not notice that Barcelona is silent.");
        await FindsAsync(mahdia, $"{barcelona.Authority}: 1 waiting", "Ask the partner whether their pole runs");

        await using var late = await AnsweringAsync(barcelona.Origin, TimeProvider.System.GetUtcNow().AddHours(-2));
        await FindsAsync(mahdia, "clock: 720", "timedatectl set-ntp true");
    }

    /// <summary>As a pole is that others reach.</summary>
    private static string[] InPublic => ["--Citess:Origin=https://mahdia.example", "--Citess:Federation:AllowPrivateAddresses=false"];

    private static string[] On(string connection) => ["--Citess:Database:Provider=PostgreSql", "--Citess:Database:ConnectionString=" + connection];

    private static async Task<TestPole> StartedOnceAsync(string[] settings)
    {
        var pole = await TestPole.StartAsync("Mahdia", settings);
        await pole.StopAsync();
        return pole;
    }

    private static async Task IsWellAsync(TestPole pole)
    {
        var (code, said) = await pole.RunAsync("doctor");
        Assert.True(code == 0, said);
        Assert.Contains("ok  storage: ", said, StringComparison.Ordinal);
        Assert.DoesNotContain("!!", said, StringComparison.Ordinal);
    }

    /// <summary>The finding, and in the line behind it what to do.</summary>
    private static async Task FindsAsync(TestPole pole, string finding, string mend)
    {
        var (code, said) = await pole.RunAsync("doctor");
        Assert.True(code == 1, said);
        var lines = said.Split('\n');
        var found = Array.FindIndex(lines, line => line.StartsWith("!!  ", StringComparison.Ordinal) && line.Contains(finding, StringComparison.Ordinal));
        Assert.True(found >= 0 && lines[found + 1].Contains(mend, StringComparison.Ordinal), $"Not found: {finding} / {mend}\n{said}");
    }

    /// <summary>Something that answers at an address, with another time.</summary>
    private static async Task<WebApplication> AnsweringAsync(string origin, DateTimeOffset time)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(origin);
        var server = builder.Build();
        server.Run(http =>
        {
            http.Response.Headers.Date = time.ToString("R");
            return http.Response.WriteAsJsonAsync(new { });
        });
        await server.StartAsync();
        return server;
    }
}
