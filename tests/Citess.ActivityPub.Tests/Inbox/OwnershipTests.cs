using System.Text;
using System.Text.Json;
using Citess.ActivityPub.Inbox;
using Citess.ActivityPub.Proofs;
using Citess.ActivityPub.Signatures;
using Xunit;

namespace Citess.ActivityPub.Tests.Inbox;

/// <summary>Step 9 for what is shared: Create, Update, Delete.</summary>
public sealed class OwnershipTests
{
    private const string Kind = ""","kind":"practice","revision":1""";
    private const string Tombstone = """{"id":"https://barcelona.example/practice/1","attributedTo":"https://barcelona.example/pole","type":"Tombstone","formerType":"Article"}""";

    private readonly Doorway door = new();

    [Theory]
    [InlineData("Create")]
    [InlineData("Update")]
    public async Task An_own_object_is_shared_and_kept_word_for_word(string verb)
    {
        var practice = Pole.Barcelona.Proved(Pole.Barcelona.Practice(Kind), door.Time.GetUtcNow());
        var accepted = Assert.IsType<GateVerdict.Accepted>(await door.Judge(Pole.Barcelona.Says(verb, practice), Pole.Barcelona));
        Assert.Equal(practice, accepted.Object.GetRawText());
    }

    [Fact]
    public async Task An_object_of_our_kinds_that_is_said_to_be_nobodys_is_refused()
    {
        var orphan = Pole.Barcelona.Practice(Kind).Replace($"\"attributedTo\":\"{Pole.Barcelona.Id}\",", "", StringComparison.Ordinal);
        door.Refuses(GateReason.NotOwner, await door.Judge(Pole.Barcelona.Says("Create", Pole.Barcelona.Proved(orphan, door.Time.GetUtcNow())), Pole.Barcelona), Pole.Barcelona);
    }

    [Fact]
    public async Task An_object_of_another_major_version_of_the_wire_is_told_so()
    {
        foreach (var (version, isTaken) in new[] { ("1.7", true), ("2.0", false) })
        {
            var practice = Pole.Barcelona.Proved(Pole.Barcelona.Practice(Kind + $",\"wire\":\"{version}\""), door.Time.GetUtcNow());
            var verdict = await door.Judge(Pole.Barcelona.Says("Create", practice), Pole.Barcelona);
            if (isTaken)
            {
                Assert.IsType<GateVerdict.Accepted>(verdict);
            }
            else
            {
                door.Refuses(GateReason.WireUnknown, verdict, Pole.Barcelona);
            }
        }
    }

    [Fact]
    public async Task What_is_held_is_asked_for_in_one_question()
    {
        await door.Judge(Pole.Barcelona.Says("Create", Pole.Barcelona.Practice(type: "Note")), Pole.Barcelona);
        Assert.Equal(1, door.Recalls);
    }

    [Theory]
    [InlineData("Create")]
    [InlineData("Update")]
    public async Task An_object_of_our_kinds_without_proof_is_refused(string verb) =>
        door.Refuses(GateReason.ProofMissing, await door.Judge(Pole.Barcelona.Says(verb, Pole.Barcelona.Practice(Kind)), Pole.Barcelona), Pole.Barcelona);

    [Fact]
    public async Task An_object_of_other_software_needs_no_proof() =>
        Assert.IsType<GateVerdict.Accepted>(await door.Judge(Pole.Barcelona.Says("Create", Pole.Barcelona.Practice(type: "Note")), Pole.Barcelona));

    [Fact]
    public async Task A_proof_over_other_words_is_refused()
    {
        var proved = Pole.Barcelona.Proved(Pole.Barcelona.Practice(Kind), door.Time.GetUtcNow()).Replace("Taller", "Altered", StringComparison.Ordinal);
        door.Refuses(GateReason.ProofWrong, await door.Judge(Pole.Barcelona.Says("Create", proved), Pole.Barcelona), Pole.Barcelona);
    }

    [Fact]
    public async Task A_proof_by_the_key_of_another_is_refused()
    {
        foreach (var other in new[] { Pole.Mallory, Pole.MalloryAtBarcelona, Pole.Barcelona.WithNewKeys() })
        {
            var proved = other.Proved(Pole.Barcelona.Practice(Kind), door.Time.GetUtcNow());
            door.Refuses(GateReason.ProofWrong, await door.Judge(Pole.Barcelona.Says("Create", proved), Pole.Barcelona), Pole.Barcelona);
        }
    }

