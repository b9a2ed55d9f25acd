using System.Net;
using System.Text.Json;
using Citess.ActivityPub.Vocabulary;
using Citess.Network.Tests.House;
using Citess.Poles.Exchange;
using Citess.Poles.Kernel;
using Xunit;
using Means = Citess.Poles.Matching.Means;

namespace Citess.Network.Tests.Federation;

/// <summary>
/// Who is no pole answers what is public, in the words of FEP-0837 alone; and a yes that was not given, was given to another, or
/// was given for something else, is none.
/// </summary>
public sealed class AgreementStampsTests : IAsyncLifetime
{
    private readonly (string Open, string Closed, string Theirs) ids = (Samples.NewId(), Samples.NewId(), Samples.NewId());
    private PoleNetwork network = default!;
    private Mallory mallory = default!;
    private string pole = "";

    private RunningPole Mahdia => network.Mahdia;

    private RunningPole Barcelona => network.Barcelona;

    private string Intent => $"{Mahdia.Origin}/offering/{ids.Open}#primary";

    public async ValueTask InitializeAsync()
    {
        mallory = await Mallory.StartAsync();
        network = await PoleNetwork.StartAsync("Mahdia", "Barcelona");
        pole = (await Mahdia.ActorAsync()).GetProperty("id").GetString()!;
        await Mahdia.GiveAsync(ids.Open, Offering("Une salle", quantity: 5), Audience.Public);
        await Mahdia.GiveAsync(ids.Closed, Offering("Pour le réseau", quantity: 5));
        await Barcelona.GiveAsync(ids.Theirs, Offering("Una furgoneta", quantity: 5));
    }

    public async ValueTask DisposeAsync()
    {
        await network.DisposeAsync();
        await mallory.DisposeAsync();
    }

    [Fact]
    public async Task A_visitor_who_knows_FEP_0837_alone_is_answered_in_its_words()
    {
        var offer = Plain(Intent, "2");
        Assert.Equal(202, (await mallory.PostAsync(Mahdia, offer, mallory.VisitorRsa)).Status);
        var id = await WaitsAsync();
        var asked = await Mahdia.RequestAsync(HttpMethod.Get, "/" + id);
        Assert.Equal((2, "proposed"), (asked.GetProperty("quantity").GetInt32(), asked.GetProperty("status").GetString()));
        Assert.Contains("J’en ai besoin", asked.GetProperty("note").GetRawText(), StringComparison.Ordinal);
        await Mahdia.RequestAsync(HttpMethod.Post, $"/{id}/accept");

        var accept = await GotAsync(Verbs.Accept);
        Assert.Equal((offer.Id, pole), (accept.GetProperty("object").GetString(), accept.GetProperty("actor").GetString()));
        var agreement = accept.GetProperty("result");
        Assert.Equal(("Agreement", $"{Mahdia.Origin}/agreement/{id}"), (agreement.GetProperty("type").GetString(), agreement.GetProperty("id").GetString()));
        var commitment = agreement.GetProperty("stipulates");
        Assert.Equal(("Commitment", Intent, "one", "2"), (commitment.GetProperty("type").GetString(), commitment.GetProperty("satisfies").GetString(), commitment.GetProperty("resourceQuantity").GetProperty("hasUnit").GetString(), commitment.GetProperty("resourceQuantity").GetProperty("hasNumericalValue").GetString()));
        var document = await Mahdia.DocumentAsync(Intent[..^"#primary".Length]);
        Assert.Equal("3", document.GetProperty("publishes").GetProperty("availableQuantity").GetProperty("hasNumericalValue").GetString());

        await Mahdia.RequestAsync(HttpMethod.Post, $"/{id}/complete");
        Assert.Equal($"{Mahdia.Origin}/agreement/{id}", (await GotAsync(Verbs.Create)).GetProperty("object").GetProperty("context").GetString());

        // More than is left, and something in return, is declined at once, with a reason.
        await mallory.PostAsync(Mahdia, Plain(Intent, "4"), mallory.VisitorRsa);
        Assert.NotEqual("", (await GotAsync(Verbs.Reject)).GetProperty("content").GetString());
        await mallory.PostAsync(Mahdia, Plain(Intent, "1", ",\"stipulatesReciprocal\":{\"type\":\"Commitment\"}"), mallory.VisitorRsa);
        await Eventually.TrueAsync(() => Task.FromResult(mallory.Received.Count(each => JsonElement.Parse(each.Body).GetProperty("type").GetString() == Verbs.Reject) == 2), "The second is not declined.");

        // A visitor who asks is sent nothing else.
        Assert.All(mallory.Received, each => Assert.NotEqual("offering", JsonElement.Parse(each.Body).GetProperty("object") is { ValueKind: JsonValueKind.Object } thing && thing.TryGetProperty("kind", out var kind) ? kind.GetString() : ""));
    }

