using System.Diagnostics;
using System.Globalization;

namespace Citess.Server.Demo;

/// <summary>
/// One pole of the demo as a child process. It listens to lines on its standard input and stops when that ends, so that no
/// pole outlives its parent, however the parent ends.
/// </summary>
internal sealed class DemoProcess(DemoPole demo, int port, string folder)
{
    /// <summary>What a child's line begins with when it is for the parent.</summary>
    public const string Mark = "@demo ";

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim answers = new(0);
    private Process? process;
    private StreamWriter? log;

    public string Name => demo.Name;

    public DemoPole Demo => demo;

    public int Port => port;

    public string Origin => string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}");

    public string Log => Path.Combine(folder, "log.txt");

    public bool HasExited => process?.HasExited != false;

    public void Start(Action<string> tell)
    {
        Directory.CreateDirectory(folder);
        log = new StreamWriter(Log) { AutoFlush = true };
        process = Process.Start(Command()) ?? throw new InvalidOperationException("The process did not start.");
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => Gone();
        process.OutputDataReceived += (_, line) => Hear(line.Data, tell);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (process.HasExited)
        {
            Gone();
        }
    }

    /// <summary>Completes when the pole answers and its data is there.</summary>
    public Task ReadyAsync(CancellationToken stop) => ready.Task.WaitAsync(stop);

    /// <summary>Says a line to the pole and waits until it is done.</summary>
    public async Task SayAsync(string line, CancellationToken stop)
    {
        await process!.StandardInput.WriteLineAsync(line.AsMemory(), stop);
        await process.StandardInput.FlushAsync(stop);
        await answers.WaitAsync(stop);
        if (process.HasExited)
        {
            throw new InvalidOperationException($"{Name} stopped.");
        }
    }

    public Task ExitAsync() => process!.WaitForExitAsync();

    public async Task StopAsync()
    {
        if (process is null)
        {
            return;
        }

        if (!process.HasExited)
        {
            process.StandardInput.Close();
            await Task.WhenAny(process.WaitForExitAsync(), Task.Delay(Grace));
        }

        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
        log?.Dispose();
    }

    private ProcessStartInfo Command()
    {
        var isHosted = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet";
        string[] program = isHosted ? [typeof(DemoProcess).Assembly.Location] : [];
        return new(Environment.ProcessPath!,
        [
            .. program,
            "demo-pole", demo.Name,
            "--urls", Origin,
            "--Citess:Origin=" + Origin,
            "--Citess:Data=" + folder,
            "--Citess:Federation:AllowPrivateAddresses=true",
        ])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
    }

    private void Hear(string? line, Action<string> tell)
    {
        if (line?.StartsWith(Mark, StringComparison.Ordinal) != true)
        {
            Keep(line);
            return;
        }

        switch (line[Mark.Length..])
        {
            case "ready":
                tell($"  {Name} is ready at {Origin}");
                ready.TrySetResult();
                break;
            case "done":
                answers.Release();
                break;
            case var progress:
                tell($"  {Name}: {progress}");
                break;
        }
    }

    private void Gone()
    {
        ready.TrySetException(new InvalidOperationException($"{Name} stopped."));
        answers.Release();
    }

    private void Keep(string? line)
    {
        if (line is not null && log is { } writer)
        {
            lock (writer)
            {
                writer.WriteLine(line);
            }
        }
    }
}
