using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Citess.Bench.Load;
using Citess.Network.Tests.House;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Practices;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Citess.Bench.Nodes;

/// <summary>One pole of ours, on SQLite unless told otherwise, set up through its pages as its first administrator does.</summary>
internal sealed partial class CitessNode(string place) : Node("CitESS", place)
{
    /// <summary>Published by tests/bench/run.sh.</summary>
    private static readonly string Server = Environment.GetEnvironmentVariable("CITESS_TEST_SERVER") ?? throw new InvalidOperationException("CITESS_TEST_SERVER names no server: run tests/bench/run.sh.");
    private string _actor = "";

    /// <summary>How it reaches PostgreSQL; null for a file of its own.</summary>
    public string? Postgres { get; init; }

    public override string Inbox => Origin + "/inbox";

    public override string Actor => _actor;

    protected override string Ready => "/health/ready";

    /// <summary>A program that may do what a coordinator may.</summary>
    public HttpClient Api { get; private set; } = default!;

    public override async Task PrepareAsync(Sender sender)
    {
        await SetUpAsync();
        await ConnectAsync(sender);
    }

    public async Task SetUpAsync()
    {
        using var person = new PageClient(Origin);
        await person.OpenAsync("/fr/set-up");
        await person.SendAsync(
            ("Form.Code", Output.Select(line => Code().Match(line)).First(match => match.Success).Value),
            ("Form.DisplayName", "Amira"),
            ("Form.UserName", "amira"),
            ("Form.Password", "a long enough password"),
            ("Form.Name", "Mahdia"),
            ("Form.Territory", "TN-53"));
        await person.OpenAsync("/fr/people");
        await person.SendAsync(("Program.Name", "Measurements"), ("Program.Role", "coordinator"));
        await AuthorizeAsync(Once(person, 0), Once(person, 1));
        var finger = await Http.GetFromJsonAsync<JsonElement>($"{Origin}/.well-known/webfinger?resource=acct:pole@{Authority}");
        _actor = finger.GetProperty("links").EnumerateArray().Single(link => link.GetProperty("rel").GetString() == "self").GetProperty("href").GetString()!;
    }

    /// <summary>Makes the sender a partner pole, whose records are taken in.</summary>
    public async Task ConnectAsync(Sender sender)
    {
        await sender.FollowAsync(this, asPole: true);
        await AcceptAsync(sender.Authority);
        await sender.AgreeAsync(this);
        await UntilAsync(async () => await StandingAsync(sender.Authority) == "connected");
    }

    /// <summary>Says yes to a pole that asked.</summary>
    public async Task AcceptAsync(string authority)
    {
        await UntilAsync(async () => await StandingAsync(authority) == "asking");
        using var yes = await Api.PostAsync($"{Origin}/api/partners/{authority}/accept", content: null);
        yes.EnsureSuccessStatusCode();
    }

