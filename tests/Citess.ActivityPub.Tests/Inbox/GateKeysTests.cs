using System.Diagnostics.Metrics;
using System.Text.Json;
using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Inbox;
using Citess.ActivityPub.Signatures;
using Xunit;

namespace Citess.ActivityPub.Tests.Inbox;

/// <summary>Step 4: where keys come from, and how little can be made of asking for them.</summary>
public sealed class GateKeysTests
{
    private readonly Doorway door = new();

    [Fact]
    public async Task A_key_is_fetched_once_and_then_cached()
    {
        for (var i = 0; i < 5; i++)
        {
            Assert.IsType<GateVerdict.Accepted>(await door.Judge(Hello(i), Pole.Barcelona));
        }

        Assert.Single(door.Fetched);
    }

    [Fact]
    public async Task A_silent_host_is_asked_once_per_window_whatever_keys_are_invented_for_it()
    {
        door.Web.Clear();
        for (var i = 0; i < 1000; i++)
        {
            var request = door.Post(Hello(i), Pole.Barcelona.Key, headers => headers["signature"][0] = headers["signature"][0].Replace("#main-key", $"/{i}#main-key", StringComparison.Ordinal));
            door.Refuses(GateReason.KeyUnreachable, await door.Gate.JudgeAsync(request));
        }

        Assert.Single(door.Fetched);
        door.Time.Advance(TimeSpan.FromMinutes(5));
        door.Shows(Pole.Barcelona.Id, Pole.Barcelona.Document());
        Assert.IsType<GateVerdict.Accepted>(await door.Judge(Hello(1), Pole.Barcelona));
    }

    [Fact]
    public async Task A_key_that_is_not_there_is_asked_for_once_per_window()
    {
        door.Answers(Pole.Barcelona.Id, 404);
        for (var i = 0; i < 100; i++)
        {
            door.Refuses(GateReason.KeyNotFound, await door.Judge(Hello(i), Pole.Barcelona));
        }

        Assert.Single(door.Fetched);
    }

    [Fact]
    public async Task A_thousand_first_contacts_at_once_fetch_the_key_once()
    {
        door.Web[Pole.Barcelona.Id] = () => throw new HttpRequestException("down");
        var verdicts = await Task.WhenAll(Enumerable.Range(0, 1000).Select(i => Task.Run(() => door.Judge(Hello(i), Pole.Barcelona))));
        Assert.All(verdicts, verdict => door.Refuses(GateReason.KeyUnreachable, verdict));
        Assert.Single(door.Fetched);
    }

    [Fact]
    public async Task A_changed_key_is_fetched_again_once_per_window()
    {
        await door.Judge(Hello(0), Pole.Barcelona);
        var renewed = Pole.Barcelona.WithNewKeys();
        door.Shows(renewed.Id, renewed.Document());
        Assert.IsType<GateVerdict.Accepted>(await door.Judge(Hello(1), renewed));
        for (var i = 2; i < 50; i++)
        {
            door.Refuses(GateReason.SignatureWrong, await door.Judge(Hello(i), Pole.Barcelona), renewed);
        }

        Assert.Equal(2, door.Fetched.Count);
    }

    [Fact]
    public async Task A_key_whose_actor_does_not_list_it_is_no_key()
    {
        // Mallory's host shows a key that says it is Barcelona's; Barcelona does not say so.
        var theft = $$"""{"id":"{{Pole.Mallory.Id}}","type":"Person","inbox":"{{Pole.Mallory.Id}}/inbox","publicKey":{"id":"{{Pole.Mallory.Key.KeyId}}","owner":"{{Pole.Barcelona.Id}}","publicKeyPem":{{JsonSerializer.Serialize(Pole.Mallory.Key.PublicPem)}} } }""";
        door.Shows(Pole.Mallory.Id, theft);
        door.Refuses(GateReason.KeyNotFound, await door.Judge(Hello(1), Pole.Mallory));
        Assert.Empty(door.Kept);
    }

