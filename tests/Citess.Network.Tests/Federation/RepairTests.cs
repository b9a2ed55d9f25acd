using System.Net;
using System.Text.Json;
using Citess.Network.Tests.House;
using Citess.Poles.Kernel;
using Xunit;

namespace Citess.Network.Tests.Federation;

/// <summary>What was lost on the way comes back by pull, and never more than was lost.</summary>
public sealed class RepairTests : IAsyncLifetime
{
    private PoleNetwork network = default!;

    private RunningPole Mahdia => network.Mahdia;

    private RunningPole Barcelona => network.Barcelona;

    public async ValueTask InitializeAsync() => network = await PoleNetwork.StartAsync();

    public ValueTask DisposeAsync() => network.DisposeAsync();

    [Fact]
    public async Task Rule_6_what_a_partner_lost_is_found_by_the_digest_and_pulled_and_nothing_else()
    {
        var ids = Enumerable.Range(0, 12).Select(_ => Samples.NewId()).ToList();
        foreach (var id in ids)
        {
            await Mahdia.CreateAsync(id, Samples.Practice("Atelier " + id), id[^1] % 2 == 0 ? Audience.Public : Audience.Network);
        }

        await Mahdia.WithdrawAsync(ids[11], seen: 1);
        await PoleNetwork.ArrivedAsync(Mahdia, Barcelona);
        await Barcelona.AgreesAsync(Mahdia);
        var agreed = await Barcelona.CopyAsync(Mahdia.Authority);

        // Two are lost, one is an older one than it was, and one that was withdrawn lives: all that can go wrong at once.
        await Mahdia.EditAsync(ids[2], Samples.Practice("Mieux"), seen: 1, ids[2][^1] % 2 == 0 ? Audience.Public : Audience.Network);
        await PoleNetwork.ArrivedAsync(Mahdia, Barcelona);
        await Barcelona.ShowsAsync(Mahdia, ids[2], revision: 2);
        await Barcelona.AgreesAsync(Mahdia);
        Assert.Equal(2, await Barcelona.TamperAsync("DELETE FROM document WHERE key = @first OR key = @second", new { first = "practice/" + ids[0], second = "practice/" + ids[1] }));
        Assert.Equal(2, await Barcelona.LoseListingsAsync("origin <> '' AND (key = @first OR key = @second)", new { first = "practice/" + ids[0], second = "practice/" + ids[1] }));
        Assert.Equal(2, await Barcelona.TamperAsync("UPDATE document SET revision = 0, is_tombstone = 0 WHERE key = @first OR key = @second", new { first = "practice/" + ids[2], second = "practice/" + ids[11] }));

        var end = await Barcelona.CompareAsync(Mahdia);
        Assert.True(end is { AgreedSince: not null, Refused: 0, Problem: null, Taken: 4 }, end.ToString());
        Assert.True(end.AgreedSince > agreed!.AgreedSince);
        Assert.Equal(await Mahdia.DocumentsAsync(""), await Barcelona.DocumentsAsync(Mahdia.Authority));
        Assert.True((await Barcelona.ShownAsync(Mahdia, ids[11]))!.IsWithdrawn);
        Assert.NotNull(await Barcelona.ShownAsync(Mahdia, ids[0]));
    }

    [Fact]
    public async Task Rule_5_a_foreign_epoch_is_told_so_and_forces_a_comparison()
    {
        await Mahdia.CreateAsync(Samples.NewId(), Samples.Practice("Atelier"));
        await PoleNetwork.ArrivedAsync(Mahdia, Barcelona);
        await Barcelona.AgreesAsync(Mahdia);
        var cursor = (await Barcelona.CopyAsync(Mahdia.Authority))!.Cursor;
        var epoch = (await Mahdia.Database.QueryAsync<string>("SELECT epoch FROM node"))[0];
        Assert.StartsWith(epoch + ".", cursor, StringComparison.Ordinal);

        using (var answer = await Mahdia.GetAsync(Mahdia.Origin + "/changes?after=01JDA5R1V7Q0W3M9K2X4T6B8CE.3"))
        {
            Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
            var problem = JsonElement.Parse(await answer.Content.ReadAsStringAsync());
            Assert.Equal(("/problems#epoch-changed", epoch), (problem.GetProperty("type").GetString(), problem.GetProperty("epoch").GetString()));
        }

        // As if Mahdia had been restored since: the numbers that Barcelona remembers mean nothing there.
        await Barcelona.TamperAsync("UPDATE repair SET epoch = '01JDA5R1V7Q0W3M9K2X4T6B8CE', number = 9000 WHERE origin = @Authority", new { Mahdia.Authority });
        await Barcelona.TamperAsync("DELETE FROM document WHERE origin = @Authority AND key LIKE 'practice/%'", new { Mahdia.Authority });
        var end = await Barcelona.CompareAsync(Mahdia);
        Assert.True(end.AgreedSince is not null && end.Cursor.StartsWith(epoch + ".", StringComparison.Ordinal), end.ToString());
        Assert.Equal(await Mahdia.DocumentsAsync(""), await Barcelona.DocumentsAsync(Mahdia.Authority));
    }