    [Fact]
    public async Task What_a_visitor_does_not_see_is_not_asked_for_and_no_more_waits_than_may()
    {
        foreach (var intent in new[] { $"{Mahdia.Origin}/offering/{ids.Closed}#primary", $"{Mahdia.Origin}/offering/{Samples.NewId()}#primary", $"{Mahdia.Origin}/offering/{ids.Open}#reciprocal", $"{Mahdia.Origin}/practice/{ids.Open}#primary" })
        {
            Assert.Equal(202, (await mallory.PostAsync(Mahdia, Plain(intent, "1"), mallory.VisitorRsa)).Status);
        }

        // A pole that is no partner is no visitor either.
        Assert.Equal(202, (await mallory.PostAsync(Mahdia, Plain(Intent, "1") with { Actor = mallory.PoleActor })).Status);
        Assert.Equal(404, (await mallory.PostAsync(Mahdia, Plain($"{mallory.Origin}/offering/{ids.Open}#primary", "1"), mallory.VisitorRsa)).Status);
        Assert.Equal(404, (await mallory.PostAsync(Mahdia, Plain(Intent, "1") with { To = [Addresses.Public] }, mallory.VisitorRsa)).Status);
        await QuietAsync();
        Assert.Empty(await ListAsync());

        for (var number = 0; number < 8; number++)
        {
            await mallory.PostAsync(Mahdia, Plain(Intent, "1"), mallory.VisitorRsa);
            await QuietAsync();
        }

        Assert.Equal(5, (await ListAsync()).Count);
    }

    [Fact]
    public async Task A_yes_is_good_for_its_own_subject_alone_and_from_whom_it_was_asked_alone()
    {
        await Eventually.TrueAsync(async () => (await Mahdia.Api.GetStringAsync("/api/offers?from=partners")).Contains(ids.Theirs, StringComparison.Ordinal), "Barcelona's offer does not arrive.");
        using var barcelona = await PoleVoice.OfAsync(Barcelona);
        await Barcelona.Process.KillAsync();
        var id = Samples.NewId();
        await Mahdia.RequestAsync(HttpMethod.Put, "/" + id, new { proposal = $"{Barcelona.Origin}/offering/{ids.Theirs}", quantity = 2, language = "fr" });
        string[] offers = [];
        await Eventually.TrueAsync(async () => (offers = [.. await Mahdia.Database.QueryAsync<string>("SELECT activity_id FROM ledger WHERE verb = 'Offer'")]).Length == 1, "The Offer is not in the ledger.");
        var (offer, intent) = (offers[0], $"{Barcelona.Origin}/offering/{ids.Theirs}#primary");

        // By another, of another thing, of another amount, without an id or under a foreign one, and of an Offer that was never made.
        await mallory.PostAsync(Mahdia, mallory.Say(Verbs.Accept, offer) with { Other = Result($"{mallory.Origin}/agreement/1", intent, "2") });
        await mallory.PostAsync(Mahdia, mallory.Say(Verbs.Reject, offer));
        foreach (var result in new[] { Agreed($"{Barcelona.Origin}/agreement/1", intent, "3"), Agreed($"{Barcelona.Origin}/agreement/1", $"{Barcelona.Origin}/offering/{Samples.NewId()}#primary", "2"), Agreed($"{mallory.Origin}/agreement/1", intent, "2"), Agreed("", intent, "2"), "{}" })
        {
            Assert.Equal(HttpStatusCode.Accepted, await barcelona.PostAsync(Mahdia, barcelona.Say(Verbs.Accept, $"\"{offer}\"", $"\"result\":{result},")));
        }

        Assert.Equal(HttpStatusCode.Accepted, await barcelona.PostAsync(Mahdia, barcelona.Say(Verbs.Accept, $"\"{Mahdia.Origin}/activity/{Samples.NewId()}\"", $"\"result\":{Agreed($"{Barcelona.Origin}/agreement/1", intent, "2")},")));
        Assert.Equal(HttpStatusCode.Accepted, await barcelona.PostAsync(Mahdia, barcelona.Say(Verbs.Create, $$"""{"id":"{{Barcelona.Origin}}/receipt/1","type":"Document","context":"{{Barcelona.Origin}}/agreement/1"}""")));
        await QuietAsync();
        Assert.Equal("proposed", (await Mahdia.RequestAsync(HttpMethod.Get, "/" + id)).GetProperty("status").GetString());

        // The one that was meant; without any word of ours, as other software would write it.
        var yes = barcelona.Say(Verbs.Accept, $"\"{offer}\"", $"\"result\":{Agreed($"{Barcelona.Origin}/agreement/1", intent, "2")},");
        Assert.Equal(HttpStatusCode.Accepted, await barcelona.PostAsync(Mahdia, yes));
        await Eventually.TrueAsync(async () => (await Mahdia.RequestAsync(HttpMethod.Get, "/" + id)).GetProperty("status").GetString() == "accepted", () => "The yes is not taken.\n" + string.Join('\n', Mahdia.Process.Output.TakeLast(30)));

        // Shown again, bent, and followed by a no: nothing moves any more.
        var before = (await Mahdia.RequestAsync(HttpMethod.Get, "/" + id)).GetRawText();
        await barcelona.PostAsync(Mahdia, yes);
        await barcelona.PostAsync(Mahdia, barcelona.Say(Verbs.Accept, $"\"{offer}\"", $"\"result\":{Agreed($"{Barcelona.Origin}/agreement/2", intent, "2")},"));
        await barcelona.PostAsync(Mahdia, barcelona.Say(Verbs.Reject, $"\"{offer}\""));
        await QuietAsync();
        Assert.Equal(before, (await Mahdia.RequestAsync(HttpMethod.Get, "/" + id)).GetRawText());
    }

