using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Citess.ActivityPub.Json;
using Citess.ActivityPub.Logs;
using Citess.ActivityPub.Proofs;
using Citess.ActivityPub.Signatures;
using Xunit;

namespace Citess.ActivityPub.Tests.Logs;

public sealed class SignedEventTests : IDisposable
{
    private const string Actor = "https://mahdia.example/pole/1";
    private static readonly DateTimeOffset Day = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private readonly Ed25519KeyPair key = Ed25519KeyPair.Create(Actor + "#ed25519-key");

    public void Dispose() => key.Dispose();

    [Fact]
    public void What_was_proved_is_read_as_it_was_said()
    {
        var made = SignedEvent.Prove(Draft(1), key, Day);
        Assert.Null(SignedEvent.TryRead(Bytes(made), out var read));
        Assert.Equal((made.Hash, made.Hash, Actor, "begin"), (read.Hash, read.Log, read.Said.Author, read.Said.Type));
        Assert.Equal("Huilerie", read.Said.Payload.GetProperty("name").GetString());
    }

    [Fact]
    public void Another_proof_over_the_same_content_is_the_same_event()
    {
        var made = SignedEvent.Prove(Draft(1), key, Day);
        var bare = JsonNode.Parse(made.Document.GetRawText())!.AsObject();
        bare.Remove("proof");
        Assert.Null(SignedEvent.TryRead(DataIntegrity.Prove(JsonElement.Parse(bare.ToJsonString()), key, Day.AddYears(1)), out var again));
        Assert.NotEqual(made.Document.GetProperty("proof").GetRawText(), again.Document.GetProperty("proof").GetRawText());
        Assert.Equal(made.Hash, again.Hash);
    }

    [Theory]
    [InlineData("Huilerie", "Moulin")]
    [InlineData("\"number\":1", "\"number\":2")]
    [InlineData("\"role\":\"host\"", "\"role\":\"partner\"")]
    [InlineData("2027-03-01T09:00:00+00:00", "2027-03-02T09:00:00+00:00")]
    [InlineData("mahdia.example/event", "mahdia.example/other")]
    public void One_altered_word_is_refused(string from, string to)
    {
        var json = SignedEvent.Prove(Draft(1), key, Day).Document.GetRawText();
        Assert.Contains(from, json, StringComparison.Ordinal);
        Assert.NotNull(SignedEvent.TryRead(Encoding.UTF8.GetBytes(json.Replace(from, to, StringComparison.Ordinal)), out _));
    }

    [Fact]
    public void A_member_that_no_proof_covers_is_refused()
    {
        var json = SignedEvent.Prove(Draft(1), key, Day).Document.GetRawText();
        Assert.Equal(EventFault.Malformed, SignedEvent.TryRead(Encoding.UTF8.GetBytes(json.Insert(1, "\"signature\":{},")), out _));
        Assert.Equal(EventFault.Unproved, SignedEvent.TryRead(Encoding.UTF8.GetBytes(json.Insert(1, "\"note\":\"x\",")), out _));
    }

    [Fact]
    public void What_is_too_large_or_cites_too_much_is_refused()
    {
        var large = Draft(1) with { Payload = JsonSerializer.SerializeToElement(new { name = new string('x', SignedEvent.MaxBytes) }) };
        Assert.Throws<ArgumentException>(() => SignedEvent.Prove(large, key, Day));
        var heads = Enumerable.Range(0, SignedEvent.MaxHeads + 1).Select(Hash).ToArray();
        Assert.Throws<ArgumentException>(() => SignedEvent.Prove(Draft(1) with { Log = Hash(99), Heads = heads }, key, Day));
        Assert.Equal(SignedEvent.MaxHeads, SignedEvent.Prove(Draft(1) with { Log = Hash(99), Heads = heads[1..] }, key, Day).Said.Heads.Count);
    }

    [Fact]
    public void The_key_of_another_pole_proves_nothing()
    {
        using var mallory = Ed25519KeyPair.Create("https://mallory.example/pole/1#ed25519-key");
        Assert.Throws<ArgumentException>(() => SignedEvent.Prove(Draft(1), mallory, Day));
    }

    [Fact]
    public void A_whole_log_is_good_and_each_thing_that_is_wrong_with_it_is_named()
    {
        var first = SignedEvent.Prove(Draft(1), key, Day);
        var second = Next(2, first);
        var third = Next(3, second);
        KeptEvent[] kept = [Kept(first), Kept(second), Kept(third)];
        Assert.Empty(LogVerifier.Check(first.Hash, kept));

        var altered = new KeptEvent(second.Hash, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(kept[1].Bytes.Span).Replace("\"number\":2", "\"number\":5", StringComparison.Ordinal)));
        Assert.Equal(new(second.Hash, LogFault.Altered, "Unproved"), Assert.Single(LogVerifier.Check(first.Hash, [kept[0], altered, kept[2]])));
        Assert.Equal((second.Hash, LogFault.Missing), Named(Assert.Single(LogVerifier.Check(first.Hash, [kept[0], kept[2]]))));
        Assert.Equal((first.Hash, LogFault.Missing), Named(Assert.Single(LogVerifier.Check(first.Hash, [kept[1], kept[2]]))));
        Assert.Equal((second.Hash, LogFault.Altered), Named(Assert.Single(LogVerifier.Check(first.Hash, [kept[0], kept[1] with { Bytes = Bytes(Next(2, first, "autre")) }, kept[2]]))));
        Assert.Equal(2, LogVerifier.Check(first.Hash, [.. kept, Kept(Next(3, second, "autre"))]).Count(finding => finding.Fault == LogFault.Forked));

        using var forged = Ed25519KeyPair.Create(key.KeyId);
        var other = SignedEvent.Prove(new() { Id = Actor + "/event/9", Author = Actor, Log = first.Hash, Heads = [third.Hash], Number = 4, Previous = third.Hash, Time = Day, Type = "task", Payload = Payload("x") }, forged, Day);
        Assert.Contains(LogVerifier.Check(first.Hash, [.. kept, Kept(other)]), finding => finding.Hash == other.Hash && finding.Fault == LogFault.KeyDiffers);
    }

    private static (string, LogFault) Named(LogFinding finding) => (finding.Hash, finding.Fault);

    private static KeptEvent Kept(SignedEvent said) => new(said.Hash, Bytes(said));

    private SignedEvent Next(int number, SignedEvent before, string title = "Devis") => SignedEvent.Prove(
        new() { Id = $"{Actor}/event/{number}", Author = Actor, Log = before.Log, Heads = [before.Hash], Number = number, Previous = before.Hash, Time = Day, Type = "task", Payload = Payload(title) }, key, Day);

    private static ReadOnlyMemory<byte> Bytes(SignedEvent said) => Encoding.UTF8.GetBytes(said.Document.GetRawText());

    private static string Hash(int number) => DigestMultibase.Encode(System.Security.Cryptography.SHA256.HashData(CanonicalJson.Canonicalize(JsonSerializer.SerializeToElement(number))));

    private static JsonElement Payload(string name) => JsonSerializer.SerializeToElement(new { name });

    private static EventDraft Draft(int number) => new() { Id = "https://mahdia.example/event/1", Author = Actor, Number = number, Role = "host", Time = Day, Type = "begin", Payload = Payload("Huilerie") };
}
