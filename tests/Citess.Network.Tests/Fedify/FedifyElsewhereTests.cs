using System.Net;
using System.Text.Json;
using Citess.ActivityPub.Vocabulary;
using Citess.Network.Tests.House;
using Xunit;

namespace Citess.Network.Tests.Fedify;

/// <summary>The other way round: Mahdia asks for what a person offers, or wants, on a server that is no pole.</summary>
public sealed class FedifyElsewhereTests(FedifyPair pair) : IClassFixture<FedifyPair>
{
    private RunningPole Mahdia => pair.Mahdia;

    private FedifyPeer Fedify => pair.Fedify;

    [Fact]
    public async Task An_offer_of_Fedify_is_found_by_its_address_asked_for_accepted_and_confirmed()
    {
        var address = await Fedify.PublishAsync(new { id = "wood", name = "Planks of oak", content = "<p>Two metres</p><script>alert(1)</script>", unit = "one", available = "4" });
        using var youssef = await Mahdia.Process.SignInAsync();
        await youssef.OpenAsync("/fr/offers");
        Assert.Contains("Une offre ou une demande sur un autre serveur", youssef.Text, StringComparison.Ordinal);
        await youssef.OpenAsync("/fr/elsewhere?address=" + Uri.EscapeDataString(address));
        Assert.Contains("Planks of oak", youssef.Text, StringComparison.Ordinal);
        Assert.Contains("Two metres", youssef.Text, StringComparison.Ordinal);
        Assert.Contains("Montserrat", youssef.Text, StringComparison.Ordinal);
        Assert.Contains("Hors du réseau", youssef.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("script", youssef.Page.QuerySelector("main")!.InnerHtml, StringComparison.OrdinalIgnoreCase);

        // More than there is: what was typed stays.
        await youssef.SendAsync(("Propose.Quantity", "5"), ("Propose.Note", "Pour l’atelier"));
        Assert.Equal(HttpStatusCode.BadRequest, youssef.Status);
        Assert.Contains("Il n’en reste pas autant", youssef.Text, StringComparison.Ordinal);
        Assert.Equal("Pour l’atelier", youssef.Page.QuerySelector("textarea[name='Propose.Note']")!.TextContent);
        await youssef.SendAsync(("Propose.Quantity", "3"));
        Assert.Equal(HttpStatusCode.OK, youssef.Status);
        var id = youssef.Address.AbsolutePath.Split('/')[^1];
        Assert.Equal("proposed", await StatusAsync(id));

        // Fedify takes it for genuine, and its own reader finds what it is about.
        var offer = await Fedify.GotAsync(Verbs.Offer, each => each.Activity.GetProperty("object").GetRawText().Contains(address, StringComparison.Ordinal));
        Assert.True(offer.IsSigned && offer.IsProved);
        var said = offer.Activity.GetProperty("object").GetProperty("stipulates");
        Assert.Equal((address + "/what", "3"), (said.GetProperty("satisfies").GetString(), said.GetProperty("resourceQuantity").GetProperty("hasNumericalValue").GetString()));
        await HandledAsync(offer.Id);

        // A yes of somebody else on the same server changes nothing.
        var agreed = Fedify.Origin + "/agreements/" + id;
        await SaysAsync(new { verb = "AcceptAgreement", @as = "pole", to = pair.Pole, about = offer.Id, agreement = agreed });
        Assert.Equal("proposed", await StatusAsync(id));

        await SaysAsync(new { verb = "AcceptAgreement", to = pair.Pole, about = offer.Id, agreement = agreed });
        await StandsAsync(id, "accepted");
        var held = await Mahdia.RequestAsync(HttpMethod.Get, "/" + id);
        Assert.Equal((agreed, address, true), (held.GetProperty("agreement").GetString(), held.GetProperty("proposal").GetString(), held.GetProperty("isElsewhere").GetBoolean()));

        // What somebody else shares, of whom nothing was asked, stays a stranger's and is not kept.
        Assert.Equal("not a partner pole of ours", await SaysAsync(new { verb = "ConfirmAgreement", @as = "pole", to = pair.Pole, agreement = agreed }));
        Assert.Equal("accepted", await StatusAsync(id));
        await SaysAsync(new { verb = "ConfirmAgreement", to = pair.Pole, agreement = agreed });
        await StandsAsync(id, "completed");
        await youssef.OpenAsync("/fr/agreement/" + id);
        Assert.Contains("Réalisé", youssef.Text, StringComparison.Ordinal);
        Assert.Contains(agreed, youssef.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_want_of_Fedify_is_answered_by_a_program_and_declined_with_a_reason()
    {
        var address = await Fedify.PublishAsync(new { id = "flour", purpose = "request", name = "Flour for the bakery", unit = "om2:kilogram", available = "20" });
        var seen = await Mahdia.RequestAsync(HttpMethod.Get, "/elsewhere?address=" + Uri.EscapeDataString(address));
        Assert.Equal((true, "om2:kilogram", 20), (seen.GetProperty("isWant").GetBoolean(), seen.GetProperty("unit").GetString(), seen.GetProperty("left").GetInt32()));
        var id = Samples.NewId();
        await Mahdia.RequestAsync(HttpMethod.Put, "/" + id, new { proposal = address, quantity = 12, note = "De notre moulin", language = "fr" });

        // The same again is the same request, also when what it answers is gone by then.
        await Fedify.PublishAsync(new { id = "flour", available = "0", isGone = true });
        await Mahdia.RequestAsync(HttpMethod.Put, "/" + id, new { proposal = address, quantity = 12, note = "De notre moulin", language = "fr" });
        var offer = await Fedify.GotAsync(Verbs.Offer, each => each.Activity.GetProperty("object").GetRawText().Contains(address, StringComparison.Ordinal));
        Assert.Equal("om2:kilogram", offer.Activity.GetProperty("object").GetProperty("stipulates").GetProperty("resourceQuantity").GetProperty("hasUnit").GetString());
        await HandledAsync(offer.Id);

        await SaysAsync(new { verb = "RejectAgreement", to = pair.Pole, about = offer.Id, content = "<p>We found some <b>nearby</b></p>" });
        await StandsAsync(id, "declined");
        using var youssef = await Mahdia.Process.SignInAsync();
        await youssef.OpenAsync("/en/agreement/" + id);
        Assert.Contains("We found some nearby", youssef.Text, StringComparison.Ordinal);
        Assert.Contains("12 kilogram", youssef.Text, StringComparison.Ordinal);
        Assert.Single(await Fedify.ReceivedAsync(), each => each.Type == Verbs.Offer && each.Activity.GetProperty("object").GetRawText().Contains(address, StringComparison.Ordinal));
    }

    /// <summary>Fedify's confirmation does not say which Offer it is about.</summary>
    [Fact]
    public async Task A_confirmation_that_comes_before_the_yes_is_not_lost()
    {
        var address = await Fedify.PublishAsync(new { id = "sacks", name = "Sacks", unit = "sack", step = "5", available = "40" });
        using var youssef = await Mahdia.Process.SignInAsync();
        await youssef.OpenAsync("/fr/elsewhere?address=" + Uri.EscapeDataString(address));
        await youssef.SendAsync(("Propose.Quantity", "12"));
        Assert.Contains("Par multiples de 5 sack, à partir de 5 sack.", youssef.Text, StringComparison.Ordinal);
        await youssef.SendAsync(("Propose.Quantity", "15"));
        var id = youssef.Address.AbsolutePath.Split('/')[^1];
        var offer = await Fedify.GotAsync(Verbs.Offer, each => each.Activity.GetProperty("object").GetRawText().Contains(address, StringComparison.Ordinal));
        await HandledAsync(offer.Id);

        var agreed = Fedify.Origin + "/agreements/" + id;
        Assert.Null(await SaysAsync(new { verb = "ConfirmAgreement", to = pair.Pole, agreement = agreed }));
        Assert.Equal("proposed", await StatusAsync(id));
        await SaysAsync(new { verb = "AcceptAgreement", to = pair.Pole, about = offer.Id, agreement = agreed });
        await StandsAsync(id, "completed");
    }

    [Fact]
    public async Task What_was_taken_back_is_told_and_a_yes_with_the_whole_Offer_in_it_still_counts()
    {
        var address = await Fedify.PublishAsync(new { id = "tent", name = "A tent", available = "1" });
        var id = Samples.NewId();
        await Mahdia.RequestAsync(HttpMethod.Put, "/" + id, new { proposal = address });
        var offer = await Fedify.GotAsync(Verbs.Offer, each => each.Activity.GetProperty("object").GetRawText().Contains(address, StringComparison.Ordinal));
        await HandledAsync(offer.Id);
        await Mahdia.RequestAsync(HttpMethod.Post, $"/{id}/withdraw");
        var undo = await Fedify.GotAsync(Verbs.Undo);
        Assert.Equal(offer.Id, undo.Activity.GetProperty("object").GetString());

        // It crossed: the word of whose the proposal is decides.
        await SaysAsync(new { verb = "AcceptOffer", to = pair.Pole, about = offer.Id, agreement = Fedify.Origin + "/agreements/" + id });
        await StandsAsync(id, "accepted");
    }

    [Fact]
    public async Task What_goes_while_somebody_writes_is_said_to_be_gone_and_what_was_written_stays()
    {
        var address = await Fedify.PublishAsync(new { id = "boat", name = "A boat", available = "3" });
        using var youssef = await Mahdia.Process.SignInAsync();
        await youssef.OpenAsync("/fr/elsewhere?address=" + Uri.EscapeDataString(address));
        await Fedify.PublishAsync(new { id = "boat", available = "0" });
        await youssef.SendAsync(("Propose.Quantity", "2"), ("Propose.Note", "Pour la pêche"));
        Assert.Contains("Tout est déjà convenu avec d’autres", youssef.Text, StringComparison.Ordinal);
        Assert.Equal("Pour la pêche", youssef.Page.QuerySelector("textarea[name='Propose.Note']")!.TextContent);
        await Fedify.PublishAsync(new { id = "boat", available = "0", isGone = true });
        await youssef.SendAsync(("Propose.Quantity", "2"));
        Assert.Equal(HttpStatusCode.BadRequest, youssef.Status);
        Assert.Contains("Il n’y a rien à cette adresse", youssef.Text, StringComparison.Ordinal);
        Assert.Equal("Pour la pêche", youssef.Page.QuerySelector("textarea[name='Propose.Note']")!.TextContent);

        // It is there again: the same form is sent once more.
        await Fedify.PublishAsync(new { id = "boat", name = "A boat", available = "3" });
        await youssef.SendAsync(("Propose.Quantity", "2"));
        Assert.StartsWith("/fr/agreement/", youssef.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("Pour la pêche", youssef.Text, StringComparison.Ordinal);

        // That form comes twice, and the boat is gone by the second time: the request stands.
        var sent = youssef.Address.AbsolutePath.Split('/')[^1];
        await youssef.OpenAsync("/fr/elsewhere?address=" + Uri.EscapeDataString(address));
        await Fedify.PublishAsync(new { id = "boat", available = "0", isGone = true });
        await youssef.SendAsync(("Propose.Id", sent), ("Propose.Quantity", "2"), ("Propose.Note", "Pour la pêche"));
        Assert.Equal("/fr/agreement/" + sent, youssef.Address.AbsolutePath);
    }

    [Theory]
    [InlineData("/users/montserrat", "n’est ni une offre ni une demande")]
    [InlineData("/offering/none", "Il n’y a rien à cette adresse")]
    public async Task What_is_no_proposal_is_said_to_be_none_and_what_was_typed_stays(string path, string words)
    {
        using var youssef = await Mahdia.Process.SignInAsync();
        await youssef.OpenAsync("/fr/elsewhere?address=" + Uri.EscapeDataString(Fedify.Origin + path));
        Assert.Equal(HttpStatusCode.BadRequest, youssef.Status);
        Assert.Contains(words, youssef.Text, StringComparison.Ordinal);
        Assert.Equal(Fedify.Origin + path, youssef.Page.QuerySelector("input[name='address']")!.GetAttribute("value"));
        await youssef.OpenAsync("/fr/elsewhere?address=" + Uri.EscapeDataString("ni ceci"));
        Assert.Contains("Ce n’est pas l’adresse", youssef.Text, StringComparison.Ordinal);
        await youssef.OpenAsync("/fr/elsewhere?address=" + Uri.EscapeDataString("http://localhost:9/x"));
        Assert.Contains("Pas de réponse à cette adresse", youssef.Text, StringComparison.Ordinal);
    }

    /// <summary>What came of it, unless all was well.</summary>
    private async Task<string?> SaysAsync(object deed)
    {
        var said = await Fedify.SayAsync(deed);
        Assert.True(said.Error is null, said.Error);
        Assert.Equal([202], said.Posts.Select(post => post.Status!.Value));
        return await pair.NoteAsync(said.Id);
    }

    private Task HandledAsync(string activity) => Eventually.TrueAsync(async () => (await Fedify.HandledAsync()).Contains(activity, StringComparer.Ordinal), () => $"Fedify did not take {activity} for genuine.\n{Fedify.Output}");

    private async Task<string?> StatusAsync(string id) => (await Mahdia.RequestAsync(HttpMethod.Get, "/" + id)).GetProperty("status").GetString();

    private Task StandsAsync(string id, string status) => Eventually.TrueAsync(async () => await StatusAsync(id) == status, () => $"{id} is not {status}.\n{string.Join('\n', Mahdia.Process.Output)}\n{Fedify.Output}");
}
