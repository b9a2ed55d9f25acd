using System.Text.Json;
using Citess.Poles.Exchange;
using Citess.Poles.Exchange.Elsewhere;
using Citess.Poles.Kernel;
using Citess.Poles.Tests.Cast;
using Xunit;

namespace Citess.Poles.Tests.Exchange.Elsewhere;

/// <summary>What other software may write as a proposal, and what is read of it.</summary>
public sealed class ProposalElsewhereTests
{
    private const string Id = "https://market.example/proposals/ddde9d6f";

    private const string Flour =
        $$"""
        {
          "type": "Proposal",
          "id": "{{Id}}",
          "purpose": "offer",
          "attributedTo": "https://market.example/users/alice",
          "name": "Flour",
          "content": "<p>Stone ground</p><p>In <b>sacks</b></p>",
          "endTime": "2026-12-31T23:59:59Z",
          "publishes": {
            "type": "Intent",
            "id": "{{Id}}/what",
            "action": "transfer",
            "resourceQuantity": {"hasUnit": "om2:kilogram", "hasNumericalValue": "5"},
            "availableQuantity": {"hasUnit": "om2:kilogram", "hasNumericalValue": "23"},
            "minimumQuantity": {"hasUnit": "om2:kilogram", "hasNumericalValue": "8"}
          },
          "unitBased": true,
          "to": "https://www.w3.org/ns/activitystreams#Public"
        }
        """;

    private static readonly DateTimeOffset Now = Mahdia.Clock.GetUtcNow();

    [Fact]
    public void A_proposal_of_other_software_is_read_with_its_own_intent_and_unit()
    {
        var read = Read(Flour)!;
        Assert.Equal((Id, Id + "/what", "https://market.example/users/alice", false), (read.Address, read.Intent, read.Actor, read.IsWant));
        Assert.Equal(("Flour", "Stone ground\nIn sacks"), (read.Title.SourceText, read.Text.SourceText));
        Assert.Equal(("om2:kilogram", 5, false, 8, 23), (read.Unit, read.Step, read.IsWhole, read.Least, read.Left!.Value));
        Assert.Equal(new DateTimeOffset(2026, 12, 31, 23, 59, 59, TimeSpan.Zero), read.Ends);
        Assert.Null(read.WhyNot(Now));
        Assert.Equal([10, 15, 20], Enumerable.Range(0, 100).Where(read.Fits));
    }

    /// <summary>What is not unit-based is there as a whole; what has no number may be asked for in any.</summary>
    [Fact]
    public void How_much_can_be_asked_for_is_as_it_says()
    {
        Assert.Equal([5], Enumerable.Range(0, 100).Where(Read(Without("unitBased"))!.Fits));
        var any = Read(With("publishes", $$"""{"type": "Intent", "id": "{{Id}}/what"}"""))!;
        Assert.Equal(("one", 1, false), (any.Unit, any.First, any.Left is not null));
        Assert.True(any.Fits(1) && any.Fits(Proposal.MaxQuantity) && !any.Fits(0) && !any.Fits(-5) && !any.Fits(Proposal.MaxQuantity + 1));
        Assert.True(Read(Flour.Replace("\"offer\"", "\"request\"", StringComparison.Ordinal))!.IsWant);
    }

    [Fact]
    public void Names_in_full_with_a_prefix_and_typed_numbers_are_read_as_the_same()
    {
        const string vf = "https://w3id.org/valueflows/ont/vf#";
        var full = Flour.Replace("\"Proposal\"", $"\"{vf}Proposal\"", StringComparison.Ordinal).Replace("\"Intent\"", "\"vf:Intent\"", StringComparison.Ordinal)
            .Replace("\"publishes\"", $"\"{vf}publishes\"", StringComparison.Ordinal).Replace("\"resourceQuantity\"", "\"vf:resourceQuantity\"", StringComparison.Ordinal);
        Assert.Equal(StateJson.Write(Read(Flour)), StateJson.Write(Read(full)));

        // Typed, and nothing else in it that shows whose names these are.
        var typed = Flour.Replace("om2:kilogram", "kilogram", StringComparison.Ordinal).Replace("\"hasNumericalValue\": \"23\"", "\"hasNumericalValue\": {\"type\": \"xsd:decimal\", \"@value\": \"23\"}", StringComparison.Ordinal);
        Assert.Equal(23, Read(typed)!.Left);
        Assert.Equal(5, Read(Flour.Replace("\"5\"", "5.0", StringComparison.Ordinal))!.Step);
    }

