using System.Diagnostics;
using System.Globalization;
using Citess.Network.Tests.House;
using Xunit;

namespace Citess.Network.Tests.Federation;

/// <summary>The demo as a person starts it: one command, three poles.</summary>
internal sealed class DemoRun : IAsyncDisposable
{
    private readonly List<string> output = [];
    private readonly Process process;

    public DemoRun(string folder, int firstPort, bool isFresh = false)
    {
        FirstPort = firstPort;
        Folder = folder;
        string[] reset = isFresh ? ["--reset"] : [];

        // A shell that runs this in the background has its children ignore Ctrl-C; at a terminal they do not.
        process = Process.Start(new ProcessStartInfo(
            "/usr/bin/env",
            ["--default-signal=INT", "dotnet", TestPole.ServerAssembly, "demo", "--first-port", firstPort.ToString(CultureInfo.InvariantCulture), "--data", folder, .. reset])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int FirstPort { get; }

    public string Folder { get; }

    public int ProcessId => process.Id;

    public int ExitCode => process.ExitCode;

    public string Output
    {
        get
        {
            lock (output)
            {
                return string.Join('\n', output);
            }
        }
    }

    public string Origin(int index) => string.Create(CultureInfo.InvariantCulture, $"http://localhost:{FirstPort + index}");

    /// <summary>Three ports in a row.</summary>
    public static int FreePorts()
    {
        while (true)
        {
            var first = TestPole.FreePort();
            try
            {
                for (var port = first + 1; port < first + 3; port++)
                {
                    using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, port);
                    listener.Start();
                }

                return first;
            }
            catch (System.Net.Sockets.SocketException)
            {
                // Not three in a row.
            }
        }
    }

    public Task ReadyAsync() => Eventually.TrueAsync(
        () => process.HasExited ? throw new InvalidOperationException(Output) : Task.FromResult(Output.Contains("Ctrl-C stops everything", StringComparison.Ordinal)),
        () => "The demo did not start:\n" + Output,
        TimeSpan.FromSeconds(120));

    /// <summary>Ids of the processes of this demo's poles.</summary>
    public IReadOnlyList<int> Poles() =>
    [
        .. Directory.GetDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, out _)).Select(name => int.Parse(name!, CultureInfo.InvariantCulture))
            .Where(id => CommandLine(id) is { } line && line.Contains("demo-pole", StringComparison.Ordinal) && line.Contains(Folder, StringComparison.Ordinal)),
    ];

    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", ["-" + signal, ProcessId.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    public async Task StoppedAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await process.WaitForExitAsync(patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private static string? CommandLine(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/cmdline").Replace('\0', ' ');
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (output)
        {
            output.Add(line.Data ?? "");
        }
    }
}
