using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Citess.Network.Tests.House;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Contributions;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Practices.Adoptions;
using Xunit;

namespace Citess.Network.Tests.Federation;

/// <summary>Mahdia knows Barcelona and Sidi Bouzid, which do not know one another. Barcelona tries a practice of Mahdia.</summary>
public sealed class ContributionTests : IAsyncLifetime
{
    private readonly List<RunningPole> poles = [];
    private readonly string practice = Samples.NewId();
    private readonly string adoption = Samples.NewId();

    private RunningPole Mahdia => poles[0];

    private RunningPole SidiBouzid => poles[1];

    private RunningPole Barcelona => poles[2];

    public async ValueTask InitializeAsync()
    {
        foreach (var name in new[] { "Mahdia", "Sidi Bouzid", "Barcelona" })
        {
            var process = await TestPole.StartAsync(name);
            poles.Add(await process.SetUpAsync());
        }

        await PoleNetwork.ConnectAsync(Mahdia, SidiBouzid);
        await PoleNetwork.ConnectAsync(Mahdia, Barcelona);
        await Mahdia.CreateAsync(practice, Samples.Practice("Pressoir partagé"), Audience.Network);
        await Barcelona.ShowsAsync(Mahdia, practice, revision: 1);
        await SidiBouzid.ShowsAsync(Mahdia, practice, revision: 1);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var pole in poles)
        {
            await pole.DisposeAsync();
        }
    }

    [Fact]
    public async Task What_a_pole_says_of_anothers_practice_reaches_all_that_hold_it_and_goes_again_when_it_is_taken_back()
    {
        await SayAsync(AdoptionStage.Intended, "Ho volem provar.", seen: null);
        await HeldAsync(SidiBouzid, revision: 1);
        await SayAsync(AdoptionStage.Stopped, "No hi ha prou gent.", seen: 1);
        await HeldAsync(SidiBouzid, revision: 2);
        Assert.Equal(await BodyAsync(Mahdia), await BodyAsync(SidiBouzid));
        Proofs.Holds(JsonElement.Parse((await BodyAsync(SidiBouzid))!), await Barcelona.ActorAsync());
        Assert.Null(await PoleNetwork.PartnerAsync(SidiBouzid, Barcelona.Authority));

        // Whoever asks Mahdia for all that was said finds it there; a stranger does not see what is for the network.
        using (var answer = await Mahdia.GetAsync($"{Mahdia.Address(practice)}{Addition.Collection}"))
        {
            Assert.Equal(404, (int)answer.StatusCode);
        }

        await TakeBackAsync(seen: 2);
        await HeldAsync(SidiBouzid, revision: 3);
        Assert.Contains("Tombstone", await BodyAsync(SidiBouzid), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pole_that_was_away_gets_what_was_said_meanwhile_by_comparing_though_its_author_is_away()
    {
        await SidiBouzid.Process.KillAsync();
        await SayAsync(AdoptionStage.Intended, "Ho volem provar.", seen: null);
        await HeldAsync(Mahdia, revision: 1);
        await Barcelona.Process.KillAsync();

        // Nothing is posted: it finds out by itself.
        await SidiBouzid.Process.StartAsync();
        await SidiBouzid.AgreesAsync(Mahdia);
        await HeldAsync(SidiBouzid, revision: 1);
        Assert.Equal(await BodyAsync(Mahdia), await BodyAsync(SidiBouzid));
    }

    [Fact]
    public async Task What_its_author_narrows_goes_from_those_that_had_it_passed_on_too_and_comes_again_when_it_is_widened()
    {
        await SayAsync(AdoptionStage.Intended, "Ho volem provar.", seen: null);
        await HeldAsync(SidiBouzid, revision: 1);
        await SayAsync(AdoptionStage.Intended, "Ho volem provar.", seen: 1, Audience.Own);
        await HeldAsync(SidiBouzid, revision: 2);
        Assert.Equal("Remove", JsonElement.Parse((await BodyAsync(SidiBouzid))!).GetProperty("type").GetString());
        Assert.DoesNotContain("provar", await BodyAsync(SidiBouzid), StringComparison.Ordinal);
        Assert.Empty(await LivingAsync(SidiBouzid));
        Assert.All(await AddedAsync(), added => Assert.DoesNotContain("provar", added, StringComparison.Ordinal));

        await SayAsync(AdoptionStage.Running, "Ja funciona.", seen: 2);
        await HeldAsync(SidiBouzid, revision: 3);
        Assert.Single(await LivingAsync(SidiBouzid));
    }

    [Fact]
    public async Task Whoever_hears_the_author_itself_keeps_what_is_for_it_still()
    {
        await PoleNetwork.ConnectAsync(SidiBouzid, Barcelona);
        await SayAsync(AdoptionStage.Intended, "Ho volem provar.", seen: null);
        await HeldAsync(SidiBouzid, revision: 1);
        await HeldAsync(Mahdia, revision: 1);
        await SayAsync(AdoptionStage.Intended, "Ho volem provar.", seen: 1, Audience.Own, SidiBouzid.Authority);
        await HeldAsync(Mahdia, revision: 2);
        await HeldAsync(SidiBouzid, revision: 2);
        await PoleNetwork.ArrivedAsync(Mahdia, SidiBouzid);
        Assert.Contains("provar", await BodyAsync(SidiBouzid), StringComparison.Ordinal);
        Assert.DoesNotContain("provar", await BodyAsync(Mahdia), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_taken_back_in_the_same_breath_stays_nowhere()
    {
        await SayAsync(AdoptionStage.Intended, "Ho volem provar.", seen: null);
        await TakeBackAsync(seen: 1);
        await HeldAsync(Mahdia, revision: 2);
        await PoleNetwork.ArrivedAsync(Mahdia, SidiBouzid);

        Assert.True(await BodyAsync(SidiBouzid) is not { } body || body.Contains("Tombstone", StringComparison.Ordinal));
        Assert.Empty(await LivingAsync(SidiBouzid));
        Assert.All(await AddedAsync(), added => Assert.Contains("Tombstone", added, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_practice_that_another_pole_made_of_ours_is_its_own_to_pass_on()
    {
        var about = new RecordReference { Origin = Mahdia.Origin, Key = "practice/" + practice, Owner = (await Mahdia.ActorAsync()).GetProperty("id").GetString()! };
        var made = Samples.NewId();
        await Barcelona.CreateAsync(made, Samples.Practice("Trull compartit") with { AdaptedFrom = about, AdaptedFromName = MultilingualText.Of("fr", "Pressoir partagé") }, Audience.Network);
        await Mahdia.ShowsAsync(Barcelona, made, revision: 1);

        // What comes after it went on: then it would have gone on too.
        await SayAsync(AdoptionStage.Intended, "Ho volem provar.", seen: null);
        await HeldAsync(SidiBouzid, revision: 1);
        Assert.Contains(adoption, Assert.Single(await AddedAsync()), StringComparison.Ordinal);
        Assert.Empty(await SidiBouzid.Database.QueryAsync<string>("SELECT key FROM document WHERE key = @key", new { key = "practice/" + made }));
    }

    private Task<IReadOnlyList<string>> AddedAsync() => Mahdia.Database.QueryAsync<string>("SELECT body FROM document WHERE origin = '' AND key LIKE @keys", new { keys = Addition.Kind + "/%" });

    private static Task<IReadOnlyList<string>> LivingAsync(RunningPole pole) => pole.Database.QueryAsync<string>("SELECT key FROM catalogue WHERE key LIKE 'adoption/%' AND is_withdrawn = 0");

    private async Task TakeBackAsync(int seen)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/api/adoptions/{adoption}/withdraw");
        request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{seen}\""));
        using var answer = await Barcelona.Api.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task SayAsync(AdoptionStage stage, string text, int? seen, Audience audience = Audience.Network, params IReadOnlyList<string> partners)
    {
        var content = new Adoption
        {
            About = new() { Origin = Mahdia.Origin, Key = "practice/" + practice, Owner = (await Mahdia.ActorAsync()).GetProperty("id").GetString()! },
            AboutRevision = 1,
            AboutName = MultilingualText.Of("fr", "Pressoir partagé"),
            Steps = [new() { Stage = stage, On = "2026-05", Text = MultilingualText.Of("ca", text) }],
        };
        var request = new HttpRequestMessage(HttpMethod.Put, "/api/adoptions/" + adoption) { Content = JsonContent.Create(new RecordDraft<Adoption>(content, audience, partners.Count == 0 ? null : partners), options: StateJson.Options) };
        request.Headers.TryAddWithoutValidation(seen is null ? "If-None-Match" : "If-Match", seen is { } revision ? $"\"{revision}\"" : "*");
        using var answer = await Barcelona.Api.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private Task HeldAsync(RunningPole pole, int revision) => Eventually.TrueAsync(
        async () => await BodyAsync(pole) is { } body && JsonElement.Parse(body).GetProperty("revision").GetInt32() == revision,
        () => $"{pole.Name} does not hold revision {revision} of the adoption.\n{string.Join('\n', pole.Process.Output.TakeLast(40))}",
        TimeSpan.FromSeconds(60));

    private async Task<string?> BodyAsync(RunningPole pole) =>
        (await pole.Database.QueryAsync<string>("SELECT body FROM document WHERE origin = @origin AND key = @key", new { origin = Barcelona.Authority, key = "adoption/" + adoption })).SingleOrDefault();
}
