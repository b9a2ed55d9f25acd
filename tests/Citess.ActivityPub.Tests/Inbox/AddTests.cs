using Citess.ActivityPub.Inbox;
using Xunit;

namespace Citess.ActivityPub.Tests.Inbox;

/// <summary>Step 9 for an Add: what somebody else said, in a collection of the actor's own (FEP-400e).</summary>
public sealed class AddTests
{
    private const string Collection = "https://barcelona.example/practice/1/contributions";

    private readonly Doorway door = new();

    /// <summary>Signed by Mallory, about a practice of Barcelona's.</summary>
    private string Said => Pole.Mallory.Proved(Pole.Mallory.Practice(""","kind":"review","revision":1""", "Note"), door.Time.GetUtcNow());

    [Fact]
    public async Task What_somebody_else_said_is_passed_on_word_for_word() =>
        Assert.Equal(Said, Assert.IsType<GateVerdict.Accepted>(await JudgeAsync(Adds(Said))).Object.GetRawText());

    [Fact]
    public async Task An_add_without_a_proof_or_with_that_of_another_is_refused()
    {
        door.Refuses(GateReason.ProofMissing, await door.Judge(Adds(Said), Pole.Barcelona), Pole.Barcelona);
        door.Refuses(GateReason.ProofWrong, await door.Judge(Pole.Mallory.Proved(Adds(Said), door.Time.GetUtcNow()), Pole.Barcelona), Pole.Barcelona);
        door.Refuses(GateReason.ProofWrong, await door.Judge(Pole.Barcelona.Proved(Adds(Said), door.Time.GetUtcNow()).Replace("Taller", "Altered", StringComparison.Ordinal), Pole.Barcelona), Pole.Barcelona);
    }

    [Theory]
    [InlineData("https://mahdia.example/practice/1/contributions")]
    [InlineData("https://mallory.example/practice/1/contributions")]
    [InlineData("https://barcelona.example:8443/practice/1/contributions")]
    [InlineData("practice/1/contributions")]
    public async Task An_add_to_a_collection_of_another_is_refused(string target) =>
        door.Refuses(GateReason.ObjectUnfit, await JudgeAsync(Adds(Said).Replace(Collection, target, StringComparison.Ordinal)), Pole.Barcelona);

    [Theory]
    [InlineData(""","attributedTo":"https://barcelona.example/pole" """, "")]
    [InlineData(""","attributedTo":"https://barcelona.example/pole" """, ""","attributedTo":"https://barcelona.example/mallory" """)]
    [InlineData(""","attributedTo":"https://barcelona.example/pole" """, ""","attributedTo":["https://barcelona.example/pole","https://mallory.example/mallory"] """)]
    [InlineData(""","kind":"addition" """, "")]
    [InlineData(""","revision":1 """, "")]
    [InlineData(""","revision":1 """, ""","revision":0 """)]
    [InlineData(""","revision":1 """, ""","revision":"1" """)]
    [InlineData(""","target":"https://barcelona.example/practice/1/contributions" """, "")]
    [InlineData(""","result":"https://barcelona.example/addition/1" """, "")]
    [InlineData(""","result":"https://barcelona.example/addition/1" """, ""","result":"https://mahdia.example/addition/1" """)]
    public async Task An_add_that_does_not_stand_for_itself_is_refused(string member, string instead)
    {
        Assert.Contains(member, Adds(Said), StringComparison.Ordinal);
        door.Refuses(GateReason.ObjectUnfit, await JudgeAsync(Adds(Said).Replace(member, instead, StringComparison.Ordinal)), Pole.Barcelona);
    }

    [Fact]
    public async Task An_add_of_a_bare_address_or_of_what_nobody_signed_is_refused_and_nothing_is_fetched()
    {
        foreach (var said in new[] { "\"https://mallory.example/practice/1\"", "7", "[]", Pole.Mallory.Practice(""","kind":"review","revision":1""", "Note"), "[" + Said + "," + Said + "]" })
        {
            door.Refuses(GateReason.ObjectUnfit, await JudgeAsync(Adds(said)), Pole.Barcelona);
        }

        Assert.DoesNotContain(door.Fetched, url => url.StartsWith("https://mallory.example", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_add_of_another_major_version_of_the_wire_is_told_so() =>
        door.Refuses(GateReason.WireUnknown, await JudgeAsync(Adds(Said)[..^1] + ""","wire":"2.0"}"""), Pole.Barcelona);

    private static string Adds(string said) =>
        Pole.Barcelona.Says("Add", said)[..^1] + ""","attributedTo":"https://barcelona.example/pole" ,"kind":"addition" ,"revision":1 ,"target":"https://barcelona.example/practice/1/contributions" ,"result":"https://barcelona.example/addition/1" }""";

    private string Proved(string activity) => Pole.Barcelona.Proved(activity, door.Time.GetUtcNow());

    private Task<GateVerdict> JudgeAsync(string activity) => door.Judge(Proved(activity), Pole.Barcelona);
}