    [Theory]
    [InlineData(""","proof":[]""")]
    [InlineData(""","proof":"yes" """)]
    [InlineData(""","proof":{"type":"DataIntegrityProof"}""")]
    public async Task A_malformed_proof_is_refused_also_where_none_is_due(string proof) =>
        door.Refuses(GateReason.ProofWrong, await door.Judge(Pole.Barcelona.Says("Create", Pole.Barcelona.Practice(proof, "Note")), Pole.Barcelona), Pole.Barcelona);

    [Fact]
    public async Task A_proof_from_the_future_is_refused()
    {
        var proved = Pole.Barcelona.Proved(Pole.Barcelona.Practice(Kind), door.Time.GetUtcNow().AddHours(1));
        door.Refuses(GateReason.ProofWrong, await door.Judge(Pole.Barcelona.Says("Create", proved), Pole.Barcelona), Pole.Barcelona);
    }

    [Fact]
    public async Task A_proof_on_the_activity_must_hold_as_well()
    {
        var proved = Pole.Barcelona.Proved(Pole.Barcelona.Says("Create", Pole.Barcelona.Practice(type: "Note")), door.Time.GetUtcNow());
        Assert.IsType<GateVerdict.Accepted>(await door.Judge(proved, Pole.Barcelona));
        door.Refuses(GateReason.ProofWrong, await door.Judge(proved.Replace("Taller", "Altered", StringComparison.Ordinal), Pole.Barcelona), Pole.Barcelona);
    }

    [Fact]
    public async Task A_proof_by_a_new_key_of_the_actor_is_found_by_looking_again()
    {
        await door.Judge(Pole.Barcelona.Says("Create", Pole.Barcelona.Practice(type: "Note")), Pole.Barcelona);
        door.Shows(Pole.Barcelona.Id, Pole.Barcelona.Document().Replace("#proof-key", "#proof-key-2", StringComparison.Ordinal));
        using var second = Ed25519KeyPair.Import(Pole.Barcelona.Id + "#proof-key-2", Pole.Barcelona.Proof.ExportPrivateMultibase());
        using var document = JsonDocument.Parse(Pole.Barcelona.Practice(Kind));
        var proved = Encoding.UTF8.GetString(DataIntegrity.Prove(document.RootElement, second, door.Time.GetUtcNow()));
        Assert.IsType<GateVerdict.Accepted>(await door.Judge(Pole.Barcelona.Says("Create", proved, "/activity/2"), Pole.Barcelona));
    }

    [Theory]
    [InlineData("Create")]
    [InlineData("Update")]
    [InlineData("Delete")]
    public async Task An_object_of_another_host_is_refused(string verb)
    {
        foreach (var about in new[] { Pole.Barcelona.Practice(type: "Note"), Tombstone, "\"https://barcelona.example/practice/1\"" })
        {
            door.Refuses(GateReason.NotOwner, await door.Judge(Pole.Mallory.Says(verb, about), Pole.Mallory), Pole.Mallory);
        }
    }

    [Theory]
    [InlineData("Create")]
    [InlineData("Update")]
    public async Task An_object_attributed_to_another_of_the_same_host_is_refused(string verb)
    {
        door.Refuses(GateReason.NotOwner, await door.Judge(Pole.MalloryAtBarcelona.Says(verb, Pole.Barcelona.Practice(type: "Note")), Pole.MalloryAtBarcelona), Pole.MalloryAtBarcelona);
        var both = Pole.Barcelona.Practice(type: "Note").Replace($"\"{Pole.Barcelona.Id}\"", $"[\"{Pole.MalloryAtBarcelona.Id}\",\"{Pole.Barcelona.Id}\"]", StringComparison.Ordinal);
        door.Refuses(GateReason.NotOwner, await door.Judge(Pole.MalloryAtBarcelona.Says(verb, both), Pole.MalloryAtBarcelona), Pole.MalloryAtBarcelona);
    }