    [Fact]
    public async Task A_key_found_at_one_address_that_names_another_is_not_cached_for_the_first()
    {
        // At mallory's address stands Barcelona's document: it is fetched from Barcelona, which does not list mallory's key.
        door.Shows(Pole.Mallory.Id, Pole.Barcelona.Document());
        door.Refuses(GateReason.KeyNotFound, await door.Judge(Pole.Mallory.Says("Follow", $"\"{Pole.Mahdia.Id}\""), Pole.Mallory));
        Assert.Empty(door.Kept);
    }

    [Fact]
    public async Task A_key_of_another_host_than_its_actor_is_no_key()
    {
        var split = Pole.Mallory.Document().Replace($"\"id\":\"{Pole.Mallory.Key.KeyId}\"", "\"id\":\"https://keys.mallory.example/1\"", StringComparison.Ordinal);
        door.Shows("https://keys.mallory.example/1", split);
        door.Shows(Pole.Mallory.Id, split);
        var request = door.Post(Pole.Mallory.Says("Follow", $"\"{Pole.Mahdia.Id}\""), Pole.Mallory.Key, headers =>
            headers["signature"][0] = headers["signature"][0].Replace(Pole.Mallory.Key.KeyId, "https://keys.mallory.example/1", StringComparison.Ordinal));
        door.Refuses(GateReason.KeyNotFound, await door.Gate.JudgeAsync(request));
    }

    [Theory]
    [InlineData("""{"id":"https://barcelona.example/key/1","type":"CryptographicKey","owner":"https://barcelona.example/pole","publicKeyPem":"x"}""")]
    [InlineData("""{"id":"https://barcelona.example/pole","type":"Person","publicKey":{"id":"https://barcelona.example/key/1","owner":"https://barcelona.example/pole","publicKeyPem":"x"}}""")]
    public async Task A_key_may_be_a_document_of_its_own(string document)
    {
        const string keyId = "https://barcelona.example/key/1";
        door.Shows(keyId, document);
        door.Shows(Pole.Barcelona.Id, Pole.Barcelona.Document().Replace(Pole.Barcelona.Key.KeyId, keyId, StringComparison.Ordinal));
        using var key = RsaKeyPair.Import(keyId, Pole.Barcelona.Key.ExportPrivatePem());
        Assert.IsType<GateVerdict.Accepted>(await door.Gate.JudgeAsync(door.Post(Hello(1), key)));
    }

    [Fact]
    public async Task An_actor_is_looked_at_again_after_a_day_and_used_on_while_its_host_is_silent()
    {
        await door.Judge(Hello(0), Pole.Barcelona);
        door.Time.Advance(TimeSpan.FromDays(2));
        var document = door.Web[Pole.Barcelona.Id];
        door.Answers(Pole.Barcelona.Id, 503);
        Assert.IsType<GateVerdict.Accepted>(await door.Judge(Hello(1), Pole.Barcelona));
        Assert.IsType<GateVerdict.Accepted>(await door.Judge(Hello(2), Pole.Barcelona));
        Assert.Equal(2, door.Fetched.Count);
        door.Time.Advance(TimeSpan.FromMinutes(5));
        door.Web[Pole.Barcelona.Id] = document;
        await door.Judge(Hello(3), Pole.Barcelona);
        await door.Judge(Hello(4), Pole.Barcelona);
        Assert.Equal(3, door.Fetched.Count);
    }

    [Fact]
    public async Task An_actor_that_is_gone_loses_its_key()
    {
        await door.Judge(Hello(0), Pole.Barcelona);
        door.Time.Advance(TimeSpan.FromDays(2));
        door.Answers(Pole.Barcelona.Id, 410);
        door.Refuses(GateReason.KeyNotFound, await door.Judge(Hello(1), Pole.Barcelona), Pole.Barcelona);
        Assert.Null(await door.FindAsync(Pole.Barcelona.Id, default));
    }

    [Fact]
    public async Task An_actor_whose_host_does_not_find_it_once_is_not_forgotten()
    {
        await door.Judge(Hello(0), Pole.Barcelona);
        door.Time.Advance(TimeSpan.FromDays(2));
        var document = door.Web[Pole.Barcelona.Id];
        door.Answers(Pole.Barcelona.Id, 404);
        door.Refuses(GateReason.KeyNotFound, await door.Judge(Hello(1), Pole.Barcelona), Pole.Barcelona);
        Assert.NotNull(await door.FindAsync(Pole.Barcelona.Id, default));
        door.Web[Pole.Barcelona.Id] = document;
        door.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.IsType<GateVerdict.Accepted>(await door.Judge(Hello(1), Pole.Barcelona));
    }

