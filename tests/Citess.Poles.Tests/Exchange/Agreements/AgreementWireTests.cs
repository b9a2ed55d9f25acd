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
    public void Words_of_the_other_side_are_plain_and_cut_where_nobody_writes_so_much()
    {
        var said = new Activity { Content = "<p>Fermé <script>alert(1)</script>en mai</p><p>" + new string('x', 700) + "</p>" };
        var words = AgreementWire.Words(said, Agreement.MaxReason).SourceText;
        Assert.StartsWith("Fermé alert(1)en mai\nx", words, StringComparison.Ordinal);
        Assert.Equal(Agreement.MaxReason, words.Length);
    }

    private static Activity Read(string json) => Ap.Read<Activity>(JsonElement.Parse(json))!;
}