    [Theory]
    [InlineData("Create", """{"id":"https://barcelona.example/practice/1","type":"Note"}""")]
    [InlineData("Update", """{"id":"https://barcelona.example/practice/1","type":"Note"}""")]
    [InlineData("Delete", Tombstone)]
    public async Task What_is_held_for_another_of_the_same_host_cannot_be_touched(string verb, string about)
    {
        door.Owners["https://barcelona.example/practice/1"] = Pole.Barcelona.Id;
        door.Refuses(GateReason.NotOwner, await door.Judge(Pole.MalloryAtBarcelona.Says(verb, about), Pole.MalloryAtBarcelona), Pole.MalloryAtBarcelona);
        Assert.IsType<GateVerdict.Accepted>(await door.Judge(Pole.Barcelona.Says(verb, about), Pole.Barcelona));
    }

    [Theory]
    [InlineData("Update", """{"id":"https://barcelona.example/pole","type":"Organization","inbox":"https://barcelona.example/stolen"}""")]
    [InlineData("Update", """{"id":"https://barcelona.example/pole","type":"Person"}""")]
    [InlineData("Update", """{"id":"https://barcelona.example/pole","type":"Note","publicKey":{}}""")]
    [InlineData("Delete", """{"id":"https://barcelona.example/pole","type":"Tombstone","formerType":"Organization"}""")]
    [InlineData("Delete", "\"https://barcelona.example/pole\"")]
    public async Task An_actor_is_changed_and_ended_only_by_itself(string verb, string about)
    {
        // Mallory comes first, while nothing is known of Barcelona yet.
        door.Refuses(about.StartsWith('{') ? GateReason.NotOwner : GateReason.ObjectUnfit, await door.Judge(Pole.MalloryAtBarcelona.Says(verb, about), Pole.MalloryAtBarcelona), Pole.MalloryAtBarcelona);
        Assert.IsType<GateVerdict.Accepted>(await door.Judge(Pole.Barcelona.Says(verb, about), Pole.Barcelona));
        door.Refuses(GateReason.NotOwner, await door.Judge(Pole.MalloryAtBarcelona.Says(verb, about), Pole.MalloryAtBarcelona), Pole.Barcelona, Pole.MalloryAtBarcelona);
    }

    [Fact]
    public async Task An_actor_that_is_known_cannot_be_ended_under_another_name()
    {
        await door.Judge(Pole.Barcelona.Says("Follow", $"\"{Pole.Mahdia.Id}\""), Pole.Barcelona);
        var tombstone = """{"id":"https://barcelona.example/pole","type":"Tombstone"}""";
        door.Refuses(GateReason.NotOwner, await door.Judge(Pole.MalloryAtBarcelona.Says("Delete", tombstone), Pole.MalloryAtBarcelona), Pole.Barcelona, Pole.MalloryAtBarcelona);
    }

    [Fact]
    public async Task A_tombstone_withdraws_an_own_object()
    {
        var proved = Pole.Barcelona.Proved(Tombstone[..^1] + Kind + "}", door.Time.GetUtcNow());
        Assert.IsType<GateVerdict.Accepted>(await door.Judge(Pole.Barcelona.Says("Delete", proved), Pole.Barcelona));
        door.Refuses(GateReason.ProofMissing, await door.Judge(Pole.Barcelona.Says("Delete", Tombstone[..^1] + Kind + "}"), Pole.Barcelona), Pole.Barcelona);
    }

    [Fact]
    public async Task A_remove_stands_for_itself_with_a_revision_and_a_proof()
    {
        const string about = "\"https://barcelona.example/practice/1\"";
        var remove = Pole.Barcelona.Says("Remove", about).Replace("\"actor\"", "\"kind\":\"practice\",\"revision\":2,\"actor\"", StringComparison.Ordinal);
        Assert.IsType<GateVerdict.Accepted>(await door.Judge(Pole.Barcelona.Proved(remove, door.Time.GetUtcNow()), Pole.Barcelona));
        door.Refuses(GateReason.ProofMissing, await door.Judge(remove, Pole.Barcelona), Pole.Barcelona);
        door.Refuses(GateReason.ProofWrong, await door.Judge(Pole.Mallory.Proved(remove, door.Time.GetUtcNow()), Pole.Barcelona), Pole.Barcelona);
        foreach (var unfit in new[] { remove.Replace("\"revision\":2,", "", StringComparison.Ordinal), remove.Replace(about, Pole.Barcelona.Practice(), StringComparison.Ordinal), remove.Replace(about, $"\"{Pole.Barcelona.Id}\"", StringComparison.Ordinal) })
        {
            door.Refuses(GateReason.ObjectUnfit, await door.Judge(Pole.Barcelona.Proved(unfit, door.Time.GetUtcNow()), Pole.Barcelona), Pole.Barcelona);
        }
    }