    private static Offering Offering(string title, int quantity) => new()
    {
        Title = MultilingualText.Of("fr", title),
        Means = Means.Space,
        Concepts = ["meeting-rooms"],
        Until = Proposal.LastDay(TimeProvider.System.GetUtcNow()),
        Quantity = quantity,
    };

    /// <summary>As the FEP prints it.</summary>
    private Activity Plain(string intent, string number, string more = "") => mallory.Say(
        Verbs.Offer,
        JsonElement.Parse($$$$"""{"type":"Agreement","stipulates":{"type":"Commitment","satisfies":"{{{{intent}}}}","resourceQuantity":{"hasUnit":"one","hasNumericalValue":"{{{{number}}}}"}}{{{{more}}}}}"""),
        mallory.Visitor) with
    { To = [pole], Content = "<p>J’en ai besoin en mai.</p>" };

    private static string Agreed(string id, string intent, string number) =>
        $$$$"""{"type":"Agreement"{{{{(id.Length == 0 ? "" : $",\"id\":\"{id}\"")}}}},"stipulates":{"type":"Commitment","satisfies":"{{{{intent}}}}","resourceQuantity":{"hasUnit":"one","hasNumericalValue":"{{{{number}}}}"}}}""";

    private static Dictionary<string, JsonElement> Result(string id, string intent, string number) => new(StringComparer.Ordinal) { ["result"] = JsonElement.Parse(Agreed(id, intent, number)) };

    private async Task<IReadOnlyList<JsonElement>> ListAsync() => [.. (await Mahdia.RequestAsync(HttpMethod.Get, "?ours=false")).GetProperty("entries").EnumerateArray()];

    private async Task<string> WaitsAsync()
    {
        IReadOnlyList<JsonElement> waiting = [];
        await Eventually.TrueAsync(async () => (waiting = await ListAsync()).Count == 1, () => "No request waits.\n" + string.Join('\n', Mahdia.Process.Output.TakeLast(30)));
        return waiting[0].GetProperty("id").GetString()!;
    }

    /// <summary>Nothing waits to be read any more, and lists show what came of it.</summary>
    private async Task QuietAsync()
    {
        await Eventually.TrueAsync(async () => (await Mahdia.Database.QueryAsync<long>("SELECT count(*) FROM inbox WHERE done IS NULL"))[0] + (await Mahdia.Database.QueryAsync<long>("SELECT count(*) FROM outbox"))[0] == 0, "Mahdia does not come to rest.");
        await Task.Delay(TimeSpan.FromMilliseconds(300), TestContext.Current.CancellationToken);
    }

    private async Task<JsonElement> GotAsync(string verb)
    {
        JsonElement? found = null;
        await Eventually.TrueAsync(
            () => Task.FromResult((found = mallory.Received.Where(each => each.Path.StartsWith("/users/", StringComparison.Ordinal)).Select(each => (JsonElement?)JsonElement.Parse(each.Body)).LastOrDefault(each => each!.Value.GetProperty("type").GetString() == verb)) is not null),
            () => $"No {verb} comes.\n{string.Join('\n', Mahdia.Process.Output.TakeLast(30))}",
            TimeSpan.FromSeconds(60));
        return found!.Value;
    }
}
