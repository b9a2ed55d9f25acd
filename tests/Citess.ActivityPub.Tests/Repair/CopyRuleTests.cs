using System.Text;
using System.Text.Json;
using Citess.ActivityPub.Contexts;
using Citess.ActivityPub.Inbox;
using Citess.ActivityPub.Proofs;
using Citess.ActivityPub.Repair;
using Citess.ActivityPub.Signatures;
using Citess.ActivityPub.Vocabulary;

namespace Citess.ActivityPub.Tests.Repair;

/// <summary>Documents that reach Barcelona without the activity that first carried them.</summary>
public sealed class CopyRuleTests : IDisposable
{
    private const string Mahdia = "https://mahdia.example/pole/01JNPV3T000000000000000000";
    private const string Oil = "https://mahdia.example/practice/01JNPV3T000000000000000001";
    private const string Activity = "https://mahdia.example/activity/01JNPV3T000000000000000002";
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly Ed25519KeyPair key = Ed25519KeyPair.Create(Mahdia + "#ed25519-key");
    private readonly Ed25519KeyPair mallory = Ed25519KeyPair.Create(Mahdia + "#ed25519-key");

    public void Dispose()
    {
        key.Dispose();
        mallory.Dispose();
    }

    [Fact]
    public void What_the_origin_signed_is_good_whoever_passed_it_on() => Assert.IsType<CopyVerdict.Good>(Judge(Practice()));

    [Fact]
    public void An_altered_document_is_refused() =>
        Assert.Equal(CopyFault.ProofWrong, Fault(JsonElement.Parse(Practice().GetRawText().Replace("Olive", "Other", StringComparison.Ordinal))));

    [Fact]
    public void A_document_that_another_signed_in_its_name_is_refused() => Assert.Equal(CopyFault.ProofWrong, Fault(Proved(Draft(), mallory)));

    [Fact]
    public void A_document_without_proof_is_refused() => Assert.Equal(CopyFault.ProofMissing, Fault(Draft()));

    [Fact]
    public void A_key_that_the_actor_does_not_list_is_told_apart_since_it_may_be_new()
    {
        using var next = Ed25519KeyPair.Create(Mahdia + "#ed25519-key-2");
        Assert.Equal(CopyFault.KeyUnknown, Fault(Proved(Draft(), next)));
    }

    [Theory]
    [InlineData("https://sidibouzid.example/practice/01JNPV3T000000000000000001", Mahdia)]
    [InlineData(Oil, "https://mahdia.example/pole/01JNPV3T000000000000000009")]
    [InlineData(Oil, null)]
    [InlineData(Mahdia, Mahdia)]
    public void A_document_that_is_not_the_origins_own_is_refused(string id, string? owner) => Assert.Equal(CopyFault.NotOwner, Fault(Proved(Draft(id, owner), key)));

    [Fact]
    public void A_remove_speaks_of_the_record_that_it_names()
    {
        var good = Assert.IsType<CopyVerdict.Good>(Judge(Removal(Oil)));
        Assert.Equal((Oil, 3, true), (good.Document.Id, good.Document.Revision, good.IsRemoval));
        Assert.Equal(Oil, CopyRule.AboutOf(Removal(Oil)));
    }

