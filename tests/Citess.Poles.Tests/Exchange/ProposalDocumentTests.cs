using System.Text.Json;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Exchange;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Tests.Cast;
using Xunit;
using Means = Citess.Poles.Matching.Means;

namespace Citess.Poles.Tests.Exchange;

public sealed class ProposalDocumentTests
{
    /// <summary>The full example of FEP-0837, without what is asked in return.</summary>
    private const string Bike =
        """
        {
          "@context": ["https://www.w3.org/ns/activitystreams", {"vf": "https://w3id.org/valueflows/ont/vf#", "Proposal": "vf:Proposal"}],
          "type": "Proposal",
          "id": "https://market.example/proposals/ddde9d6f-6f3b-4770-a966-3a18ef006930",
          "purpose": "offer",
          "attributedTo": "https://market.example/users/alice",
          "name": "Offering used bike",
          "content": "<p>Blue one-speed bike, <b>15</b> years old</p><p>some rust</p>",
          "published": "2026-02-18T19:22:03.918737Z",
          "publishes": {
            "type": "Intent",
            "id": "https://market.example/proposals/ddde9d6f-6f3b-4770-a966-3a18ef006930#primary",
            "action": "transfer",
            "resourceConformsTo": "https://www.wikidata.org/wiki/Q11442",
            "resourceQuantity": {"hasUnit": "one", "hasNumericalValue": "1"},
            "availableQuantity": {"hasUnit": "one", "hasNumericalValue": "2"}
          },
          "unitBased": false,
          "to": "https://www.w3.org/ns/activitystreams#Public"
        }
        """;

    [Fact]
    public void What_travels_is_read_as_it_was_written()
    {
        Assert.Equal(ProposalExamples.Travelled(ProposalExamples.Room), ProposalExamples.Travelled(ProposalExamples.Offers.Read(Mahdia.Shared(ProposalExamples.Offers, ProposalExamples.Room, ProposalExamples.RoomKey))!));
        Assert.Equal(ProposalExamples.Travelled(ProposalExamples.Lawyer), ProposalExamples.Travelled(ProposalExamples.Wants.Read(Mahdia.Shared(ProposalExamples.Wants, ProposalExamples.Lawyer, ProposalExamples.LawyerKey))!));
    }

    [Fact]
    public void It_is_a_proposal_that_publishes_one_intent_and_asks_for_nothing_in_return()
    {
        var room = ProposalExamples.Offers.Write(ProposalExamples.Room, Mahdia.Frame(ProposalExamples.RoomKey));
        var intent = room.GetProperty("publishes");
        Assert.Equal(("Proposal", "offer", true), (room.GetProperty("type").GetString(), room.GetProperty("purpose").GetString(), room.GetProperty("unitBased").GetBoolean()));
        Assert.Equal($"{Mahdia.Pole.Origin}/{ProposalExamples.RoomKey}#primary", intent.GetProperty("id").GetString());
        Assert.Equal(("day", "1"), Amount(intent, "resourceQuantity"));
        Assert.Equal(("day", "7"), Amount(intent, "availableQuantity"));
        Assert.Equal("https://w3id.org/citess/concepts/meeting-rooms", intent.GetProperty("resourceConformsTo").GetString());
        Assert.Equal(Mahdia.Pole.ActorAddress, intent.GetProperty("provider").GetString());
        Assert.Equal("2026-09-02T23:59:59Z", room.GetProperty("endTime").GetString());
        Assert.False(room.TryGetProperty("reciprocal", out _));

        var lawyer = ProposalExamples.Wants.Write(ProposalExamples.Lawyer, Mahdia.Frame(ProposalExamples.LawyerKey));
        Assert.Equal("request", lawyer.GetProperty("purpose").GetString());
        Assert.Equal(Mahdia.Pole.ActorAddress, lawyer.GetProperty("publishes").GetProperty("receiver").GetString());
        Assert.False(lawyer.TryGetProperty("unitBased", out _));
        Assert.False(lawyer.GetProperty("publishes").GetProperty("resourceQuantity").TryGetProperty("hasNumericalValue", out _));

        static (string?, string?) Amount(JsonElement of, string member) => (of.GetProperty(member).GetProperty("hasUnit").GetString(), of.GetProperty(member).GetProperty("hasNumericalValue").GetString());
    }

