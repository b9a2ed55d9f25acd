using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Xunit;

namespace Citess.Network.Tests.House;

/// <summary>
/// One real pole: its own process, its own database, real HTTP. With <c>CITESS_TEST_SILOS=2</c> every pole is two processes
/// over a PostgreSQL database behind one address, and nothing else differs.
/// </summary>
public sealed partial class TestPole : IAsyncDisposable
{
    public const string Password = "a long enough password";

    /// <summary>What <c>CITESS_TEST_SERVER</c> names, as a pole installs it, or what was built last.</summary>
    internal static readonly string ServerAssembly = Environment.GetEnvironmentVariable("CITESS_TEST_SERVER") is { Length: > 0 } published ? published : BuiltOf("Citess.Server");

    private readonly string[] settings;
    private readonly int silos;
    private readonly string? server;
    private PostgresDatabase? postgres;
    private Balancer? balancer;

    private TestPole(string name, int port, int silos, string? server, string[] settings)
    {
        (Name, Port, ListenPort, this.silos, this.server, this.settings) = (name, port, port, silos, server, settings);
        Folder = Directory.CreateTempSubdirectory("citess-" + name.ToLowerInvariant().Replace(' ', '-') + "-").FullName;
        Origin = string.Create(CultureInfo.InvariantCulture, $"http://localhost:{Port}");
        Http = new HttpClient(NewHandler()) { BaseAddress = new Uri(Origin), Timeout = TimeSpan.FromSeconds(60) };
    }

    public static int Silos { get; } = Environment.GetEnvironmentVariable("CITESS_TEST_SILOS") is { Length: > 0 } number ? int.Parse(number, CultureInfo.InvariantCulture) : 1;

    public string Name { get; }

    public int Port { get; }

    /// <summary>Where the one process itself listens, when something else stands at its public port.</summary>
    public int ListenPort { get; init; }

    /// <summary>The program and its first arguments.</summary>
    public IReadOnlyList<string> Program { get; init; } = [ServerAssembly];

    public string Folder { get; }

    public string Origin { get; }

    public string Authority => string.Create(CultureInfo.InvariantCulture, $"localhost:{Port}");

    public HttpClient Http { get; }

    /// <summary>The processes, one or several; from the first start on.</summary>
    public IReadOnlyList<NodeProcess> Processes { get; private set; } = [];

    public PoleDatabase Database => postgres is null ? PoleDatabase.OfFolder(Folder) : PoleDatabase.OfPostgres(postgres.ConnectionString);

    public IReadOnlyList<string> Output => [.. Processes.SelectMany(process => process.Output)];

    /// <summary>Connections are given up soon where several processes stand behind the address, so that each is met.</summary>
    private TimeSpan Turnover => silos > 1 ? TimeSpan.FromSeconds(1) : TimeSpan.FromSeconds(5);

    public static async Task<TestPole> StartAsync(string name, params string[] settings)
    {
        var pole = New(name, settings);
        await pole.StartAsync();
        return pole;
    }

    public static TestPole New(string name, params string[] settings) => new(name, FreePort(), Silos, server: null, settings);

    /// <summary>Something else stands at its public port, and perhaps another program is the pole.</summary>
    public static TestPole NewBehind(string name, params IReadOnlyList<string> program) =>
        new(name, FreePort(), silos: 1, server: null, []) { ListenPort = FreePort(), Program = program };

    /// <summary>A pole of so many processes over a database of the server named, or of the one that the tests are given.</summary>
    public static TestPole OfSilos(string name, int silos, string? server = null) => new(name, FreePort(), silos, server, []);

    /// <summary>The same address with an empty folder and database, as after the loss of a machine. The old one must not run any more.</summary>
    public TestPole Elsewhere() => new(Name, Port, silos, server, settings);

    public async Task StartAsync()
    {
        await PrepareAsync();
        foreach (var process in Processes)
        {
            process.Start();
        }

        foreach (var process in Processes)
        {
            await process.ReadyAsync(silos);
        }
    }

    /// <summary>The program of another project, built as these tests are.</summary>
    internal static string BuiltOf(string project, string? assembly = null) => Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", project, Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)), (assembly ?? project) + ".dll"));

    public Task KillAsync() => Task.WhenAll(Processes.Where(process => process.IsRunning).Select(process => process.KillAsync()));

