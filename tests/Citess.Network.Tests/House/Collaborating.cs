using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Citess.ActivityPub.Logs;
using Xunit;

namespace Citess.Network.Tests.House;

/// <summary>Collaborations as the programs of poles begin, read and write them.</summary>
public static class Collaborating
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <summary>Begins one with the poles named; returns its id.</summary>
    public static async Task<string> BeginAsync(this RunningPole host, params IReadOnlyList<RunningPole> partners)
    {
        var invited = new List<object>();
        foreach (var partner in partners)
        {
            invited.Add(new { actor = await ActorIdAsync(partner), role = "partner" });
        }

        var payload = new { name = "Huilerie partagée", purpose = "Une huilerie pour trois coopératives.", language = "fr", clauses = new[] { "Chaque pôle a une voix." }, partners = invited, invite = "host" };
        return (await PutAsync(host, $"new/{Samples.NewId()}", "begin", payload)).GetProperty("collaboration").GetString()!;
    }

    /// <summary>Says something; returns the hash of the event.</summary>
    public static async Task<string> SayAsync(this RunningPole pole, string id, string says, object payload) =>
        (await PutAsync(pole, $"{id}/events/{Samples.NewId()}", says, payload)).GetProperty("hash").GetString()!;

    public static async Task JoinAsync(this RunningPole pole, string id)
    {
        JsonElement? report = null;
        await Eventually.TrueAsync(async () => (report = await pole.CollaborationAsync(id)) is not null, () => $"{pole.Name} was not invited.\n{string.Join('\n', pole.Process.Output)}", Patience);
        await pole.SayAsync(id, "join", new { terms = report!.Value.GetProperty("terms").GetString() });
    }

    /// <summary>Null when the pole has no such collaboration.</summary>
    public static async Task<JsonElement?> CollaborationAsync(this RunningPole pole, string id)
    {
        using var answer = await pole.Api.GetAsync($"/api/collaborations/{id}");
        return answer.IsSuccessStatusCode ? JsonElement.Parse(await answer.Content.ReadAsStringAsync()) : null;
    }

    /// <summary>Waits until all hold the same log, of so many events, and see the same in it.</summary>
    public static async Task<JsonElement> SameAsync(string id, int events, params IReadOnlyList<RunningPole> poles)
    {
        var seen = new List<string>();
        JsonElement first = default;
        await Eventually.TrueAsync(
            async () =>
            {
                seen.Clear();
                foreach (var pole in poles)
                {
                    var report = await pole.CollaborationAsync(id);
                    first = report ?? first;
                    seen.Add(report?.GetRawText() ?? "nothing");
                }

                return seen.Distinct(StringComparer.Ordinal).Count() == 1 && first.GetProperty("events").GetArrayLength() == events;
            },
            () => $"The logs differ:\n{string.Join('\n', seen)}\n{string.Join('\n', poles.SelectMany(pole => pole.Process.Output.TakeLast(20)))}",
            Patience);
        return first;
    }

    /// <summary>The whole log as the pole's database has it, checked from its bytes alone.</summary>
    public static async Task<IReadOnlyList<LogFinding>> VerifyAsync(this RunningPole pole, string id)
    {
        var log = await pole.Api.GetFromJsonAsync<JsonElement>($"/api/collaborations/{id}/log");
        return LogVerifier.Check(id, log.GetProperty("events").EnumerateArray().Select(each => new KeptEvent(each.GetProperty("hash").GetString()!, Encoding.UTF8.GetBytes(each.GetProperty("event").GetString()!))));
    }

    public static async Task<string> ActorIdAsync(this RunningPole pole) => (await pole.ActorAsync()).GetProperty("id").GetString()!;

    private static async Task<JsonElement> PutAsync(RunningPole pole, string path, string says, object payload)
    {
        using var answer = await pole.Api.PutAsJsonAsync($"/api/collaborations/{path}", new { says, payload });
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{pole.Name} {says}: {(int)answer.StatusCode} {text}");
        return JsonElement.Parse(text);
    }
}
