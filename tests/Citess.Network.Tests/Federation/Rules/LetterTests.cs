using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Citess.Network.Tests.House;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Network.Letters;
using Xunit;

namespace Citess.Network.Tests.Federation.Rules;

/// <summary>Rule 11: a letter from Mahdia to Barcelona, and what Sidi Bouzid and everybody else sees of it.</summary>
[Collection(ThreePolesCollection.Name)]
public sealed class LetterTests(ThreePoles poles)
{
    private const string Words = "Leila Ben Salah cherche un four de vingt pains.";

    private RunningPole Mahdia => poles.Network.Mahdia;

    private RunningPole Barcelona => poles.Network.Barcelona;

    [Fact]
    public async Task Rule_11_a_letter_goes_to_its_addressee_alone_and_the_ledger_knows_no_word_of_it()
    {
        var id = Samples.NewId();
        Assert.Equal(HttpStatusCode.Created, await WriteAsync(id, Words));
        Assert.Equal(HttpStatusCode.OK, await WriteAsync(id, Words));
        Assert.Equal(HttpStatusCode.Conflict, await WriteAsync(id, Words + "!"));
        var came = await UntilAsync(Barcelona, id, "received", from: Mahdia.Authority);
        Assert.Equal((Words, "fr", Mahdia.Authority), (came.Text, came.Language, came.From));
        Assert.Equal(Words, (await UntilAsync(Mahdia, id, "received")).Text);

        // An opaque id and the addressee, and nothing else; the receipt is signed.
        var offer = Assert.Single(await Mahdia.Database.QueryAsync<string>("SELECT activity FROM ledger WHERE about = @about", new { about = "letter/" + id }));
        var said = JsonElement.Parse(offer);
        Assert.Equal(["@context", "actor", "id", "kind", "object", "proof", "published", "to", "type"], said.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal));
        Assert.Equal(($"{Mahdia.Origin}/letter/{id}", "Offer"), (said.GetProperty("object").GetString(), said.GetProperty("type").GetString()));
        Proofs.Holds(said, await Mahdia.ActorAsync());
        var receipt = Assert.Single(await Mahdia.Database.QueryAsync<string>("SELECT body FROM inbox JOIN inbox_body USING (number) WHERE verb = 'Accept' AND body LIKE '%' || @offer || '%'", new { offer = said.GetProperty("id").GetString() }));
        Proofs.Holds(JsonElement.Parse(receipt), await Barcelona.ActorAsync());

