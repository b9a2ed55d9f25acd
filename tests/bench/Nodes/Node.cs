using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Citess.Bench.Nodes;

/// <summary>A server under test: a process of its own, with its data in a folder of its own on the real disk.</summary>
internal abstract class Node(string name, string place) : IAsyncDisposable
{
    private readonly List<string> _output = [];
    private Process? _process;

    public string Name => name;

    public int Port { get; } = FreePort();

    public string Folder { get; } = NewFolder(place);

    public string Origin => string.Create(CultureInfo.InvariantCulture, $"http://localhost:{Port}");

    public string Authority => string.Create(CultureInfo.InvariantCulture, $"localhost:{Port}");

    public int Pid => _process!.Id;

    /// <summary>From the start of the process to its first answer.</summary>
    public TimeSpan ColdStart { get; private set; }

    /// <summary>Where activities are posted.</summary>
    public abstract string Inbox { get; }

    /// <summary>Who is followed here, and sends from here.</summary>
    public abstract string Actor { get; }

    public HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = TimeSpan.FromMinutes(5) };

    protected abstract string Ready { get; }

    public async Task StartAsync()
    {
        var watch = Stopwatch.StartNew();
        _process = Process.Start(Command(new ProcessStartInfo { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = Folder }))!;
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        while (!await IsReadyAsync())
        {
            if (_process.HasExited || watch.Elapsed > TimeSpan.FromMinutes(2))
            {
                throw new InvalidOperationException($"{Name} did not start:\n{Said}");
            }

            await Task.Delay(5);
        }

        ColdStart = watch.Elapsed;
    }

    /// <summary>Takes the process away as a crash does; what is on the disk stays.</summary>
    public void Kill() => Proc.Terminate(_process!);

    /// <summary>Whoever asks it anything waits.</summary>
    public void Pause() => Proc.Signal(_process!, "STOP");

    public void Continue() => Proc.Signal(_process!, "CONT");

    /// <summary>Makes ready what no figure is about: accounts, relations, keys in caches.</summary>
    public abstract Task PrepareAsync(Load.Sender sender);

    /// <summary>How many activities have had their effect so far.</summary>
    public abstract Task<long> ProcessedAsync();

    /// <summary>How many that came in still wait.</summary>
    public abstract Task<long> BacklogAsync();

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            Proc.Terminate(_process);
            _process.Dispose();
        }

        Http.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    protected string Said
    {
        get
        {
            lock (_output)
            {
                return string.Join('\n', _output.TakeLast(40));
            }
        }
    }

    protected IReadOnlyList<string> Output
    {
        get
        {
            lock (_output)
            {
                return [.. _output];
            }
        }
    }

    protected abstract ProcessStartInfo Command(ProcessStartInfo start);

    /// <summary>Below the ports that the system gives to outgoing connections.</summary>
    internal static int FreePort()
    {
        while (true)
        {
            using var listener = new TcpListener(IPAddress.Loopback, Random.Shared.Next(10_000, 30_000));
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

    private static string NewFolder(string place)
    {
        var folder = Path.Combine(place, "bench-" + Path.GetRandomFileName());
        Directory.CreateDirectory(folder);
        return folder;
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            using var answer = await Http.GetAsync(Origin + Ready);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (_output)
        {
            if (line.Data is not null)
            {
                _output.Add(line.Data);
            }
        }
    }
}
