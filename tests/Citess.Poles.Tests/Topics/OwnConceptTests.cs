using System.Text.Json;
using System.Text.Json.Nodes;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Vocabularies;
using Citess.Poles.Tests.Cast;
using Citess.Poles.Tests.Practices.Contributing;
using Citess.Poles.Topics;
using Xunit;

namespace Citess.Poles.Tests.Topics;

public sealed class OwnConceptTests
{
    private static readonly OwnConceptKind s_kind = new(new Prose());
    private static readonly OwnConcept s_harissa = OwnConceptExamples.Harissa;

    [Fact]
    public void A_concept_needs_a_name_and_one_of_the_list_that_it_is_part_of()
    {
        Assert.Empty(Fields(s_harissa));
        Assert.Empty(Fields(new() { Name = s_harissa.Name, Broader = "a01" }));
        Assert.Equal(["Name", "Broader"], Fields(new()));
        Assert.Equal(["Broader"], Fields(s_harissa with { Broader = "no-such-concept" }));
        Assert.Equal(["Broader"], Fields(s_harissa with { Broader = ConceptCode.Of(RecordKey.Parse(OwnConceptExamples.Key)) }));
        Assert.Equal(["Broader"], Fields(s_harissa with { Broader = "https://w3id.org/citess/concepts/food-processing" }));
    }

    [Fact]
    public void What_is_too_long_is_refused_where_it_stands() => Assert.Equal(
        ["Name.fr", "Others.fr", "Note.fr"],
        Fields(s_harissa with { Name = Long(OwnConcept.MaxName), Others = Long(OwnConcept.MaxOthers), Note = Long(OwnConcept.MaxNote) }));

    [Fact]
    public void What_travels_is_read_as_it_was_written()
    {
        Assert.Equal(ContributionExamples.Plain(s_harissa), ContributionExamples.Plain(s_kind.Read(Written())!));
        Assert.Equal(ContributionExamples.Plain(s_harissa), ContributionExamples.Plain(Mahdia.Carried(s_harissa)));
        var bare = new OwnConcept { Name = s_harissa.Name, Broader = "food" };
        Assert.Equal(ContributionExamples.Plain(bare), ContributionExamples.Plain(s_kind.Read(Mahdia.Shared(s_kind, bare, OwnConceptExamples.Key))!));
    }

    [Fact]
    public void Any_reader_has_an_article_and_whoever_knows_SKOS_has_the_rest()
    {
        var written = s_kind.Write(s_harissa, Mahdia.Frame(OwnConceptExamples.Key));
        Assert.Equal("Article", written.GetProperty("type").GetString());
        Assert.Equal("https://w3id.org/citess/concepts/food-processing", written.GetProperty("broader").GetString());
        Assert.Equal(["purée de piment", "harissa diari"], written.GetProperty("altLabel").GetProperty("fr").EnumerateArray().Select(word => word.GetString()!));
        Assert.Contains("<strong>sans</strong>", written.GetProperty("content").GetString(), StringComparison.Ordinal);
        var terms = written.GetProperty("@context").EnumerateArray().Single(each => each.ValueKind == JsonValueKind.Object);
        Assert.Equal("http://www.w3.org/2004/02/skos/core#broader", terms.GetProperty("broader").GetProperty("@id").GetString());
        Assert.Empty(Mahdia.Unexplained(s_kind, s_harissa, OwnConceptExamples.Key));
    }

    [Theory]
    [InlineData("broader", "\"https://w3id.org/citess/concepts/from-a-later-version\"")]
    [InlineData("broader", "\"javascript:alert(1)\"")]
    [InlineData("broader", "{\"id\":\"https://w3id.org/citess/concepts/food\"}")]
    [InlineData("broader", "null")]
    public void What_is_part_of_nothing_that_is_known_is_not_listed(string member, string json) => Assert.Null(Listed(member, json));

    [Fact]
    public void Of_several_that_it_is_part_of_the_first_that_is_known_counts_and_words_that_are_no_words_are_passed_over()
    {
        Assert.Equal(["food"], Listed("broader", "[\"https://w3id.org/citess/concepts/newer\",\"https://w3id.org/citess/concepts/food\"]")!.Tags[OwnNames.BroaderFacet]);
        var odd = OwnNames.Of(Listed("altLabel", "{\"fr\":\"piment\",\"ar\":[1,null,\"هريسة\",{}],\"es\":[],\"it\":7}")!);
        Assert.Equal(["ar:هريسة", "fr:piment"], odd.Others.Texts.Select(text => $"{text.Key}:{text.Value.Text}"));
        Assert.Empty(OwnNames.Of(Listed("altLabel", "[\"piment\"]")!).Others.Texts);
    }

    [Fact]
    public void Lists_know_all_its_words_and_find_it_by_each()
    {
        var own = OwnNames.Of(Mahdia.Listed(s_kind, s_harissa, OwnConceptExamples.Key)!);
        Assert.Equal(("01jda5r1v7q0w3m9k2x4t6b8cp", "food-processing"), (own.Code, own.Broader));
        var index = new NameIndex(own.Namings(7), Thesaurus.Built.Names);
        Assert.All(new[] { "harissa", "هريسة", "purée de piment", "harissa diari" }, words => Assert.Equal(7, Assert.Single(index.Find(words, language: null, isTyping: false, limit: 5)).Naming.Owner));
        Assert.Empty(index.Find("conseil juridique", language: null, isTyping: true, limit: 5));
    }

    private static ApObject Written() => Mahdia.Shared(s_kind, s_harissa, OwnConceptExamples.Key);

    private static Poles.Kernel.Catalogue.CatalogueEntry? Listed(string member, string json)
    {
        var document = JsonNode.Parse(s_kind.Write(s_harissa, Mahdia.Frame(OwnConceptExamples.Key)).GetRawText())!;
        document[member] = JsonNode.Parse(json);
        return ((Poles.Kernel.Records.IRecordKind)s_kind).OfDocument(
            Ap.Read<ApObject>(JsonElement.Parse(document.ToJsonString()))!, new() { Origin = Mahdia.Pole.Authority, Key = OwnConceptExamples.Key, Revision = 1, Audience = Audience.Public });
    }

    private static MultilingualText Long(int most) => MultilingualText.Of("fr", new('x', most + 1));

    private static IEnumerable<string> Fields(OwnConcept content) => s_kind.Check(content).Select(problem => problem.Field);
}
