using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Citess.Network.Tests.House;

/// <summary>A PostgreSQL server of the test's own, to be stopped and started, and with the settings of a bad operator. As root its programs run as the user postgres, for they refuse to run as root.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private readonly string[] settings;
    private readonly string folder = Directory.CreateTempSubdirectory("citess-postgres-").FullName;
    private readonly int port = TestPole.FreePort();
    private readonly string programs = Find();

    private PostgresServer(string[] settings) => this.settings = settings;

    public string ConnectionString => new NpgsqlConnectionStringBuilder { Host = "127.0.0.1", Port = port, Username = "citess", Database = "postgres" }.ConnectionString;

    private string Data => Path.Combine(folder, "data");

    /// <param name="settings">Such as <c>fsync=off</c>.</param>
    public static async Task<PostgresServer> StartNewAsync(params string[] settings)
    {
        var server = new PostgresServer(settings);
        if (Environment.UserName == "root")
        {
            await RunAsync("chown", "postgres", server.folder);
        }

        await server.DoAsync("initdb", "-D", server.Data, "-U", "citess", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8");
        await server.StartAsync();
        return server;
    }

    public Task StartAsync() => DoAsync(
        "pg_ctl", "start", "-s", "-w", "-t", "60", "-D", Data, "-l", Path.Combine(folder, "log"), "-o",
        string.Create(CultureInfo.InvariantCulture, $"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories= -c max_connections=200") + string.Concat(settings.Select(setting => " -c " + setting)));

    /// <summary>As when the machine loses power: nobody is told.</summary>
    public Task StopAsync() => DoAsync("pg_ctl", "stop", "-s", "-w", "-m", "immediate", "-D", Data);

    public async ValueTask DisposeAsync()
    {
        if (File.Exists(Path.Combine(Data, "postmaster.pid")))
        {
            await StopAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    private static string Find() =>
        Directory.EnumerateDirectories("/usr/lib/postgresql").Select(folder => Path.Combine(folder, "bin")).Where(folder => File.Exists(Path.Combine(folder, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault()
        ?? throw new InvalidOperationException("There is no PostgreSQL in /usr/lib/postgresql; tests/run.sh installs it.");

    private Task DoAsync(string program, params string[] arguments)
    {
        var path = Path.Combine(programs, program);
        return Environment.UserName == "root" ? RunAsync("runuser", ["-u", "postgres", "--", path, .. arguments]) : RunAsync(path, arguments);
    }

    /// <summary>Its output goes nowhere: a server that is started keeps what it was given open.</summary>
    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var run = Process.Start(new ProcessStartInfo("sh", ["-c", "exec \"$@\" >/dev/null 2>&1", "sh", program, .. arguments]) { WorkingDirectory = "/" })!;
        await run.WaitForExitAsync();
        if (run.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {run.ExitCode}.");
        }
    }
}