    /// <summary>Asks the processes to stop as a service manager does.</summary>
    public Task StopAsync() => Task.WhenAll(Processes.Select(process => process.StopAsync()));

    /// <summary>Runs one of the operator's commands against this pole's database; returns what it printed.</summary>
    public async Task<(int ExitCode, string Output)> RunAsync(params string[] command)
    {
        await PrepareAsync();
        using var run = Process.Start(new ProcessStartInfo("dotnet", [ServerAssembly, .. command, .. Settings(Port)]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = Folder })!;
        var text = await Task.WhenAll(run.StandardOutput.ReadToEndAsync(), run.StandardError.ReadToEndAsync());
        await run.WaitForExitAsync();
        return (run.ExitCode, string.Concat(text));
    }

    /// <summary>The code that the start prints once.</summary>
    public async Task<string> SetupCodeAsync()
    {
        await Eventually.TrueAsync(() => Task.FromResult(Processes.All(process => process.Output.Any(line => Code().IsMatch(line)))), () => $"{Name} printed no code:\n{string.Join('\n', Output)}");
        return Assert.Single(Output.Select(line => Code().Match(line)).Where(match => match.Success).Select(match => match.Value).Distinct(StringComparer.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in Processes)
        {
            await process.DisposeAsync();
        }

        Http.Dispose();
        if (balancer is not null)
        {
            await balancer.DisposeAsync();
        }

        // A server of the test's own takes its databases along, and may be stopped by now.
        if (postgres is not null && server is null)
        {
            await postgres.DisposeAsync();
        }

        try
        {
            Directory.Delete(Folder, recursive: true);
        }
        catch (IOException)
        {
            // What the killed process left open goes with the machine.
        }
    }

    /// <summary>A client that bears a token of this pole.</summary>
    public async Task<HttpClient> ApiAsync(string clientId, string secret)
    {
        var api = new HttpClient(new ProgramToken(NewHandler(), Http, clientId, secret)) { BaseAddress = new Uri(Origin), Timeout = TimeSpan.FromSeconds(60) };
        using var answer = await api.GetAsync("/api/partners");
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return api;
    }

    /// <summary>Of several processes each has a port of its own for people, and one for the others; the address is the balancer's.</summary>
    private async Task PrepareAsync()
    {
        if (Processes.Count > 0)
        {
            return;
        }

        if (silos == 1)
        {
            Processes = [new(Name, ListenPort, Folder, Program, Settings(ListenPort))];
            return;
        }

        postgres = await PostgresDatabase.MakeAsync(server);
        Processes = [.. Enumerable.Range(0, silos).Select(_ => FreePort()).Select(port => new NodeProcess(Name, port, Folder, Program, [.. Settings(port), "--Citess:Cluster:AdvertisedAddress=127.0.0.1", "--Citess:Cluster:SiloPort=" + FreePort().ToString(CultureInfo.InvariantCulture)]))];
        balancer = Balancer.Start(Port, [.. Processes.Select(process => process.Port)]);
    }

    /// <summary>What is shown to the tests is asked of the one process itself, whatever stands at its public port.</summary>
    private SocketsHttpHandler NewHandler() => new() { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = Turnover, ConnectCallback = ConnectAsync };

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken stop)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint.Host, silos > 1 ? Port : ListenPort, stop);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private string[] Settings(int port) =>
    [
        "--urls", string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}"),
        "--Citess:Origin=" + Origin,
        "--Citess:Data=" + Folder,
        "--Citess:Federation:AllowPrivateAddresses=true",
        "--Citess:Limits:Enabled=false",
        .. postgres is null ? Array.Empty<string>() : ["--Citess:Database:Provider=PostgreSql", "--Citess:Database:ConnectionString=" + postgres.ConnectionString],
        .. settings,
    ];

    /// <summary>
    /// A port below those that the system gives to outgoing connections: while a killed pole is down, one of these could take
    /// the pole's port, or find itself at its other end.
    /// </summary>
    public static int FreePort()
    {
        while (true)
        {
            using var listener = new TcpListener(IPAddress.Loopback, Random.Shared.Next(10_000, 20_000));
            try
            {
                listener.Start();
                return ((IPEndPoint)listener.LocalEndpoint).Port;
            }
            catch (SocketException)
            {
                // Taken: try another.
            }
        }
    }

    [GeneratedRegex("[0-9A-Z]{4}(-[0-9A-Z]{4}){3,}")]
    private static partial Regex Code();
}
