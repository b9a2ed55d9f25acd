using System.Text.Json;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Exchange.Agreements;
using Xunit;

namespace Citess.Poles.Tests.Exchange.Agreements;

public sealed class AgreementWireTests
{
    /// <summary>As FEP-0837 prints it, without what is given in return.</summary>
    private const string Accept =
        """
        {
          "type": "Accept",
          "id": "https://market.example/activities/059f08fa",
          "actor": "https://market.example/users/alice",
          "object": "https://social.example/objects/fc4af0d2/offer",
          "result": {
            "type": "Agreement",
            "id": "https://market.example/agreements/edc374aa",
            "stiplulates": {
              "id": "https://market.example/agreements/edc374aa#primary",
              "type": "Commitment",
              "satisfies": "https://market.example/proposals/ddde9d6f#primary",
              "resourceQuantity": { "hasUnit": "one", "hasNumericalValue": "1" }
            }
          },
          "to": "https://social.example/users/bob"
        }
        """;

    [Fact]
    public void What_we_offer_is_read_as_it_was_meant()
    {
        var offer = Ap.Read<Activity>(AgreementExamples.Said("agreement-offer"))!;
        Assert.Equal(AgreementExamples.Wire.Stipulated(AgreementExamples.Asked), AgreementWire.Read(offer.Object!.Value, out var isAgreement, out var isReciprocal));
        Assert.Equal((true, false), (isAgreement, isReciprocal));
        Assert.Equal("Dos dies al maig.\n< 10 persones.", AgreementWire.Words(offer, Agreement.MaxNote).SourceText);
        Assert.Equal(AgreementExamples.Asked.Expires, AgreementWire.Expires(offer));
    }

