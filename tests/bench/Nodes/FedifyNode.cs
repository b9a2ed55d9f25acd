using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Citess.Bench.Load;

namespace Citess.Bench.Nodes;

/// <summary>Fedify with the stores of its manual, in the smallest server that takes an activity to an effect (fedify/server.mjs).</summary>
internal sealed class FedifyNode(string store, string place) : Node("Fedify, " + (store == "sqlite" ? "SQLite" : "in memory"), place)
{
    private static readonly string Here = Path.Combine(Repository.Root, "tests", "bench", "fedify");

    public override string Inbox => Origin + "/inbox";

    public override string Actor => Origin + "/users/bench";

    protected override string Ready => "/bench/state";

    public override async Task PrepareAsync(Sender sender)
    {
        using var answer = await Http.GetAsync(Origin + "/bench/state");
        answer.EnsureSuccessStatusCode();
    }

    public override async Task<long> ProcessedAsync() => (await StateAsync()).GetProperty("processed").GetInt64();

    public override async Task<long> BacklogAsync() => (await StateAsync()).GetProperty("queued").GetInt64();

    /// <summary>Has so many distinct Creates sent to the inboxes named; answers when they are in its queue.</summary>
    public async Task SendAsync(int count, IReadOnlyList<string> inboxes, bool fanOut)
    {
        using var answer = await Http.PostAsJsonAsync(Origin + "/bench/send", new { count, inboxes, fanOut });
        answer.EnsureSuccessStatusCode();
    }

    protected override ProcessStartInfo Command(ProcessStartInfo start)
    {
        start.FileName = Path.Combine(Here, "node_modules", ".bin", "node");
        foreach (var word in (string[])["--experimental-sqlite", "--no-warnings", Path.Combine(Here, "server.mjs"), Port.ToString(CultureInfo.InvariantCulture), store, Path.Combine(Folder, "fedify.db")])
        {
            start.ArgumentList.Add(word);
        }

        start.Environment["NODE_ENV"] = "production";
        return start;
    }

    private Task<JsonElement> StateAsync() => Http.GetFromJsonAsync<JsonElement>(Origin + "/bench/state");
}
