using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Citess.Poles.Kernel;
using Citess.Poles.Network.Repair;
using Xunit;

namespace Citess.Network.Tests.House;

/// <summary>How poles agree, seen and hastened from outside.</summary>
public static class Comparing
{
    public static async Task<CopyReport?> CopyAsync(this RunningPole here, string origin) =>
        (await here.Api.GetFromJsonAsync<CopyReport[]>("/api/copies", StateJson.Options))!.SingleOrDefault(each => each.Origin == origin);

    /// <summary>Compares now, and waits until that has come to an end; returns how it ended.</summary>
    public static async Task<CopyReport> CompareAsync(this RunningPole here, RunningPole origin, TimeSpan? within = null)
    {
        var before = await here.CopyAsync(origin.Authority);
        using (var answer = await here.Api.PostAsync($"/api/copies/{origin.Authority}/compare", content: null))
        {
            Assert.True(answer.StatusCode == HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
        }

        CopyReport? after = null;
        await Eventually.TrueAsync(
            async () => (after = await here.CopyAsync(origin.Authority)) is { Compared: { } compared } && compared > (before?.Compared ?? default) && (after.AgreedSince is not null || after.Problem is not null),
            () => $"{here.Name} did not compare with {origin.Name}: {after}\n{string.Join('\n', here.Process.Output)}",
            within);
        return after!;
    }

    /// <summary>Waits until both hold the same of <paramref name="origin"/>, by their own word and word for word.</summary>
    public static async Task AgreesAsync(this RunningPole here, RunningPole origin, TimeSpan? within = null)
    {
        await Eventually.TrueAsync(
            async () => (await here.CompareAsync(origin, within)).AgreedSince is not null,
            () => $"{here.Name} does not agree with {origin.Name}.\n{string.Join('\n', here.Process.Output)}",
            within);
        Assert.Equal(await origin.DocumentsAsync(""), await here.DocumentsAsync(origin.Authority));
    }

    /// <summary>The living documents of one origin, word for word.</summary>
    public static Task<IReadOnlyList<string>> DocumentsAsync(this RunningPole pole, string origin) =>
        pole.Database.QueryAsync<string>("SELECT body FROM document WHERE origin = @origin AND is_tombstone = 0 ORDER BY key", new { origin });

    /// <summary>One practice, word for word.</summary>
    public static async Task<string> DocumentsOfAsync(this RunningPole pole, string id, string origin) =>
        (await pole.Database.QueryAsync<string>("SELECT body FROM document WHERE origin = @origin AND key = @key", new { origin, key = "practice/" + id })).Single();

    /// <summary>Changes the file of a pole behind its back, as a fault or a bad operator would.</summary>
    public static Task<int> TamperAsync(this RunningPole pole, string sql, object? values = null) => pole.Database.ExecuteAsync(sql, values);

    /// <summary>Lists lose rows, with all that describes them: what is left would be another row's, whose number it gets.</summary>
    public static async Task<int> LoseListingsAsync(this RunningPole pole, string where, object? values = null)
    {
        var count = await pole.TamperAsync("DELETE FROM catalogue WHERE " + where, values);
        await pole.TamperAsync("DELETE FROM catalogue_tag WHERE row_id NOT IN (SELECT row_id FROM catalogue)");
        if (TestPole.Silos == 1)
        {
            await pole.TamperAsync("DELETE FROM catalogue_text WHERE rowid NOT IN (SELECT row_id FROM catalogue)");
        }

        return count;
    }

    /// <summary>A GET with the key of a pole, as that pole itself would ask.</summary>
    public static async Task<(HttpStatusCode Status, JsonElement Document)> AskAsAsync(this RunningPole asking, string address)
    {
        using var voice = await PoleVoice.OfAsync(asking);
        using var answer = await voice.GetAsync(address);
        return (answer.StatusCode, JsonElement.Parse(await answer.Content.ReadAsStringAsync()));
    }
}