    [Theory]
    [InlineData("\"Proposal\"", "\"Note\"")]
    [InlineData("\"offer\"", "\"gift\"")]
    [InlineData("\"Intent\"", "\"Wish\"")]
    [InlineData("\"https://market.example/users/alice\"", "\"https://mallory.example/users/alice\"")]
    [InlineData("\"https://market.example/users/alice\"", "7")]
    [InlineData("\"id\": \"https://market.example/proposals/ddde9d6f/what\",", "")]
    [InlineData("\"id\": \"https://market.example/proposals/ddde9d6f/what\",", "\"id\": \"https://mahdia.example/offering/1#primary\",")]
    [InlineData("\"publishes\"", "\"shows\"")]
    [InlineData("\"23\"", "\"23.5\"")]
    [InlineData("\"23\"", "\"-1\"")]
    [InlineData("\"23\"", "\"1e9\"")]
    [InlineData("\"23\"", "\"999999999999\"")]
    [InlineData("\"23\"", "true")]
    [InlineData("\"5\"", "\"0\"")]
    [InlineData("\"hasUnit\": \"om2:kilogram\", \"hasNumericalValue\": \"23\"", "\"hasUnit\": \"om2:litre\", \"hasNumericalValue\": \"23\"")]
    [InlineData("\"hasUnit\": \"om2:kilogram\", \"hasNumericalValue\": \"5\"", "\"hasUnit\": {\"id\": \"om2:kilogram\"}, \"hasNumericalValue\": \"5\"")]
    [InlineData("om2:kilogram", "<b>kilogram</b>")]
    [InlineData("om2:kilogram", "kilogram kilogram kilogram kilogram kilogram kilogram kilogram kilogram")]
    public void What_is_no_proposal_that_can_be_answered_is_none(string from, string to)
    {
        Assert.Contains(from, Flour, StringComparison.Ordinal);
        Assert.Null(Read(Flour.Replace(from, to, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("""[]""")]
    [InlineData("""{"type": "Proposal"}""")]
    [InlineData("""{"type": "Proposal", "id": "https://market.example/1", "attributedTo": "https://market.example/users/alice", "purpose": "offer", "publishes": ["https://market.example/2"]}""")]
    [InlineData("""{"type": "Proposal", "id": "https://market.example/1", "attributedTo": "https://market.example/users/alice", "purpose": "offer", "publishes": [{"type": "Intent", "id": "https://market.example/2"}, {"type": "Intent", "id": "https://market.example/3"}]}""")]
    public void What_has_not_exactly_one_intent_is_none(string document) => Assert.Null(Read(document));

    [Fact]
    public void What_asks_for_something_in_return_is_over_or_taken_is_shown_and_cannot_be_asked_for()
    {
        Assert.Equal("elsewhere.no.reciprocal", Read(With("reciprocal", """{"type": "Intent", "id": "https://market.example/1#reciprocal"}"""))!.WhyNot(Now));
        Assert.Equal("elsewhere.no.reciprocal", Read(With("reciprocal", "\"https://market.example/1#reciprocal\""))!.WhyNot(Now));
        Assert.Null(Read(With("reciprocal", "null"))!.WhyNot(Now));
        Assert.Null(Read(With("reciprocal", "[]"))!.WhyNot(Now));
        Assert.Equal("exchange.no.over", Read(Flour)!.WhyNot(new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero)));
        Assert.Equal("exchange.taken.lead", Read(Flour.Replace("\"23\"", "\"9\"", StringComparison.Ordinal))!.WhyNot(Now));
        Assert.Null(Read(Without("endTime"))!.WhyNot(DateTimeOffset.MaxValue));
    }

    [Fact]
    public void Hostile_words_are_plain_and_short()
    {
        var read = Read(With("name", JsonSerializer.Serialize("<img src=x onerror=alert(1)>Fl\u202eour<script>x</script>\n" + new string('y', 500)), With("content", JsonSerializer.Serialize("<p onclick='x'>" + new string('z', 10_000) + "</p>"))))!;
        Assert.StartsWith("Flourx", read.Title.SourceText, StringComparison.Ordinal);
        Assert.DoesNotContain('<', read.Title.SourceText);
        Assert.Equal((Proposal.MaxTitle, Proposal.MaxText), (read.Title.SourceText.Length, read.Text.SourceText.Length));

        // More than anybody writes is not looked at, and a language is one.
        Assert.True(Read(With("content", JsonSerializer.Serialize(new string('z', 100_000))))!.Text.IsEmpty);
        Assert.Equal("Stone ground", Read(With("name", JsonSerializer.Serialize(new string('z', 100_000))))!.Title.SourceText);
        Assert.Equal("Stone ground", Read(With("nameMap", """{"<script>": "x"}"""))!.Title.SourceText);
        Assert.Equal("Farine", Read(With("nameMap", """{"fr": "Farine", "en": "Flour"}"""))!.Title.Show("fr").Text);
        Assert.Equal(Id, Read(Without("name", Without("content")))!.Title.SourceText);
    }

    /// <summary>What was fetched is the document of its own address, whatever else stands in it.</summary>
    [Fact]
    public void What_stands_at_one_address_speaks_for_no_other()
    {
        Assert.NotNull(Read(Flour, Id + "#top"));
        Assert.Null(Read(Flour, "https://market.example/proposals/2"));
        Assert.Null(Read(Flour, "https://mallory.example/proposals/ddde9d6f"));

        // In an envelope: the id outside is the one that was looked at.
        var inside = $$"""{"id": "https://mallory.example/p", "type": "Proposal", "@value": {{Flour}} }""";
        Assert.Null(Read(inside, "https://mallory.example/p"));
        Assert.Null(Read(inside, Id));
        Assert.Null(Read(With("publishes", $$"""{"@value": {"type": "Intent", "id": "{{Id}}/what"} }""")));
        Assert.Null(Read(With("publishes", $$"""{"@value": [{"type": "Intent", "id": "{{Id}}/what"}] }""")));
    }

    /// <summary>An index of a database, and a list of addresses, takes no others.</summary>
    [Theory]
    [InlineData("\u0000")]
    [InlineData(" ")]
    [InlineData("\u0085")]
    [InlineData("\ufffd")]
    [InlineData("\u2003")]
    public void An_address_that_cannot_be_kept_is_none(string letter)
    {
        Assert.Null(Read(With("id", JsonSerializer.Serialize(Id + letter)), Id + Uri.EscapeDataString(letter)));
        Assert.Null(Read(Flour.Replace(Id + "/what", Id + "/what" + JsonSerializer.Serialize(letter)[1..^1], StringComparison.Ordinal)));
    }

    [Fact]
    public void An_address_has_at_most_1000_bytes()
    {
        Assert.NotNull(Read(Flour.Replace(Id + "/what", Id + "/" + new string('x', 999 - Id.Length), StringComparison.Ordinal)));
        Assert.Null(Read(Flour.Replace(Id + "/what", Id + "/" + new string('x', 1000 - Id.Length), StringComparison.Ordinal)));
        Assert.Null(Read(Flour.Replace(Id + "/what", Id + "/" + new string('é', 700 - Id.Length), StringComparison.Ordinal)));
    }

    [Fact]
    public void An_amount_in_a_list_of_one_is_read_and_any_other_form_of_one_is_no_amount_that_is_known()
    {
        const string five = """{"hasUnit": "om2:kilogram", "hasNumericalValue": "5"}""";
        Assert.Equal(5, Read(Flour.Replace(five, $"[{five}]", StringComparison.Ordinal))!.Step);
        foreach (var odd in new[] { $"[{five}, {five}]", "[]", "\"5 kg\"", "5", "true", """{"hasUnit": "om2:kilogram", "hasNumericalValue": "5", "id": 5}""" })
        {
            Assert.Null(Read(Flour.Replace(five, odd, StringComparison.Ordinal)));
        }

        Assert.Equal(1, Read(Flour.Replace(five, "null", StringComparison.Ordinal))!.Step);
    }

    /// <summary>As if it had been found at its id, unless another place is named.</summary>
    private static ProposalElsewhere? Read(string json, string? foundAt = null)
    {
        var root = JsonElement.Parse(json);
        return ProposalElsewhere.Read(root, new(foundAt ?? (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("id", out var id) ? id.GetString()! : Id)));
    }

    private static string With(string member, string value, string json = Flour)
    {
        var all = System.Text.Json.Nodes.JsonNode.Parse(json)!.AsObject();
        all[member] = System.Text.Json.Nodes.JsonNode.Parse(value);
        return all.ToJsonString();
    }

    private static string Without(string member, string json = Flour)
    {
        var all = System.Text.Json.Nodes.JsonNode.Parse(json)!.AsObject();
        all.Remove(member);
        return all.ToJsonString();
    }
}
