using System.Text;
using System.Text.Json;
using Citess.ActivityPub.Proofs;
using Citess.ActivityPub.Signatures;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Citess.ActivityPub.Tests.Proofs;

public sealed class ProveTests
{
    private static string Prove(string document) => Encoding.UTF8.GetString(DataIntegrity.Prove(JsonElement.Parse(document), Documents.Mahdia, Documents.Noon));

    [Theory]
    [InlineData(Documents.Practice)]
    [InlineData("""{"name":"\u0628 ب","n":1.50e+1 ,  "x" : [ ]}""")]
    [InlineData("{ \"a\" : 1\n}")]
    public void What_stood_in_the_document_stands_there_word_for_word(string document)
    {
        var proved = Prove(document);
        Assert.StartsWith(document[..^1] + ",\"proof\":{", proved, StringComparison.Ordinal);
        var members = JsonElement.Parse(proved).EnumerateObject().Select(m => m.Name).ToList();
        Assert.Equal("proof", members[^1]);
        Assert.Single(members, name => name == "proof");
        Assert.Null(JsonElement.Parse(proved).Fault());
    }

    [Fact]
    public void An_empty_document_can_be_proved()
    {
        Assert.StartsWith("{\"proof\":{\"type\":", Prove("{}"), StringComparison.Ordinal);
        Assert.Null(JsonElement.Parse(Prove("{}")).Fault());
    }

    [Fact]
    public void The_proof_is_dated_in_whole_seconds_of_universal_time()
    {
        var created = new DateTimeOffset(2026, 11, 23, 13, 0, 0, 999, TimeSpan.FromHours(1));
        var proved = JsonElement.Parse(DataIntegrity.Prove(JsonElement.Parse("{}"), Documents.Mahdia, created));
        Assert.Equal("2026-11-23T12:00:00Z", proved.GetProperty("proof").GetProperty("created").GetString());
    }

    [Fact]
    public void The_same_document_gets_the_same_bytes() => Assert.Equal(Prove(Documents.Practice), Prove(Documents.Practice));

    [Theory]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("""{"proof":null}""")]
    [InlineData("""{"a":1,"proof":{}}""")]
    [InlineData("""{"signature":{"type":"RsaSignature2017"}}""")]
    public void Only_an_object_without_a_proof_is_proved(string document) => Assert.Throws<ArgumentException>(() => Prove(document));

    [Theory]
    [InlineData("""{"a":1e999}""")]
    [InlineData("""{"a":"\ud800"}""")]
    [InlineData("""{"a":1,"a":1}""")]
    public void A_document_without_a_canonical_form_is_not_proved(string document) => Assert.Throws<JsonException>(() => Prove(document));

    [Fact]
    public void RSA_makes_no_proof()
    {
        using var rsa = RsaKeyPair.Create(Documents.KeyId);
        Assert.Throws<ArgumentException>(() => DataIntegrity.Prove(JsonElement.Parse("{}"), rsa, Documents.Noon));
    }

    [Fact]
    public void Whatever_is_proved_verifies_and_nothing_else_does() =>
        Prop.ForAll<NonNull<string>, NonNull<string>>((name, other) =>
        {
            var proved = Prove(JsonSerializer.Serialize(new { name = name.Get }));
            Assert.Null(JsonElement.Parse(proved).Fault());
            var changed = proved.Replace(Member(name.Get), Member(other.Get + "!"), StringComparison.Ordinal);
            Assert.Equal(name.Get == other.Get + "!" ? null : ProofFault.Mismatch, JsonElement.Parse(changed).Fault());
        }).QuickCheckThrowOnFailure();

    /// <summary>With its name: a value such as a comma stands in any JSON, between two others.</summary>
    private static string Member(string value) => "\"name\":" + JsonSerializer.Serialize(value);
}
