using System.Text;
using System.Text.Json;
using Citess.ActivityPub.Signatures;
using Citess.ActivityPub.Vocabulary;
using Citess.Network.Tests.House;
using Citess.Poles.Kernel.Catalogue;
using Xunit;

namespace Citess.Network.Tests.Federation;

/// <summary>What mallory sends is refused by a running pole, each with its reason, and leaves nothing behind in any table.</summary>
public sealed class GateTests(HeldPractice held) : IClassFixture<HeldPractice>
{
    private Mallory Mallory => held.Mallory;

    private RunningPole Mahdia => held.Network.Mahdia;

    private RunningPole Barcelona => held.Network.Barcelona;

    [Fact]
    public Task An_unsigned_activity_leaves_nothing() => RefusedAsync(
        Refusal.Because(401, "signature-missing"),
        () => Mallory.PostUnsignedAsync(Barcelona, Create()));

    [Fact]
    public async Task An_activity_in_the_name_of_Mahdia_that_mallory_signed_leaves_nothing()
    {
        var actor = await AddressOfAsync(Mahdia);
        await RefusedAsync(
            Refusal.Because(401, "actor-not-key-owner"),
            () => Mallory.PostAsync(Barcelona, Mallory.Say(Verbs.Create, Mallory.Practice(Mallory.NewId("practice")), actor)));
    }

    [Fact]
    public async Task A_signature_of_mallory_under_the_name_of_Mahdias_key_leaves_nothing()
    {
        var actor = await AddressOfAsync(Mahdia);
        using var borrowed = RsaKeyPair.Import(actor + "#main-key", Mallory.Rsa.ExportPrivatePem());
        var activity = Mallory.Say(Verbs.Delete, Mallory.Practice(Mahdia.Address(held.Id), 2, actor, "Tombstone"), actor, Mahdia.Origin + "/activity/" + Samples.NewId());
        await RefusedAsync(Refusal.Because(401, "signature-wrong"), () => Mallory.PostAsync(Barcelona, activity, borrowed));
    }

