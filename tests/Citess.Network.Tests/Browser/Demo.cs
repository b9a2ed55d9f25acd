using System.Diagnostics;
using System.Globalization;
using Citess.Network.Tests.House;
using Xunit;

namespace Citess.Network.Tests.Browser;

/// <summary>
/// The three poles of the demo, with their data, beside a pole that nobody has set up: together they have every page in
/// every state.
/// </summary>
public sealed class Demo : IAsyncLifetime
{
    public const string Administrator = "admin";
    public const string Password = "olive-terracotta-sea";

    private readonly string folder = Directory.CreateTempSubdirectory("citess-demo-").FullName;
    private readonly List<string> output = [];
    private Process? process;

    public Chromium Chromium { get; } = new();

    public string Mahdia { get; private set; } = "";

    public string SidiBouzid { get; private set; } = "";

    public string Barcelona { get; private set; } = "";

    /// <summary>A pole at its very first visit.</summary>
    public TestPole Fresh { get; private set; } = default!;

    /// <summary>Cookies of the administrator of Mahdia.</summary>
    public string Session { get; private set; } = "";

    public IReadOnlyDictionary<string, string[]> Examples { get; private set; } = new Dictionary<string, string[]>(StringComparer.Ordinal);

    public async ValueTask InitializeAsync()
    {
        var port = FreePorts();
        Mahdia = string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}");
        SidiBouzid = string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port + 1}");
        Barcelona = string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port + 2}");
        var start = new ProcessStartInfo("dotnet", [TestPole.ServerAssembly, "demo", "--first-port", port.ToString(CultureInfo.InvariantCulture), "--data", folder])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = folder,
        };
        start.Environment["Citess__Limits__Enabled"] = "false";
        process = Process.Start(start)!;
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Fresh = await TestPole.StartAsync("Kasserine");
        await Chromium.InitializeAsync();
        await Eventually.TrueAsync(() => Task.FromResult(Said("Try this:")), "The demo did not start:\n" + string.Join('\n', output), TimeSpan.FromMinutes(2));
        await using var visitor = await Chromium.PersonAsync(Mahdia, "fr");
        await using var admin = await Chromium.PersonAsync(Mahdia, "fr");
        await admin.SignInAsync(Administrator, Password);
        Examples = await ExamplePages.GatherAsync(this, visitor, admin);
        Session = await admin.Context.StorageStateAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Chromium.DisposeAsync();
        if (Fresh is not null)
        {
            await Fresh.DisposeAsync();
        }

        if (process is { HasExited: false })
        {
            Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();
            await process.WaitForExitAsync();
        }

        process?.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>The administrator of Mahdia, signed in.</summary>
    public async Task<Person> AdminAsync(string language, int width = 1280, int height = 900)
    {
        var context = await Chromium.Browser.NewContextAsync(new() { BaseURL = Mahdia, Locale = language, StorageState = Session, ViewportSize = new() { Width = width, Height = height } });
        context.SetDefaultTimeout(20_000);
        return new(context, await context.NewPageAsync(), language);
    }

    private bool Said(string words)
    {
        if (process!.HasExited)
        {
            Assert.Fail("The demo stopped:\n" + string.Join('\n', output));
        }

        lock (output)
        {
            return output.Exists(line => line.Contains(words, StringComparison.Ordinal));
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

    /// <summary>The first of three free ports in a row.</summary>
    private static int FreePorts()
    {
        while (true)
        {
            var port = TestPole.FreePort();
            if (port < 65000 && IsFree(port + 1) && IsFree(port + 2))
            {
                return port;
            }
        }
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (System.Net.Sockets.SocketException)
        {
            return false;
        }
    }
}

/// <summary>The tests that look at the demo share it.</summary>
[CollectionDefinition(Name)]
public sealed class DemoCollection : ICollectionFixture<Demo>
{
    public const string Name = "demo";
}
