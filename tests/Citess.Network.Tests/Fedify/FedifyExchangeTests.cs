using System.Text.Json;
using Citess.ActivityPub.Vocabulary;
using Citess.Network.Tests.House;
using Citess.Poles.Exchange;
using Citess.Poles.Kernel;
using Xunit;
using Means = Citess.Poles.Matching.Means;

namespace Citess.Network.Tests.Fedify;

/// <summary>A person on a server of another kind, which knows FEP-0837 by Fedify's vocabulary, asks for what Mahdia offers.</summary>
public sealed class FedifyExchangeTests(FedifyPair pair) : IClassFixture<FedifyPair>
{
    private RunningPole Mahdia => pair.Mahdia;

    [Fact]
    public async Task An_offer_is_read_by_Fedify_asked_for_accepted_and_confirmed()
    {
        var id = Samples.NewId();
        await Mahdia.GiveAsync(id, new() { Title = MultilingualText.Of("fr", "Une remorque"), Text = MultilingualText.Of("fr", "Deux essieux."), Means = Means.Equipment, Concepts = ["vehicles"], Until = Proposal.LastDay(TimeProvider.System.GetUtcNow()), Quantity = 2 }, Audience.Public);
        var shown = await pair.Fedify.CardAsync($"{Mahdia.Origin}/offering/{id}");
        Assert.Equal(("Proposal", "Une remorque"), (shown!.Class, shown.Name));

        var said = await pair.Fedify.SayAsync(new { verb = "OfferAgreement", to = pair.Pole, about = $"{Mahdia.Origin}/offering/{id}#primary" });
        Assert.True(said.Error is null, said.Error);
        Assert.Equal([202], said.Posts.Select(post => post.Status!.Value));
        Assert.Null(await pair.NoteAsync(said.Id));
        JsonElement[] waiting = [];
        await Eventually.TrueAsync(async () => (waiting = [.. (await Mahdia.RequestAsync(HttpMethod.Get, "?status=proposed")).GetProperty("entries").EnumerateArray()]).Length == 1, "The request does not wait.");
        var request = waiting[0].GetProperty("id").GetString()!;
        await Mahdia.RequestAsync(HttpMethod.Post, $"/{request}/accept");

        var accept = await pair.Fedify.GotAsync(Verbs.Accept, each => each.Activity.GetProperty("object").ValueKind == JsonValueKind.String);
        Assert.True(accept.IsSigned && accept.IsProved);
        Assert.Equal((said.Id, "Agreement"), (accept.Activity.GetProperty("object").GetString(), accept.Activity.GetProperty("result").GetProperty("type").GetString()));
        await Eventually.TrueAsync(async () => (await pair.Fedify.HandledAsync()).Contains(accept.Id, StringComparer.Ordinal), $"Fedify did not take {accept.Id} for genuine.\n{pair.Fedify.Output}");
        await Mahdia.RequestAsync(HttpMethod.Post, $"/{request}/complete");
        var done = await pair.Fedify.GotAsync(Verbs.Create, each => each.Activity.GetProperty("object").GetProperty("type").GetString() == "Document");
        Assert.Equal(accept.Activity.GetProperty("result").GetProperty("id").GetString(), done.Activity.GetProperty("object").GetProperty("context").GetString());
    }
}
