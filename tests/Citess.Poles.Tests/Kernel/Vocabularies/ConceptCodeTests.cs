using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Vocabularies;
using Citess.Poles.Tests.Cast;
using Citess.Poles.Tests.Topics;
using Xunit;

namespace Citess.Poles.Tests.Kernel.Vocabularies;

public sealed class ConceptCodeTests
{
    private const string Own = "01jda5r1v7q0w3m9k2x4t6b8cp";

    [Fact]
    public void A_record_names_a_concept_of_the_list_or_one_that_a_pole_made()
    {
        Assert.True(ConceptCode.IsFit("olive-oil"));
        Assert.True(ConceptCode.IsFit(Own));
        Assert.Equal(Own, ConceptCode.Of(RecordKey.Parse(OwnConceptExamples.Key)));
        Assert.All(new[] { "", "no-such-concept", Own.ToUpperInvariant(), Own[1..], "https://w3id.org/citess/concepts/olive-oil", "01jda5r1v7q0w3m9k2x4t6b8c/" }, code => Assert.False(ConceptCode.IsFit(code), code));
    }

    [Fact]
    public void What_travels_is_an_address_and_comes_back_as_the_code()
    {
        Assert.All(new[] { "olive-oil", "a01", Own }, code => Assert.Equal(code, ConceptCode.Read(ConceptCode.Address(code, Mahdia.Pole)!, Mahdia.Pole.Origin)));
        Assert.Equal("https://mahdia.example/" + OwnConceptExamples.Key, ConceptCode.Address(Own, Mahdia.Pole));
        Assert.Equal("a01", ConceptCode.Read("http://purl.org/essglobal/standard/activities/a01", Mahdia.Pole.Origin));
        Assert.Null(ConceptCode.Address("no-such-concept", Mahdia.Pole));
    }

    [Theory]
    [InlineData("https://barcelona.example/concept/01JDA5R1V7Q0W3M9K2X4T6B8CP")]
    [InlineData("https://mahdia.example/practice/01JDA5R1V7Q0W3M9K2X4T6B8CP")]
    [InlineData("https://mahdia.example/concept/01JDA5R1V7Q0W3M9K2X4T6B8CP?x")]
    [InlineData("https://w3id.org/citess/concepts/from-a-later-version")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    public void What_is_no_concept_of_the_list_or_of_the_pole_that_names_it_is_passed_over(string address) => Assert.Null(ConceptCode.Read(address, Mahdia.Pole.Origin));
}
