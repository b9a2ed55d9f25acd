using System.Diagnostics;
using System.Globalization;
using System.Net;
using Xunit;

namespace Citess.Network.Tests.House;

/// <summary>One process of a pole. Killing it is kill −9.</summary>
public sealed class NodeProcess(string name, int port, string folder, IReadOnlyList<string> program, IReadOnlyList<string> settings) : IAsyncDisposable
{
    private readonly List<string> output = [];
    private Process? process;

    /// <summary>Where this process listens; the pole's own port, unless it has several processes.</summary>
    public int Port { get; } = port;

    public int Id => process!.Id;

    /// <summary>Settings of the next start alone.</summary>
    public IReadOnlyList<string> Once { get; set; } = [];

    public bool IsRunning => process is { HasExited: false };

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

    /// <summary>Asked directly, whatever stands before the pole.</summary>
    public HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromSeconds(5) })
    {
        BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}")),
        Timeout = TimeSpan.FromSeconds(60),
    };

    /// <summary>Starts it and waits for nothing.</summary>
    public void Start()
    {
        process?.Dispose();
        process = Process.Start(new ProcessStartInfo("dotnet", [.. program, .. settings, .. Once])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = folder,
        })!;
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Once = [];
    }

    /// <summary>Waits until it takes what is sent, and sees so many processes of its pole.</summary>
    public Task ReadyAsync(int processes) => Eventually.TrueAsync(() => IsReadyAsync(processes), () => $"{name} did not start:\n{string.Join('\n', Output)}", TimeSpan.FromMinutes(5));

    /// <summary>What /health/ready says; null when there is no answer.</summary>
    public async Task<(HttpStatusCode Status, string Text)?> HealthAsync()
    {
        try
        {
            using var answer = await Http.GetAsync("/health/ready");
            return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }
        catch (Exception silence) when (silence is HttpRequestException or TaskCanceledException)
        {
            // Not yet: on a busy machine the first answer takes its time.
            return null;
        }
    }

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
        using var kill = Process.Start("kill", ["-" + signal, Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (IsRunning)
        {
            await KillAsync();
        }

        process?.Dispose();
        Http.Dispose();
    }

    private async Task<bool> IsReadyAsync(int processes)
    {
        if (process!.HasExited)
        {
            Assert.Fail($"{name} stopped:\n{string.Join('\n', Output)}");
        }

        return await HealthAsync() is (HttpStatusCode.OK, { } text) && text.Contains(string.Create(CultureInfo.InvariantCulture, $"{processes} of this pole"), StringComparison.Ordinal);
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
}