    [Fact]
    public async Task An_actor_does_not_get_the_key_of_another_of_its_host_by_listing_it()
    {
        // Whoever finds the key under mallory takes what Barcelona signs for a forgery, or the other way round.
        var stolen = Pole.MalloryAtBarcelona.Document().Replace($"\"id\":\"{Pole.MalloryAtBarcelona.Key.KeyId}\"", $"\"id\":\"{Pole.Barcelona.Key.KeyId}\"", StringComparison.Ordinal);
        door.Shows(Pole.MalloryAtBarcelona.Id, stolen);
        Assert.NotNull(await door.Actors.FindAsync(Pole.MalloryAtBarcelona.Id, new FetchBudget(), default));
        Assert.Null(await door.FindByKeyAsync(Pole.Barcelona.Key.KeyId, default));
        Assert.IsType<GateVerdict.Accepted>(await door.Judge(Hello(1), Pole.Barcelona));
        await door.Actors.RefreshAsync((await door.FindAsync(Pole.MalloryAtBarcelona.Id, default))!, new FetchBudget(), default);
        Assert.IsType<GateVerdict.Accepted>(await door.Judge(Hello(2), Pole.Barcelona));
    }

    [Fact]
    public async Task Whoever_hangs_up_does_not_make_the_next_one_begin_again()
    {
        var (asked, answer) = (new TaskCompletionSource(), new TaskCompletionSource());
        door.Slow[Pole.Barcelona.Id] = async () =>
        {
            asked.TrySetResult();
            await answer.Task;
        };
        using var line = new CancellationTokenSource();
        var first = door.Gate.JudgeAsync(door.Post(Hello(0), Pole.Barcelona.Key), line.Token);
        await asked.Task;
        await line.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        var second = door.Judge(Hello(0), Pole.Barcelona);
        answer.SetResult();
        Assert.IsType<GateVerdict.Accepted>(await second);
        Assert.Single(door.Fetched);
    }

    [Fact]
    public async Task A_look_up_ends_after_half_a_minute_with_all_that_waits_for_it()
    {
        door.Slow[Pole.Barcelona.Id] = () => new TaskCompletionSource().Task;
        var waiting = Enumerable.Range(0, 10).Select(i => door.Judge(Hello(i), Pole.Barcelona)).ToList();
        door.Time.Advance(TimeSpan.FromSeconds(31));
        Assert.All(await Task.WhenAll(waiting), verdict => door.Refuses(GateReason.KeyUnreachable, verdict));
        Assert.Single(door.Fetched);
    }

    [Fact]
    public async Task A_key_of_our_own_is_not_asked_for()
    {
        var request = door.Post(Hello(0), Pole.Mahdia.Key);
        door.Refuses(GateReason.KeyAddress, await door.Gate.JudgeAsync(request));
        Assert.Empty(door.Fetched);
    }

    [Theory]
    [InlineData("https://victim.example/inbox", null)]
    [InlineData("https://barcelona.example/pole/inbox", "https://victim.example/inbox")]
    [InlineData("http://barcelona.example/pole/inbox", null)]
    [InlineData("inbox", null)]
    public async Task An_actor_whose_inbox_is_elsewhere_is_none(string inbox, string? shared)
    {
        var endpoints = shared is null ? "" : $",\"endpoints\":{{\"sharedInbox\":\"{shared}\"}}";
        door.Shows(Pole.Barcelona.Id, Pole.Barcelona.Document().Replace($"\"inbox\":\"{Pole.Barcelona.Id}/inbox\"", $"\"inbox\":\"{inbox}\"{endpoints}", StringComparison.Ordinal));
        door.Refuses(GateReason.KeyNotFound, await door.Judge(Hello(0), Pole.Barcelona));
        Assert.Empty(door.Kept);
    }