    [Fact]
    public async Task What_is_said_to_be_stored_is_a_place_of_this_feed_and_not_beyond_what_is_asked_for()
    {
        var epoch = (await Mahdia.Database.QueryAsync<string>("SELECT epoch FROM node"))[0];
        foreach (var (has, status) in new[] { (epoch + ".2", HttpStatusCode.OK), ("0", HttpStatusCode.OK), (epoch + ".4", HttpStatusCode.BadRequest), ("01JDA5R1V7Q0W3M9K2X4T6B8CE.2", HttpStatusCode.BadRequest), ("two", HttpStatusCode.BadRequest) })
        {
            using var answer = await Mahdia.GetAsync($"{Mahdia.Origin}/changes?after={epoch}.3&has={has}");
            Assert.True(answer.StatusCode == status, $"has={has}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task The_feed_and_the_digest_show_each_asker_what_it_may_see()
    {
        var (open, shared) = (Samples.NewId(), Samples.NewId());
        await Mahdia.CreateAsync(open, Samples.Practice("Pour tous"));
        await Mahdia.CreateAsync(shared, Samples.Practice("Pour le réseau"), Audience.Network);
        await using var mallory = await Mallory.StartAsync();
        var page = Mahdia.Origin + "/changes?after=0";

        var partner = (await Barcelona.AskAsAsync(page)).Document;
        Assert.Contains(Mahdia.Address(shared), Ids(partner));
        var anyone = await Mahdia.DocumentAsync(page);
        using var asked = await mallory.GetAsync(page);
        Assert.Equal([.. Ids(anyone)], Ids(JsonElement.Parse(await asked.Content.ReadAsStringAsync())));
        Assert.Contains(Mahdia.Address(open), Ids(anyone));
        Assert.DoesNotContain(Mahdia.Address(shared), Ids(anyone));

        // By its own address neither.
        Assert.Equal([Mahdia.Address(shared)], Ids((await Barcelona.AskAsAsync($"{Mahdia.Origin}/changes?id={Mahdia.Address(shared)}")).Document));
        Assert.Empty(Ids(await Mahdia.DocumentAsync($"{Mahdia.Origin}/changes?id={Mahdia.Address(shared)}")));

        // A signature that does not hold is not taken for none.
        using var request = new HttpRequestMessage(HttpMethod.Get, page);
        request.Headers.TryAddWithoutValidation("Signature", "keyId=\"" + mallory.Rsa.KeyId + "\",headers=\"(request-target) host date\",signature=\"AAAA\"");
        using var refused = await Mahdia.Process.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);

        var (theirs, all) = ((await Barcelona.AskAsAsync(Mahdia.Origin + "/digest")).Document, await Mahdia.DocumentAsync(Mahdia.Origin + "/digest"));
        Assert.Equal(theirs.GetProperty("count").GetInt32() - 1, all.GetProperty("count").GetInt32());
        Assert.NotEqual(theirs.GetProperty("root").GetString(), all.GetProperty("root").GetString());
        Assert.Equal((await Mahdia.DocumentAsync(Mahdia.Origin + "/checkpoint")).GetProperty("root").GetString(), all.GetProperty("root").GetString());

        // What is signed is served word for word.
        var body = (await Mahdia.Database.QueryAsync<string>("SELECT body FROM document WHERE key = @key", new { key = "practice/" + open }))[0];
        Assert.Contains(body, await (await Mahdia.GetAsync(page)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rule_8_a_remove_that_was_lost_comes_by_pull_and_so_does_what_is_for_a_list()
    {
        var (narrowed, listed) = (Samples.NewId(), Samples.NewId());
        await Mahdia.CreateAsync(narrowed, Samples.Practice("Pour le réseau"), Audience.Network);
        await Mahdia.ListAsync(listed, Samples.Practice("Entre nous"), seen: null, Barcelona);
        await Barcelona.ShowsAsync(Mahdia, narrowed, revision: 1);
        await Barcelona.ShowsAsync(Mahdia, listed, revision: 1);
        await Barcelona.AgreesAsync(Mahdia);
        var copy = await Barcelona.DocumentsOfAsync(narrowed, Mahdia.Authority);
        await Mahdia.EditAsync(narrowed, Samples.Practice("Plus que pour nous"), seen: 1, Audience.Own);
        await Barcelona.ShowsAsync(Mahdia, narrowed, revision: 2, isWithdrawn: true);

        // As if the Remove had never come: the same by its own address, where the feed has passed it already.
        foreach (var (hasPassed, taken) in new[] { (false, 1), (true, 2) })
        {
            var key = new { key = "practice/" + narrowed, copy, lost = "practice/" + listed };
            await Barcelona.TamperAsync("UPDATE document SET body = @copy, revision = 1, is_tombstone = 0, audience = 1 WHERE origin <> '' AND key = @key", key);
            await Barcelona.TamperAsync("UPDATE catalogue SET revision = 1, is_withdrawn = 0 WHERE origin <> '' AND key = @key", key);
            if (hasPassed)
            {
                await Barcelona.TamperAsync("DELETE FROM document WHERE origin <> '' AND key = @lost", key);
                await Barcelona.LoseListingsAsync("origin <> '' AND key = @lost", key);
            }

            var end = await Barcelona.CompareAsync(Mahdia);
            Assert.True(end is { AgreedSince: not null, Refused: 0 } && end.Taken >= taken, end.ToString());
            await Barcelona.ShowsAsync(Mahdia, narrowed, revision: 2, isWithdrawn: true);
            await Barcelona.ShowsAsync(Mahdia, listed, revision: 1);
        }

        Assert.DoesNotContain("Pour le réseau", await Barcelona.DocumentsOfAsync(narrowed, Mahdia.Authority), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wish_to_compare_that_comes_while_one_is_under_way_is_met_after_it()
    {
        Assert.SkipUnless(TestPole.Silos == 1, "Counted by a trigger of SQLite.");
        await Barcelona.AgreesAsync(Mahdia);
        await Barcelona.TamperAsync("CREATE TABLE compared (at INTEGER)");
        await Barcelona.TamperAsync("CREATE TRIGGER comparing AFTER UPDATE ON repair WHEN NEW.compared_at <> OLD.compared_at BEGIN INSERT INTO compared VALUES (NEW.compared_at); END");
        await Mahdia.Process.Processes[0].SignalAsync("STOP");
        await WishAsync();
        await Eventually.TrueAsync(async () => await IsUnderWayAsync(), "Barcelona does not begin to compare.");
        await WishAsync();
        await Mahdia.Process.Processes[0].SignalAsync("CONT");

        await Eventually.TrueAsync(
            async () => (await Barcelona.Database.QueryAsync<long>("SELECT count(*) FROM compared"))[0] == 2,
            () => $"The second wish was lost.\n{string.Join('\n', Barcelona.Process.Output)}",
            TimeSpan.FromSeconds(60));

        async Task WishAsync()
        {
            using var answer = await Barcelona.Api.PostAsync($"/api/copies/{Mahdia.Authority}/compare", content: null);
            Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        }

        // Neither due nor waiting for the next beat.
        async Task<bool> IsUnderWayAsync()
        {
            var due = DateTimeOffset.FromUnixTimeMilliseconds((await Barcelona.Database.QueryAsync<long>("SELECT due_at FROM repair WHERE origin = @Authority", new { Mahdia.Authority }))[0]);
            return due - DateTimeOffset.UtcNow is var left && left > TimeSpan.Zero && left < TimeSpan.FromMinutes(30);
        }
    }

    [Fact]
    public async Task What_does_not_go_into_one_answer_is_asked_for_in_several()
    {
        var ids = Enumerable.Range(0, 36).Select(_ => Samples.NewId()).ToList();
        foreach (var id in ids)
        {
            await Mahdia.CreateAsync(id, Samples.Practice("Long", new string('م', 8_000)));
        }

        await PoleNetwork.ArrivedAsync(Mahdia, Barcelona);
        await Barcelona.AgreesAsync(Mahdia);
        await Barcelona.TamperAsync("DELETE FROM document WHERE origin <> '' AND key LIKE 'practice/%'");
        await Barcelona.LoseListingsAsync("origin <> '' AND key LIKE 'practice/%'");

        var end = await Barcelona.CompareAsync(Mahdia);
        Assert.True(end is { AgreedSince: not null, Refused: 0, Taken: 36 }, end.ToString());
        Assert.Equal(await Mahdia.DocumentsAsync(""), await Barcelona.DocumentsAsync(Mahdia.Authority));
    }

    [Fact]
    public async Task A_pole_that_waits_for_an_answer_pulls_nothing_but_what_is_public()
    {
        var shared = Samples.NewId();
        await Mahdia.CreateAsync(shared, Samples.Practice("Pour le réseau"), Audience.Network);
        await using var process = await TestPole.StartAsync("Sidi Bouzid");
        var pending = await process.SetUpAsync();
        using var asked = await System.Net.Http.Json.HttpClientJsonExtensions.PostAsJsonAsync(pending.Api, "/api/partners", new { address = Mahdia.Origin });
        await PoleNetwork.StandsAsync(Mahdia, pending, "asking");

        Assert.DoesNotContain(Mahdia.Address(shared), Ids((await pending.AskAsAsync(Mahdia.Origin + "/changes?after=0")).Document));
        Assert.Null(await pending.CopyAsync(Mahdia.Authority));
        pending.Api.Dispose();
    }

    [Fact]
    public async Task At_the_slow_beat_a_pole_compares_by_itself_with_a_partner_that_is_well_and_heals_what_it_lost()
    {
        var id = Samples.NewId();
        await Mahdia.CreateAsync(id, Samples.Practice("Atelier"), Audience.Network);
        await PoleNetwork.ArrivedAsync(Mahdia, Barcelona);
        await Barcelona.AgreesAsync(Mahdia);
        Assert.Equal(1, await Barcelona.TamperAsync("DELETE FROM document WHERE origin <> '' AND key = @key", new { key = "practice/" + id }));
        Assert.Equal(1, await Barcelona.LoseListingsAsync("origin <> '' AND key = @key", new { key = "practice/" + id }));

        // Around an hour after it agreed, and nothing else makes it ask before: the hour is moved, not waited for.
        await Eventually.TrueAsync(async () => await NextAsync() > TimeSpan.FromMinutes(44), "The next comparison is not at the slow beat.");
        Assert.InRange(await NextAsync(), TimeSpan.FromMinutes(44), TimeSpan.FromMinutes(75));
        Assert.Null(await Barcelona.ShownAsync(Mahdia, id));
        await Barcelona.TamperAsync("UPDATE repair SET due_at = due_at - 4500000, compared_at = compared_at - 4500000 WHERE origin = @Authority", new { Mahdia.Authority });

        await Barcelona.ShowsAsync(Mahdia, id, revision: 1);
        await Eventually.TrueAsync(async () => (await Barcelona.CopyAsync(Mahdia.Authority)) is { AgreedSince: not null, Problem: null, Taken: 1 }, "Barcelona does not say that it agrees.");
        await Eventually.TrueAsync(async () => await NextAsync() > TimeSpan.FromMinutes(44), "The beat does not go on.");
        Assert.Equal(await Mahdia.DocumentsAsync(""), await Barcelona.DocumentsAsync(Mahdia.Authority));

        async Task<TimeSpan> NextAsync() =>
            DateTimeOffset.FromUnixTimeMilliseconds((await Barcelona.Database.QueryAsync<long>("SELECT due_at FROM repair WHERE origin = @Authority", new { Mahdia.Authority }))[0]) - TimeProvider.System.GetUtcNow();
    }

    private static List<string> Ids(JsonElement page) => [.. page.GetProperty("orderedItems").EnumerateArray().Select(item => item.GetProperty("id").GetString()!)];
}