    [Fact]
    public void Neither_whom_to_call_nor_the_agreements_leave_the_house()
    {
        Assert.DoesNotContain("+216", ProposalExamples.Offers.Write(ProposalExamples.Room, Mahdia.Frame(ProposalExamples.RoomKey)).GetRawText(), StringComparison.Ordinal);
        var listed = StateJson.Write(Mahdia.Listed(ProposalExamples.Offers, ProposalExamples.Room, ProposalExamples.RoomKey));
        Assert.DoesNotContain("+216", listed, StringComparison.Ordinal);
        Assert.DoesNotContain("8CH", ProposalExamples.Offers.Write(ProposalExamples.Room, Mahdia.Frame(ProposalExamples.RoomKey)).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_term_of_ours_is_explained_in_the_context_and_so_are_the_types()
    {
        Assert.Empty(Mahdia.Unexplained(ProposalExamples.Offers, ProposalExamples.Room, ProposalExamples.RoomKey).Except(["startTime", "endTime"]));
        Assert.Empty(Mahdia.Unexplained(ProposalExamples.Wants, ProposalExamples.Lawyer, ProposalExamples.LawyerKey).Except(["endTime"]));
        var ours = ProposalExamples.Offers.Write(ProposalExamples.Room, Mahdia.Frame(ProposalExamples.RoomKey)).GetProperty("@context").EnumerateArray().Last();
        Assert.Equal("https://w3id.org/valueflows/ont/vf#Proposal", ours.GetProperty("Proposal").GetString());
        Assert.Equal("https://w3id.org/valueflows/ont/vf#Intent", ours.GetProperty("Intent").GetString());
    }

    [Fact]
    public void The_plain_document_of_other_software_is_read()
    {
        var read = ProposalExamples.Offers.Read(Ap.Read<ApObject>(JsonElement.Parse(Bike))!)!;
        Assert.Empty(ProposalExamples.Offers.Check(read));
        Assert.Equal(("Offering used bike", "Blue one-speed bike, 15 years old\n\nsome rust"), (read.Title.SourceText, read.Text.SourceText));
        Assert.Equal((Means.Equipment, 2, 2, Unit.One), (read.Means, read.Quantity, read.Left, read.Unit));
        Assert.Equal((new DateOnly(2026, 8, 18), true), (read.Until, read.Concepts.IsEmpty));
        Assert.Null(ProposalExamples.Wants.Read(Ap.Read<ApObject>(JsonElement.Parse(Bike))!));
    }

    [Theory]
    [InlineData("\"name\": \"Offering used bike\",", "", "Blue one-speed bike, 15 years old")]
    [InlineData("\"hasNumericalValue\": \"2\"", "\"hasNumericalValue\": 2.0", "Offering used bike")]
    [InlineData("\"hasNumericalValue\": \"2\"", "\"hasNumericalValue\": \"1.5\"", "Offering used bike")]
    [InlineData("\"hasNumericalValue\": \"2\"", "\"hasNumericalValue\": \"99999999999999999999999999999999999\"", "Offering used bike")]
    [InlineData("\"published\": \"2026-02-18T19:22:03.918737Z\",", "\"endTime\": [\"x\"], \"means\": {}, \"languages\": 7, \"capacity\": -4,", "Offering used bike")]
    [InlineData("\"published\": \"2026-02-18T19:22:03.918737Z\",", "\"endTime\": \"9999-12-31T23:59:59Z\",", "Offering used bike")]
    public void What_is_written_otherwise_or_with_ill_will_is_read_with_care(string from, string to, string title)
    {
        var read = ProposalExamples.Offers.Read(Ap.Read<ApObject>(JsonElement.Parse(Bike.Replace(from, to, StringComparison.Ordinal)))!)!;
        Assert.Equal(title, read.Title.SourceText);
        Assert.True(read.Ends > DateTimeOffset.UnixEpoch);
        _ = ((IRecordKind)ProposalExamples.Offers).OfDocument(Ap.Read<ApObject>(JsonElement.Parse(Bike.Replace(from, to, StringComparison.Ordinal)))!, new() { Key = ProposalExamples.RoomKey, Revision = 1, Audience = Audience.Public });
    }

    [Theory]
    [InlineData("\"Proposal\",\n  \"id\"", "\"Note\",\n  \"id\"")]
    [InlineData("\"offer\"", "\"auction\"")]
    [InlineData("\"Intent\"", "\"Event\"")]
    public void What_is_no_proposal_is_not_read(string from, string to) =>
        Assert.Null(ProposalExamples.Offers.Read(Ap.Read<ApObject>(JsonElement.Parse(Bike.Replace(from, to, StringComparison.Ordinal)))!));

    [Fact]
    public void Lists_find_it_by_what_it_is_about_its_means_its_country_and_its_last_day()
    {
        var entry = Mahdia.Listed(ProposalExamples.Offers, ProposalExamples.Room, ProposalExamples.RoomKey)!;
        Assert.Equal(["space"], entry.Tags[Facets.Means]);
        Assert.Superset(new HashSet<string>(["meeting-rooms", "equipment-sharing"], StringComparer.Ordinal), entry.Tags[Facets.Concept].ToHashSet(StringComparer.Ordinal));
        Assert.Equal(("TN", "TN-53", "open"), (entry.Tags[Facets.Country][0], entry.Territory, entry.Status));
        Assert.Equal(ProposalExamples.Room.Ends, entry.Ends);
        Assert.True(entry.IsOver(new(2026, 9, 3, 0, 0, 0, TimeSpan.Zero)));
        Assert.Equal(["soon"], Mahdia.Listed(ProposalExamples.Wants, ProposalExamples.Lawyer, ProposalExamples.LawyerKey)!.Tags[Facets.Urgency]);
        Assert.Equal("Vingt places, un projecteur.", entry.Summary.SourceText);
    }
}