    /// <summary>Shares so many new public practices, several at once, and returns when each is stored.</summary>
    public Task ShareAsync(int count) => Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (number, stop) =>
    {
        var practice = new Practice
        {
            Title = MultilingualText.Of("fr", string.Create(CultureInfo.InvariantCulture, $"Atelier de réparation {number}")),
            Line = MultilingualText.Of("fr", "Réparer plutôt que jeter."),
            Body = MultilingualText.Of("fr", string.Concat(Enumerable.Repeat("Nous réparons ensemble ce qui serait jeté. ", 15))),
            Sectors = ["a01"],
            Territory = "TN-53",
            Status = PracticeStatus.Running,
        };
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{Origin}/api/practices/{Ulid.NewUlid()}") { Content = JsonContent.Create(new RecordDraft<Practice>(practice, Audience.Public), options: StateJson.Options) };
        request.Headers.TryAddWithoutValidation("If-None-Match", "*");
        using var answer = await Api.SendAsync(request, stop);
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(stop)}");
        }
    });

    /// <summary>Connects with another pole, both sides willing.</summary>
    public async Task ConnectAsync(CitessNode other)
    {
        using var ask = await Api.PostAsJsonAsync(Origin + "/api/partners", new { address = other.Origin });
        ask.EnsureSuccessStatusCode();
        await other.UntilAsync(async () => await other.StandingAsync(Authority) == "asking");
        using var yes = await other.Api.PostAsync($"{other.Origin}/api/partners/{Authority}/accept", content: null);
        yes.EnsureSuccessStatusCode();
        await UntilAsync(async () => await StandingAsync(other.Authority) == "connected");
    }

    /// <summary>Compares what it holds of another with what that one has now, and takes what is missing.</summary>
    public async Task CompareAsync(CitessNode other)
    {
        using var answer = await Api.PostAsync($"{Origin}/api/copies/{other.Authority}/compare", content: null);
        answer.EnsureSuccessStatusCode();
    }

    public override Task<long> ProcessedAsync() => CountAsync("SELECT count(*) FROM inbox WHERE done IS NOT NULL");

    public override Task<long> BacklogAsync() => CountAsync("SELECT count(*) FROM inbox WHERE done IS NULL");

    /// <summary>Rows in the catalogue that came from elsewhere.</summary>
    public Task<long> EffectsAsync() => CountAsync("SELECT count(*) FROM document WHERE origin <> ''");

    public async Task<long> CountAsync(string sql)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(Folder, "citess.db"), Mode = SqliteOpenMode.ReadOnly, Pooling = true }.ConnectionString);
        return await connection.ExecuteScalarAsync<long>(sql);
    }

    protected override ProcessStartInfo Command(ProcessStartInfo start)
    {
        start.FileName = "dotnet";
        foreach (var word in (string[])[Server, "--urls", Origin, "--Citess:Origin=" + Origin, "--Citess:Data=" + Folder, "--Citess:Federation:AllowPrivateAddresses=true", "--Citess:Limits:Enabled=false", .. Postgres is null ? Array.Empty<string>() : ["--Citess:Database:Provider=PostgreSql", "--Citess:Database:ConnectionString=" + Postgres]])
        {
            start.ArgumentList.Add(word);
        }

        foreach (var (name, value) in Profiling())
        {
            start.Environment[name] = value;
        }

        return start;
    }

    /// <summary>Only to look into a run, never for a figure.</summary>
    private static IEnumerable<(string Name, string Value)> Profiling() =>
        Environment.GetEnvironmentVariable("BENCH_PERF") is { Length: > 0 } ? [("DOTNET_PerfMapEnabled", "1"), ("DOTNET_EnableWriteXorExecute", "0")] : [];

    private async Task<string?> StandingAsync(string authority)
    {
        var partners = await Api.GetFromJsonAsync<JsonElement>(Origin + "/api/partners");
        return partners.EnumerateArray().Where(partner => partner.GetProperty("relation").GetString() == authority)
            .Select(partner => partner.GetProperty("connection").GetString()).FirstOrDefault();
    }

    private async Task UntilAsync(Func<Task<bool>> condition)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            if (watch.Elapsed > TimeSpan.FromSeconds(60))
            {
                throw new InvalidOperationException($"The pole and the sender did not connect:\n{Said}");
            }

            await Task.Delay(50);
        }
    }

    private async Task AuthorizeAsync(string id, string secret)
    {
        using var answer = await Http.PostAsync(Origin + "/api/token", new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", id), new("client_secret", secret)]));
        var token = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Api = new(new SocketsHttpHandler()) { Timeout = TimeSpan.FromMinutes(5) };
        Api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.GetProperty("access_token").GetString());
    }

    private string Once(PageClient person, int index) =>
        person.Page.QuerySelector($"[name='Once.{index}']")?.GetAttribute("value")
        ?? throw new InvalidOperationException($"No secret was shown at {person.Address}:\n{person.Text}\n{Said}");

    [GeneratedRegex("[0-9A-Z]{4}(-[0-9A-Z]{4}){3,}")]
    private static partial Regex Code();
}