    [Fact]
    public async Task An_actor_of_more_than_128_KiB_is_none()
    {
        door.Shows(Pole.Barcelona.Id, Pole.Barcelona.Document().Replace("\"preferredUsername\"", $"\"content\":\"{new string('x', RemoteActor.MaxBytes)}\",\"preferredUsername\"", StringComparison.Ordinal));
        door.Refuses(GateReason.KeyNotFound, await door.Judge(Hello(0), Pole.Barcelona));
        Assert.Empty(door.Kept);
    }

    [Fact]
    public async Task A_name_that_no_index_takes_is_none()
    {
        var far = new string('x', 3500);
        door.Refuses(GateReason.NotAnActivity, await door.Judge(Pole.Barcelona.Says("Follow", $"\"{Pole.Mahdia.Id}\"", "/" + far), Pole.Barcelona));
        door.Refuses(GateReason.KeyAddress, await door.Gate.JudgeAsync(door.Post(Hello(0), Pole.Barcelona.Key, headers => headers["signature"][0] = headers["signature"][0].Replace("#main-key", "#" + far, StringComparison.Ordinal))));
        Assert.Empty(door.Fetched);
        door.Shows(Pole.Barcelona.Id, Pole.Barcelona.Document().Replace("#main-key", "#" + far, StringComparison.Ordinal));
        Assert.Empty((await door.Actors.FindAsync(Pole.Barcelona.Id, new FetchBudget(), default))!.KeyIds.Where(key => key.Length > 2048));
    }

    [Fact]
    public async Task An_actor_of_another_major_version_of_the_wire_is_told_so()
    {
        door.Shows(Pole.Barcelona.Id, Pole.Barcelona.Document().Replace("\"preferredUsername\"", "\"wire\":\"2.0\",\"preferredUsername\"", StringComparison.Ordinal));
        door.Refuses(GateReason.WireUnknown, await door.Judge(Hello(0), Pole.Barcelona), Pole.Barcelona);
    }

    [Fact]
    public async Task A_signed_question_is_judged_like_a_signed_letter()
    {
        await door.Judge(Hello(0), Pole.Barcelona);
        var renewed = Pole.Barcelona.WithNewKeys();
        door.Shows(renewed.Id, renewed.Document());
        var headers = Cavage.Sign(renewed.Key, "GET", new Uri("https://mahdia.example/changes"), [], door.Time.GetUtcNow()).ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value);
        var question = new SignedMessage("GET", "/changes", "mahdia.example", name => headers.TryGetValue(name, out var value) ? [value] : []);
        Assert.Equal(renewed.Id, Assert.IsType<SignerVerdict.Known>(await door.Requests.JudgeAsync(question, default, hasBody: false, new FetchBudget(), default)).Signer.Id);
        door.Standings["barcelona.example"] = HostStanding.Blocked;
        Assert.Equal(GateReason.HostBlocked, Assert.IsType<SignerVerdict.Refused>(await door.Requests.JudgeAsync(question, default, hasBody: false, new FetchBudget(), default)).Why.Reason);
    }

    [Fact]
    public async Task An_actor_is_found_by_its_id()
    {
        Assert.Equal(Pole.Barcelona.Id, (await door.Actors.FindAsync(Pole.Barcelona.Id, new FetchBudget(), default))?.Id);
        Assert.Null(await door.Actors.FindAsync("https://nobody.example/pole", new FetchBudget(), default));
    }

    [Fact]
    public async Task Each_verdict_is_counted_by_its_slug()
    {
        var counted = new List<string>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, me) => { if (instrument.Meter.Name == "Citess.ActivityPub") { me.EnableMeasurementEvents(instrument); } } };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) => { lock (counted) { counted.Add((string)tags[0].Value!); } });
        listener.Start();
        await door.Judge("{}", Pole.Barcelona);
        await door.Judge(Hello(0), Pole.Barcelona);
        lock (counted)
        {
            Assert.Contains("not-an-activity", counted);
            Assert.Contains("accepted", counted);
        }
    }

    private static string Hello(int number) => Pole.Barcelona.Says("Follow", $"\"{Pole.Mahdia.Id}\"", $"/activity/{number}");
}
