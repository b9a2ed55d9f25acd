using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace Citess.Network.Tests.House;

/// <summary>
/// One real pole: its own process, its own database, real HTTP. Killing it is kill −9.
/// </summary>
public sealed partial class TestPole : IAsyncDisposable
{
    public const string Password = "a long enough password";

    internal static readonly string ServerAssembly = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "Citess.Server", Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)), "Citess.Server.dll"));

    private readonly List<string> output = [];
    private readonly string[] settings;
    private Process? process;

    private TestPole(string name, int port, string folder, string[] settings) => (Name, Port, ListenPort, Folder, this.settings) = (name, port, port, folder, settings);

    public string Name { get; }

    public int Port { get; }

    /// <summary>Where the process itself listens, when something else stands at its public port.</summary>
    public int ListenPort { get; init; }

    /// <summary>The program and its first arguments.</summary>
    public IReadOnlyList<string> Program { get; init; } = [ServerAssembly];

    /// <summary>Settings of the next start alone.</summary>
    public IReadOnlyList<string> Once { get; set; } = [];

    public string Folder { get; }

    public string Origin => string.Create(CultureInfo.InvariantCulture, $"http://localhost:{Port}");

    public string Authority => string.Create(CultureInfo.InvariantCulture, $"localhost:{Port}");

    public HttpClient Http { get; private set; } = default!;

    public int ProcessId => process!.Id;

    public bool HasExited => process!.HasExited;

    public IReadOnlyList<string> Output
    {
        get
        {
            lock (output)
            {
                return [.. output];
            }
        }
    }

    public static async Task<TestPole> StartAsync(string name, params string[] settings)
    {
        var pole = New(name, settings);
        await pole.StartAsync();
        return pole;
    }

    public static TestPole New(string name, params string[] settings) =>
        new(name, FreePort(), NewFolder(name), settings);

    /// <summary>Another process stands at its public port, and perhaps another program is the pole.</summary>
    public static TestPole NewBehind(string name, params IReadOnlyList<string> program) =>
        new(name, FreePort(), NewFolder(name), []) { ListenPort = FreePort(), Program = program };

    /// <summary>The same address with an empty folder, as after the loss of a machine. The old one must not run any more.</summary>
    public TestPole Elsewhere() => new(Name, Port, NewFolder(Name), settings);

    public async Task StartAsync()
    {
        Launch();
        await ReadyAsync();
    }

    public Task ReadyAsync() => Eventually.TrueAsync(IsReadyAsync, () => $"{Name} did not start:\n{string.Join('\n', Output)}", TimeSpan.FromMinutes(5));

    /// <summary>Starts the process and waits for nothing.</summary>
    public void Launch()
    {
        process = Process.Start(new ProcessStartInfo("dotnet", [.. Program, .. Settings(), .. Once])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = Folder,
        })!;
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Once = [];
        Http ??= new HttpClient(NewHandler()) { BaseAddress = new Uri(Origin), Timeout = TimeSpan.FromSeconds(60) };
    }

    /// <summary>What is shown to the tests is asked of the process itself, whatever stands at its public port.</summary>
    private SocketsHttpHandler NewHandler() => new() { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromSeconds(5), ConnectCallback = ConnectAsync };

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken stop)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint.Host, ListenPort, stop);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public IReadOnlyList<string> Settings() =>
    [
        "--urls", string.Create(CultureInfo.InvariantCulture, $"http://localhost:{ListenPort}"),
        "--Citess:Origin=" + Origin,
        "--Citess:Data=" + Folder,
        "--Citess:Federation:AllowPrivateAddresses=true",
        "--Citess:Limits:Enabled=false",
        .. settings,
    ];

    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Asks the process to stop as a service manager does.</summary>
    public async Task StopAsync()
    {
        await SignalAsync("TERM");
        await process!.WaitForExitAsync();
    }

    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", ["-" + signal, ProcessId.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Runs one of the operator's commands against this pole's database; returns what it printed.</summary>
    public async Task<(int ExitCode, string Output)> RunAsync(params string[] command)
    {
        using var run = Process.Start(new ProcessStartInfo("dotnet", [ServerAssembly, .. command, .. Settings()]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = Folder })!;
        var text = await Task.WhenAll(run.StandardOutput.ReadToEndAsync(), run.StandardError.ReadToEndAsync());
        await run.WaitForExitAsync();
        return (run.ExitCode, string.Concat(text));
    }

    /// <summary>The code that the start prints once.</summary>
    public async Task<string> SetupCodeAsync()
    {
        await Eventually.TrueAsync(() => Task.FromResult(Output.Any(line => Code().IsMatch(line))), $"{Name} printed no code:\n{string.Join('\n', Output)}");
        return Output.Select(line => Code().Match(line)).First(match => match.Success).Value;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            await KillAsync();
        }

        process?.Dispose();
        Http?.Dispose();
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

    private async Task<bool> IsReadyAsync()
    {
        if (process!.HasExited)
        {
            Assert.Fail($"{Name} stopped:\n{string.Join('\n', Output)}");
        }

        try
        {
            using var answer = await Http.GetAsync("/health/ready");
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception silence) when (silence is HttpRequestException or TaskCanceledException)
        {
            // Not yet: on a busy machine the first answer takes its time.
            return false;
        }
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (output)
        {
            if (line.Data is not null)
            {
                output.Add(line.Data);
            }
        }
    }

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

    private static string NewFolder(string name) => Directory.CreateTempSubdirectory("citess-" + name.ToLowerInvariant().Replace(' ', '-') + "-").FullName;

    [GeneratedRegex("[0-9A-Z]{4}(-[0-9A-Z]{4}){3,}")]
    private static partial Regex Code();
}