    [Fact]
    public void Our_yes_is_the_agreement_with_an_id_of_ours()
    {
        var agreed = AgreementWire.Finalized(Ap.Read<Activity>(AgreementExamples.Said("agreement-accept"))!)!.Value;
        Assert.Equal(AgreementExamples.Wire.Stipulated(AgreementExamples.AtMahdia), agreed.Said);
        Assert.EndsWith("/" + AgreementExamples.Key, agreed.Address, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stiplulates")]
    [InlineData("stipulates")]
    public void A_yes_as_the_FEP_prints_it_is_read_slip_of_the_pen_and_all(string spelt)
    {
        var agreed = AgreementWire.Finalized(Read(Accept.Replace("stiplulates", spelt, StringComparison.Ordinal)))!.Value;
        Assert.Equal((new Stipulation("https://market.example/proposals/ddde9d6f#primary", 1, "one"), "https://market.example/agreements/edc374aa"), agreed);
    }

    /// <summary>As Fedify 2.3.6 writes it.</summary>
    [Fact]
    public void An_agreement_whose_names_are_written_in_full_is_read_as_the_same()
    {
        const string full =
            """
            {"type":"https://w3id.org/valueflows/ont/vf#Agreement","https://w3id.org/valueflows/ont/vf#stipulates":{"type":"https://w3id.org/valueflows/ont/vf#Commitment",
            "https://w3id.org/valueflows/ont/vf#resourceQuantity":{"type":"http://www.ontology-of-units-of-measure.org/resource/om-2/Measure",
            "http://www.ontology-of-units-of-measure.org/resource/om-2/hasNumericalValue":{"type":"xsd:decimal","@value":"3"},"http://www.ontology-of-units-of-measure.org/resource/om-2/hasUnit":"one"},
            "https://w3id.org/valueflows/ont/vf#satisfies":{"id":"https://mahdia.example/offering/1#primary"}}}
            """;
        Assert.Equal(new Stipulation("https://mahdia.example/offering/1#primary", 3, "one"), AgreementWire.Read(JsonElement.Parse(full), out var isAgreement, out _));
        Assert.True(isAgreement);
    }

    [Theory]
    [InlineData("\"id\": \"https://market.example/agreements/edc374aa\",", "")]
    [InlineData("\"id\": \"https://market.example/agreements/edc374aa\",", "\"id\": \"https://mallory.example/agreements/edc374aa\",")]
    [InlineData("\"Agreement\"", "\"Contract\"")]
    [InlineData("\"Commitment\"", "\"Promise\"")]
    [InlineData("\"hasNumericalValue\": \"1\"", "\"hasNumericalValue\": \"0\"")]
    [InlineData("\"hasNumericalValue\": \"1\"", "\"hasNumericalValue\": \"1.5\"")]
    [InlineData("\"hasNumericalValue\": \"1\"", "\"hasNumericalValue\": \"-1\"")]
    [InlineData("\"satisfies\": \"https://market.example/proposals/ddde9d6f#primary\"", "\"satisfies\": 7")]
    public void What_stands_for_no_agreement_is_none(string from, string to) => Assert.Null(AgreementWire.Finalized(Read(Accept.Replace(from, to, StringComparison.Ordinal))));

    [Fact]
    public void A_yes_that_wants_something_in_return_is_none() =>
        Assert.Null(AgreementWire.Finalized(Read(Accept.Replace("\"stiplulates\"", "\"stipulatesReciprocal\": {\"type\": \"Commitment\"}, \"stiplulates\"", StringComparison.Ordinal))));

    /// <summary>The agreement that is read is the one whose id is read.</summary>
    [Theory]
    [InlineData("""{"name": 5, "@value": RESULT}""")]
    [InlineData("""{"id": "https://market.example/agreements/2", "@value": RESULT}""")]
    [InlineData("""{"type": "Agreement", "id": "https://market.example/agreements/2", "@value": RESULT}""")]
    public void A_yes_in_an_envelope_is_none(string envelope)
    {
        var accept = System.Text.Json.Nodes.JsonNode.Parse(Accept)!;
        accept["result"] = System.Text.Json.Nodes.JsonNode.Parse(envelope.Replace("RESULT", accept["result"]!.ToJsonString(), StringComparison.Ordinal));
        Assert.Null(AgreementWire.Finalized(Read(accept.ToJsonString())));
    }

    [Fact]
    public void Names_written_in_full_in_a_yes_are_read_as_the_same()
    {
        var full = Accept.Replace("\"id\": \"https://market.example/agreements/edc374aa\",", "\"vf:id\": \"https://market.example/agreements/edc374aa\",", StringComparison.Ordinal);
        Assert.Equal("https://market.example/agreements/edc374aa", AgreementWire.Finalized(Read(full))!.Value.Address);
    }

    [Fact]
    public void A_confirmation_is_about_an_agreement_on_the_origin_of_its_actor()
    {
        const string alice = "https://market.example/users/alice";
        Assert.Equal(("https://market.example/agreements/1", ""), Confirmed("https://market.example/agreements/1", alice));
        Assert.Null(Confirmed("https://market.example/agreements/1", "https://mallory.example/users/mallory"));
        foreach (var odd in new[] { "", "urn:uuid:fc4af0d2", "https://market.example/\0", "https://market.example/a b", "https://market.example/\u00a0", "https://market.example/" + new string('x', 978), "https://market.example/" + new string('\u6f22', 330), "http://market.example/agreements/1" })
        {
            Assert.Null(Confirmed(odd, alice));
        }

        static (string Address, string Offer)? Confirmed(string context, string actor) =>
            AgreementWire.Confirmed(JsonSerializer.SerializeToElement(new Dictionary<string, string>(StringComparer.Ordinal) { ["type"] = "Document", ["context"] = context }), actor);
    }

    [Fact]
    public void A_yes_whose_agreement_has_an_id_that_cannot_be_kept_is_none()
    {
        Assert.Null(AgreementWire.Finalized(Read(Accept.Replace("agreements/edc374aa\",", "agreements/" + new string('x', 1000) + "\",", StringComparison.Ordinal))));
        Assert.Null(AgreementWire.Finalized(Read(Accept.Replace("agreements/edc374aa\",", "agreements/\\u0000\",", StringComparison.Ordinal))));
    }

    [Fact]
    public void Words_of_the_other_side_are_plain_and_cut_where_nobody_writes_so_much()
    {
        var said = new Activity { Content = "<p>Fermé <script>alert(1)</script>en mai</p><p>" + new string('x', 700) + "</p>" };
        var words = AgreementWire.Words(said, Agreement.MaxReason).SourceText;
        Assert.StartsWith("Fermé alert(1)en mai\nx", words, StringComparison.Ordinal);
        Assert.Equal(Agreement.MaxReason, words.Length);
    }

    private static Activity Read(string json) => Ap.Read<Activity>(JsonElement.Parse(json))!;
}