    [Fact]
    public async Task What_is_held_for_another_cannot_be_removed()
    {
        const string about = "\"https://barcelona.example/practice/1\"";
        door.Owners["https://barcelona.example/practice/1"] = Pole.Barcelona.Id;
        door.Refuses(GateReason.NotOwner, await door.Judge(Pole.MalloryAtBarcelona.Says("Remove", about), Pole.MalloryAtBarcelona), Pole.MalloryAtBarcelona);
        door.Refuses(GateReason.NotOwner, await door.Judge(Pole.Mallory.Says("Remove", about), Pole.Mallory), Pole.MalloryAtBarcelona, Pole.Mallory);
    }

    [Theory]
    [InlineData("Delete", """{"id":"https://barcelona.example/practice/1","type":"Article"}""")]
    [InlineData("Delete", "\"https://barcelona.example/practice/1\"")]
    [InlineData("Create", Tombstone)]
    [InlineData("Create", """{"id":"https://barcelona.example/practice/1"}""")]
    [InlineData("Create", """{"type":"Note"}""")]
    [InlineData("Create", """{"id":"practice/1","type":"Note"}""")]
    [InlineData("Create", """[{"id":"https://barcelona.example/1","type":"Note"},{"id":"https://barcelona.example/2","type":"Note"}]""")]
    [InlineData("Create", """{"id":"https://barcelona.example/pole","type":"Organization"}""")]
    [InlineData("Create", "7")]
    [InlineData("Update", "[]")]
    public async Task An_object_of_another_form_than_the_verb_asks_for_is_refused(string verb, string about) =>
        door.Refuses(GateReason.ObjectUnfit, await door.Judge(Pole.Barcelona.Says(verb, about), Pole.Barcelona), Pole.Barcelona);

    [Theory]
    [InlineData("Announce")]
    [InlineData("Like")]
    [InlineData("Move")]
    [InlineData("create")]
    public async Task A_verb_that_is_not_spoken_here_is_refused(string verb) =>
        door.Refuses(GateReason.VerbNotSpoken, await door.Judge(Pole.Barcelona.Says(verb, Pole.Barcelona.Practice()), Pole.Barcelona), Pole.Barcelona);

    [Fact]
    public async Task An_object_given_by_its_address_is_fetched_and_judged_like_one_embedded()
    {
        const string url = "https://barcelona.example/practice/1";
        var announced = Pole.Barcelona.Says("Create", $"\"{url}\"");
        door.Refuses(GateReason.ObjectUnreachable, await door.Judge(announced, Pole.Barcelona), Pole.Barcelona);
        door.Answers(url, 404);
        door.Refuses(GateReason.ObjectUnfit, await door.Judge(announced, Pole.Barcelona), Pole.Barcelona);
        door.Shows(url, Pole.Barcelona.Practice(""","tag":[{"@reverse":{}}]""", "Note"));
        door.Refuses(GateReason.ObjectUnfit, await door.Judge(announced, Pole.Barcelona), Pole.Barcelona);
        door.Shows(url, Pole.Barcelona.Practice(type: "Note"));
        Assert.Equal(Pole.Barcelona.Practice(type: "Note"), Assert.IsType<GateVerdict.Accepted>(await door.Judge(announced, Pole.Barcelona)).Object.GetRawText());
        door.Refuses(GateReason.NotOwner, await door.Judge(Pole.MalloryAtBarcelona.Says("Create", $"\"{url}\""), Pole.MalloryAtBarcelona), Pole.Barcelona, Pole.MalloryAtBarcelona);
        door.Shows(url, Pole.Barcelona.Practice(Kind));
        door.Refuses(GateReason.ProofMissing, await door.Judge(announced, Pole.Barcelona), Pole.Barcelona, Pole.MalloryAtBarcelona);
    }
}