    [Theory]
    [InlineData("https://sidibouzid.example/practice/01JNPV3T000000000000000001", Activity)]
    [InlineData(Mahdia, Activity)]
    [InlineData("https://sidibouzid.example/practice/01JNPV3T000000000000000001", Mahdia)]
    public void A_remove_of_what_is_not_the_origins_is_refused_also_in_the_shape_of_the_actor(string about, string id) =>
        Assert.Equal(CopyFault.NotOwner, Fault(Removal(about, id)));

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("\"https://mahdia.example/practice/1\"")]
    [InlineData("{\"id\":\"https://mahdia.example/practice/1\",\"type\":\"Article\",\"kind\":\"practice\",\"revision\":0}")]
    [InlineData("{\"id\":\"https://mahdia.example/practice/1\",\"type\":\"Article\",\"revision\":1}")]
    public void What_is_no_record_is_refused(string json) => Assert.Equal(CopyFault.Unfit, Fault(JsonElement.Parse(json)));

    [Fact]
    public void A_document_of_another_major_version_of_the_wire_is_refused_by_that_name()
    {
        var draft = Draft() with { Other = new(StringComparer.Ordinal) { ["wire"] = JsonElement.Parse("\"2.0\"") } };
        Assert.Equal(CopyFault.WireUnknown, Fault(Proved(draft, key)));
    }

    [Fact]
    public void What_a_key_proved_after_it_was_retired_is_refused_and_what_it_proved_before_stays_good()
    {
        var owner = RemoteActor.TryRead(Encoding.UTF8.GetBytes(Actor(key, key, Now.AddDays(-1)).GetRawText()), Now)!;
        Assert.Equal(new CopyVerdict.Refused(CopyFault.ProofWrong), CopyRule.Judge(Practice(), owner, Now));
        Assert.IsType<CopyVerdict.Good>(CopyRule.Judge(JsonElement.Parse(DataIntegrity.Prove(Ap.Write(Draft()), key, Now.AddDays(-2))), owner, Now));
        var word = Checkpoint.Sign("https://mahdia.example/checkpoint", Mahdia, Addresses.Public, Cursor.Beginning, 5, "abc", key, Now);
        Assert.Null(Checkpoint.TryRead(JsonElement.Parse(word), owner, Now));
    }

    [Fact]
    public void An_actor_that_somebody_shows_is_read_only_if_its_own_key_proves_it()
    {
        Assert.Equal(Mahdia, CopyRule.ReadActor(Actor(key, key), Now)!.Id);
        Assert.Null(CopyRule.ReadActor(Actor(key, mallory), Now));
        Assert.Null(CopyRule.ReadActor(Practice(), Now));
    }

    [Fact]
    public void A_checkpoint_is_read_as_it_was_signed_and_by_its_origin_alone()
    {
        var signed = Checkpoint.Sign("https://mahdia.example/checkpoint", Mahdia, Addresses.Public, new("01JDA5R1V7Q0W3M9K2X4T6B8CE", 7), 5, "abc", key, Now);
        var document = JsonElement.Parse(signed);

        var read = Checkpoint.TryRead(document, Owner(), Now)!;
        Assert.Equal((new Cursor("01JDA5R1V7Q0W3M9K2X4T6B8CE", 7), 5, "abc", true, Now), (read.Cursor, read.Count, read.Root, read.IsPublic, read.Published));
        Assert.Null(Checkpoint.TryRead(JsonElement.Parse(document.GetRawText().Replace(".7\"", ".8\"", StringComparison.Ordinal)), Owner(), Now));
        Assert.Null(Checkpoint.TryRead(document, Owner(), Now.AddDays(-1)));
        Assert.Null(Checkpoint.TryRead(JsonElement.Parse(Checkpoint.Sign("https://mahdia.example/checkpoint", Mahdia, Addresses.Public, Cursor.Beginning, 5, "abc", mallory, Now)), Owner(), Now));
        Assert.Null(Checkpoint.TryRead(Practice(), Owner(), Now));
    }

    [Theory]
    [InlineData("https://mahdia.example/changes?after=2", "https://mahdia.example/changes?after=2")]
    [InlineData("https://mallory.example/changes", null)]
    [InlineData("https://mahdia.example/changes?after=1", null)]
    public void A_page_leads_on_only_within_its_own_origin_and_never_to_itself(string next, string? followed)
    {
        var page = ChangesPage.TryRead(JsonElement.Parse($$"""{"type":"OrderedCollectionPage","cursor":"E.9","next":"{{next}}","orderedItems":[{ "id":1 }]}"""), "https://mahdia.example/changes?after=1")!;
        Assert.Equal((followed, new Cursor("E", 9), "{ \"id\":1 }"), (page.Next, page.Cursor, page.Items[0].GetRawText()));
        Assert.Null(ChangesPage.TryRead(JsonElement.Parse("""{"type":"OrderedCollection"}"""), "https://mahdia.example/changes"));
    }

    private CopyVerdict Judge(JsonElement document) => CopyRule.Judge(document, Owner(), Now);

    private CopyFault Fault(JsonElement document) => Assert.IsType<CopyVerdict.Refused>(Judge(document)).Fault;

    private CopyFault Fault(ApObject draft) => Fault(Ap.Write(draft));

    private RemoteActor Owner() => RemoteActor.TryRead(Encoding.UTF8.GetBytes(Actor(key, key).GetRawText()), Now)!;

    private JsonElement Practice() => Proved(Draft(), key);

    private JsonElement Removal(string about, string id = Activity) => Proved(Draft(id, id == Mahdia ? null : Mahdia) with
    {
        Type = "Remove",
        Other = new(StringComparer.Ordinal)
        {
            ["object"] = JsonSerializer.SerializeToElement(about),
            ["inbox"] = JsonSerializer.SerializeToElement(Mahdia + "/inbox"),
        },
    }, key);

    private static ApObject Draft(string id = Oil, string? owner = Mahdia) => new()
    {
        Context = Context.Value,
        Id = id,
        Type = "Article",
        Kind = "practice",
        Revision = 3,
        AttributedTo = owner,
        To = [Addresses.Public],
        Name = "Olive oil",
    };

    private static JsonElement Proved(ApObject draft, Ed25519KeyPair by) => JsonElement.Parse(DataIntegrity.Prove(Ap.Write(draft), by, Now));

    private static JsonElement Actor(Ed25519KeyPair listed, Ed25519KeyPair by, DateTimeOffset? retired = null) => JsonElement.Parse(DataIntegrity.Prove(Ap.Write(new Actor
    {
        Context = Context.Value,
        Id = Mahdia,
        Type = "Organization",
        Kind = "pole",
        Revision = 1,
        Inbox = Mahdia + "/inbox",
        AssertionMethod = [new() { Id = listed.KeyId, Controller = Mahdia, PublicKeyMultibase = listed.PublicMultibase, Retired = retired }],
    }), by, Now));
}