        await IsNowhereElseAsync(Words);
        await IsServedToNobodyAsync(id);
    }

    [Fact]
    public async Task Rule_11_the_origin_serves_a_letter_until_the_receipt_and_to_nobody_but_its_addressee()
    {
        // Barcelona is off: the letter waits at its origin.
        await Barcelona.Process.KillAsync();
        var id = Samples.NewId();
        await WriteAsync(id, Words);
        var address = $"{Mahdia.Origin}/letter/{id}";
        using var voice = await PoleVoice.OfAsync(Barcelona);
        using (var served = await voice.GetAsync(address))
        {
            Assert.Equal((HttpStatusCode.OK, "no-store"), (served.StatusCode, served.Headers.CacheControl?.ToString()));
            var document = JsonElement.Parse(await served.Content.ReadAsStringAsync());
            Assert.Empty(Schema.Load("letter").Faults(document));
            Assert.Equal(Words, document.GetProperty("content").GetString());
            Assert.False(document.TryGetProperty("proof", out _));
        }

        // Looking at it is not receiving it: a crash between the two must lose nothing.
        Assert.Equal("waiting", (await ReadAsync(Mahdia, id)).State);
        await IsServedToNobodyAsync(id);
        await Barcelona.Process.StartAsync();
        await SendNowAsync();
        Assert.Equal(Words, (await UntilAsync(Barcelona, id, "received", from: Mahdia.Authority)).Text);
        await UntilAsync(Mahdia, id, "received");
        using var again = await voice.GetAsync(address);
        Assert.Equal(HttpStatusCode.Gone, again.StatusCode);
        await IsServedToNobodyAsync(id);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Rule_11_each_side_erases_its_own_and_may_ask_the_other_which_is_honoured_and_confirmed(bool isOrigin)
    {
        var words = $"Mot secret {Samples.NewId()}";
        var id = Samples.NewId();
        await WriteAsync(id, words);
        await UntilAsync(Barcelona, id, "received", from: Mahdia.Authority);
        await UntilAsync(Mahdia, id, "received");

        var (asks, other) = isOrigin ? (Mahdia, Barcelona) : (Barcelona, Mahdia);
        using (var answer = await asks.Api.DeleteAsync($"/api/letters/{id}?everywhere=true{(isOrigin ? "" : "&from=" + Mahdia.Authority)}"))
        {
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        await UntilAsync(other, id, "erased", from: isOrigin ? Mahdia.Authority : null);
        await Eventually.TrueAsync(async () => (await ReadAsync(asks, id, isOrigin ? null : Mahdia.Authority)).ErasedThere is not null, "Nobody confirmed.");
        foreach (var pole in new[] { Mahdia, Barcelona })
        {
            Assert.Null((await ReadAsync(pole, id, pole == Barcelona ? Mahdia.Authority : null)).Text);

            // Not in the file either: neither in a free page nor in the log of the database.
            await Eventually.TrueAsync(async () => !await HoldsBytesAsync(pole, words), $"{pole.Name} still has the words on its disk.");
        }

        Assert.Equal(HttpStatusCode.Conflict, await WriteAsync(id, words));
    }

    [Fact]
    public async Task Rule_11_a_letter_that_was_erased_before_it_was_fetched_is_gone_and_the_addressee_knows()
    {
        await Barcelona.Process.KillAsync();
        var id = Samples.NewId();
        await WriteAsync(id, Words);
        using (var answer = await Mahdia.Api.DeleteAsync("/api/letters/" + id))
        {
            Assert.Equal("erased", (await answer.Content.ReadFromJsonAsync<LetterReport>(StateJson.Options))!.State);
        }

        await Barcelona.Process.StartAsync();
        await SendNowAsync();
        Assert.Null((await UntilAsync(Barcelona, id, "gone", from: Mahdia.Authority)).Text);
        await IsServedToNobodyAsync(id);
    }

    [Fact]
    public async Task An_Offer_of_what_is_anothers_or_to_another_or_without_a_proof_leaves_nothing()
    {
        using var voice = await PoleVoice.OfAsync(Mahdia);
        using var barcelona = await PoleVoice.OfAsync(Barcelona);
        var letter = $"\"{Mahdia.Origin}/letter/{Samples.NewId()}\"";
        var to = $"\"to\":[\"{barcelona.Actor}\"],\"kind\":\"letter\",";
        foreach (var (activity, status) in new[]
        {
            (voice.Say("Offer", letter, to), HttpStatusCode.Forbidden),
            (voice.Prove(voice.Say("Offer", $"\"{poles.Network.SidiBouzid.Origin}/letter/{Samples.NewId()}\"", to)), HttpStatusCode.Forbidden),
            (voice.Prove(voice.Say("Offer", letter, "\"kind\":\"letter\",\"to\":[\"https://www.w3.org/ns/activitystreams#Public\"],")), HttpStatusCode.BadRequest),
            (voice.Prove(voice.Say("Offer", letter, to + "\"cc\":[\"https://www.w3.org/ns/activitystreams#Public\"],")), HttpStatusCode.BadRequest),
            (voice.Prove(voice.Say("Offer", "{\"id\":" + letter + ",\"type\":\"Note\",\"content\":\"Leila\"}", to)), HttpStatusCode.BadRequest),
        })
        {
            var before = (await Barcelona.Database.QueryAsync<long>("SELECT count(*) FROM inbox"))[0];
            var answered = await voice.PostAsync(Barcelona, activity);
            Assert.True((int)answered is >= 400 and < 500, $"{answered} ({status} expected): {activity}");
            Assert.Equal(before, (await Barcelona.Database.QueryAsync<long>("SELECT count(*) FROM inbox"))[0]);
        }

        Assert.Empty(await Barcelona.Database.QueryAsync<string>("SELECT id FROM sealed_letter WHERE address = @address", new { address = letter.Trim('"') }));
    }

    private async Task<HttpStatusCode> WriteAsync(string id, string text)
    {
        using var answer = await Mahdia.Api.PutAsJsonAsync("/api/letters/" + id, new LetterDraft(Barcelona.Authority, text, "fr"), StateJson.Options);
        return answer.StatusCode;
    }

    /// <summary>A pause after failures would last longer than a test.</summary>
    private Task<int> SendNowAsync() => Mahdia.TamperAsync("UPDATE courier SET due_at = 0, failures = 0");

    private static async Task<LetterReport> ReadAsync(RunningPole pole, string id, string? from = null) =>
        (await pole.Api.GetFromJsonAsync<LetterReport>($"/api/letters/{id}?from={from}", StateJson.Options))!;

    private static async Task<LetterReport> UntilAsync(RunningPole pole, string id, string state, string? from = null)
    {
        LetterReport? last = null;
        await Eventually.TrueAsync(
            async () =>
            {
                using var answer = await pole.Api.GetAsync($"/api/letters/{id}?from={from}");
                last = answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<LetterReport>(StateJson.Options) : null;
                return last?.State == state;
            },
            () => $"The letter is not {state} at {pole.Name}: {last}\n{string.Join('\n', pole.Process.Output)}",
            TimeSpan.FromSeconds(60));
        return last!;
    }

    /// <summary>To a third pole, to a stranger and to anyone there is no such letter, as if there never was one.</summary>
    private async Task IsServedToNobodyAsync(string id)
    {
        using var third = await PoleVoice.OfAsync(poles.Network.SidiBouzid);
        using var server = await PoleVoice.OfAsync(Barcelona, KeyOwner.Server);
        await using var mallory = await Mallory.StartAsync();
        var (there, never) = (await AskedAsync(id), await AskedAsync(Samples.NewId()));
        Assert.All(there, answer => Assert.Equal(HttpStatusCode.NotFound, answer.Status));
        Assert.Equal(never, there);

        async Task<IReadOnlyList<(HttpStatusCode Status, string Body)>> AskedAsync(string name)
        {
            var address = $"{Mahdia.Origin}/letter/{name}";
            var answers = new List<(HttpStatusCode, string)>();
            foreach (var ask in new[] { third.GetAsync(address), server.GetAsync(address), mallory.GetAsync(address), Mahdia.GetAsync(address), Mahdia.Api.GetAsync(address) })
            {
                using var answer = await ask;
                answers.Add((answer.StatusCode, (await answer.Content.ReadAsStringAsync()).Replace(name, "…", StringComparison.Ordinal)));
            }

            return answers;
        }
    }

    /// <summary>In no table but its own, in no answer, no file and no log, of any of the three.</summary>
    private async Task IsNowhereElseAsync(string words)
    {
        var name = words[..5];
        foreach (var pole in new[] { Mahdia, Barcelona, poles.Network.SidiBouzid })
        {
            Assert.Equal(pole == poles.Network.SidiBouzid ? [] : ["sealed_letter"], await pole.Database.TablesWithAsync(name));
            Assert.DoesNotContain(pole.Process.Output, line => line.Contains(name, StringComparison.OrdinalIgnoreCase));
            foreach (var path in new[] { "/changes?after=0", "/digest", $"/changes?of={Mahdia.Authority}&after=0", "/api/practices?q=" + name })
            {
                Assert.DoesNotContain("/letter/", (await Barcelona.AskAsAsync(pole.Origin + path)).Document.GetRawText(), StringComparison.Ordinal);
            }

            var all = string.Join('\n', await pole.ExportAsync());
            Assert.DoesNotContain(name, all, StringComparison.Ordinal);
            Assert.DoesNotContain("/letter/", all, StringComparison.Ordinal);
        }
    }

    private static async Task<bool> HoldsBytesAsync(RunningPole pole, string words)
    {
        foreach (var file in Directory.EnumerateFiles(pole.Process.Folder, "citess.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes);
            if (bytes.GetBuffer().AsSpan(0, (int)bytes.Length).IndexOf(System.Text.Encoding.UTF8.GetBytes(words)) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