    [Fact]
    public Task A_body_that_was_altered_on_its_way_leaves_nothing() => RefusedAsync(
        Refusal.Because(401, "digest-wrong"),
        () => Mallory.PostAsync(Barcelona, Create(), alter: body => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body).Replace("Tout", "Rien", StringComparison.Ordinal))));

    [Fact]
    public Task An_object_that_was_altered_under_its_proof_leaves_nothing()
    {
        var practice = Mallory.Practice(Mallory.NewId("practice")).GetRawText().Replace("Tout", "Rien", StringComparison.Ordinal);
        return RefusedAsync(Refusal.Because(403, "proof-wrong"), () => Mallory.PostAsync(Barcelona, Mallory.Say(Verbs.Create, JsonElement.Parse(practice))));
    }

    [Fact]
    public Task An_activity_under_an_id_of_Mahdia_leaves_nothing() => RefusedAsync(
        Refusal.Because(403, "id-foreign"),
        () => Mallory.PostAsync(Barcelona, Mallory.Say(Verbs.Create, Mallory.Practice(Mallory.NewId("practice")), id: Mahdia.Origin + "/activity/" + Samples.NewId())));

    [Fact]
    public Task A_new_object_under_an_id_of_Mahdia_leaves_nothing() => RefusedAsync(
        Refusal.Because(403, "not-owner"),
        () => Mallory.PostAsync(Barcelona, Mallory.Say(Verbs.Create, Mallory.Practice(Mahdia.Origin + "/practice/" + Samples.NewId()))));

    [Fact]
    public Task An_object_of_mallory_that_names_Mahdia_as_its_owner_leaves_nothing() => RefusedAsync(
        Refusal.Because(403, "not-owner"),
        () => Mallory.PostAsync(Barcelona, Mallory.Say(Verbs.Create, Mallory.Practice(Mallory.NewId("practice"), owner: Mahdia.Origin + "/pole/" + Samples.NewId()))));

    [Fact]
    public Task A_later_revision_of_Mahdias_practice_by_a_stranger_leaves_nothing() => RefusedAsync(
        Refusal.Because(403, "not-owner"),
        () => Mallory.PostAsync(Barcelona, Mallory.Say(Verbs.Update, Mallory.Practice(Mahdia.Address(held.Id), revision: 9))));

    [Fact]
    public Task A_tombstone_of_Mahdias_practice_by_a_stranger_leaves_nothing() => RefusedAsync(
        Refusal.Because(403, "not-owner"),
        () => Mallory.PostAsync(Barcelona, Mallory.Say(Verbs.Delete, Mallory.Practice(Mahdia.Address(held.Id), revision: 9, type: "Tombstone"))));

    [Fact]
    public Task The_bare_address_of_Mahdias_practice_in_a_Delete_leaves_nothing() => RefusedAsync(
        Refusal.Because(403, "not-owner"),
        () => Mallory.PostAsync(Barcelona, Mallory.Say(Verbs.Delete, Mahdia.Address(held.Id))));

    [Fact]
    public async Task A_Follow_with_a_forged_actor_leaves_nothing()
    {
        var (forged, asked) = (await AddressOfAsync(Mahdia), await AddressOfAsync(Barcelona));
        await RefusedAsync(Refusal.Because(401, "actor-not-key-owner"), () => Mallory.PostAsync(Barcelona, Mallory.Say(Verbs.Follow, asked, forged)));
    }

    [Fact]
    public async Task An_Undo_of_the_Follow_of_another_leaves_nothing()
    {
        var (mahdia, barcelona) = (await AddressOfAsync(Mahdia), await AddressOfAsync(Barcelona));
        var theirs = Ap.Write(Mallory.Say(Verbs.Follow, barcelona, mahdia, Mahdia.Origin + "/activity/" + Samples.NewId()));
        await RefusedAsync(Refusal.Because(403, "follow-unfit"), () => Mallory.PostAsync(Barcelona, Mallory.Say(Verbs.Undo, theirs)));
    }

    [Fact]
    public async Task An_Accept_of_a_Follow_that_was_sent_to_another_leaves_nothing()
    {
        var (mahdia, barcelona) = (await AddressOfAsync(Mahdia), await AddressOfAsync(Barcelona));
        var ours = Ap.Write(Mallory.Say(Verbs.Follow, mahdia, barcelona, Barcelona.Origin + "/activity/" + Samples.NewId()));
        await RefusedAsync(Refusal.Because(403, "follow-unfit"), () => Mallory.PostAsync(Barcelona, Mallory.Say(Verbs.Accept, ours)));
    }

    [Fact]
    public Task A_second_document_inside_the_first_leaves_nothing() => RefusedAsync(
        Refusal.Because(400, "restructured-json-ld"),
        () => Mallory.PostAsync(Barcelona, Create() with { Other = new(StringComparer.Ordinal) { ["@graph"] = JsonElement.Parse("[]") } }));

    [Fact]
    public async Task What_passes_the_gate_does_show_in_this_comparison()
    {
        var before = await Barcelona.Database.ContentAsync();
        var create = Create();
        Assert.Equal(202, (await Mallory.PostAsync(Barcelona, create)).Status);
        await Eventually.TrueAsync(
            async () => (await Barcelona.Database.QueryAsync<long>("SELECT number FROM inbox WHERE activity_id = @Id AND done IS NOT NULL", new { create.Id })).Count == 1,
            "The letter was not taken.");
        var after = await Barcelona.Database.ContentAsync();
        Assert.Equal(["inbox"], after.Where(table => !table.Key.StartsWith("sqlite_", StringComparison.Ordinal) && table.Value != before[table.Key]).Select(table => table.Key));
    }

    private Activity Create() => Mallory.Say(Verbs.Create, Mallory.Practice(Mallory.NewId("practice")));

    private async Task RefusedAsync(Refusal expected, Func<Task<Refusal>> attack)
    {
        var before = await Barcelona.Database.ContentAsync();
        var shown = await LibraryPageAsync();

        Assert.Equal(expected, await attack());

        // Work that were left behind would be found by the sweep, which comes by once a second.
        await Task.Delay(TimeSpan.FromSeconds(1.3), TestContext.Current.CancellationToken);
        Assert.Equal(before, await Barcelona.Database.ContentAsync());
        Assert.Equal(shown, await LibraryPageAsync());
        Assert.Equal(["Atelier de réparation"], (await Barcelona.LibraryAsync(Provenance.Partners, withWithdrawn: true)).Select(entry => entry.Name.SourceText));
    }

    /// <summary>The library as Montserrat sees it.</summary>
    private async Task<string> LibraryPageAsync()
    {
        await held.Montserrat.OpenAsync("/fr/practices");
        var library = held.Montserrat.Page.QuerySelector("main")!.TextContent;
        Assert.Contains("Atelier de réparation", library, StringComparison.Ordinal);
        return library;
    }

    private static async Task<string> AddressOfAsync(RunningPole pole) => (await pole.ActorAsync()).GetProperty("id").GetString()!;
}
