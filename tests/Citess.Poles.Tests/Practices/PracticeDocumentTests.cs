using System.Text.Json;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Contributions;
using Citess.Poles.Practices;
using Citess.Poles.Tests.Cast;
using Citess.Poles.Tests.Kernel;
using Xunit;

namespace Citess.Poles.Tests.Practices;

/// <summary>A practice as any server reads it.</summary>
public sealed class PracticeDocumentTests : IDisposable
{
    private readonly Prose prose = new();

    private PracticeKind Kind => new(Mahdia.Pole, prose, PracticeExamples.Story);

    [Fact]
    public void FEP_b2b8_a_practice_is_an_article_with_a_plain_name_a_summary_in_HTML_and_a_page_to_read_it_on()
    {
        var document = Write(PracticeExamples.Press with { Title = MultilingualText.Of("fr", "Moulin & pressoir"), Line = MultilingualText.Of("fr", "< 10 % de pertes, R&D comprise.", ("en", "A < B & C")) });

        Assert.Equal("Article", document.GetProperty("type").GetString());
        Assert.Equal("Moulin & pressoir", document.GetProperty("name").GetString());
        Assert.Equal("&lt; 10 % de pertes, R&amp;D comprise.", document.GetProperty("summary").GetString());
        Assert.Equal("A < B & C", System.Net.WebUtility.HtmlDecode(document.GetProperty("summaryMap").GetProperty("en").GetString()));
        Assert.All(["attributedTo", "url", "published", "updated"], member => Assert.NotEqual("", document.GetProperty(member).GetString()));
    }

    [Fact]
    public void FEP_c118_a_practice_names_its_licence() =>
        Assert.Equal("https://creativecommons.org/licenses/by-sa/4.0/", Write(PracticeExamples.Press).GetProperty("license").GetString());

    [Fact]
    public void What_travels_is_read_as_it_was_written_with_who_translated_it_from_what_and_the_contact_stays_at_home()
    {
        var written = Write(PracticeExamples.Press);

        Assert.Equal(StateJson.Write(PracticeExamples.Press with { Contact = "" }), StateJson.Write(Kind.Read(Ap.Read<ApObject>(written)!)!));
        Assert.DoesNotContain("73 000 000", written.GetRawText(), StringComparison.Ordinal);
        Assert.Empty(Kind.Check(Kind.Read(Ap.Read<ApObject>(written)!)!));
    }

    [Fact]
    public void Software_that_knows_only_articles_shows_all_of_it_in_each_language_that_it_has()
    {
        var content = Write(PracticeExamples.Press).GetProperty("contentMap");
        var (french, arabic) = (content.GetProperty("fr").GetString()!, content.GetProperty("ar").GetString()!);

        Assert.All(
            ["<strong>40 km</strong>", "<h2>Comment on fait</h2>", "<h3>Compter</h3>", "<li>Une facilitatrice</li>", "<strong>12</strong> litres de plus par tonne (https://example.org/compte, janvier 2026)", "Un calendrier.", "<strong>Le calendrier</strong>", "Le reste.", "Les coopératives de la vallée", "Avec l’appui d’un programme."],
            part => Assert.Contains(part, System.Net.WebUtility.HtmlDecode(french).Replace("<a href=\"https://example.org/compte\" rel=\"nofollow noopener ugc\">https://example.org/compte</a>", "https://example.org/compte", StringComparison.Ordinal), StringComparison.Ordinal));
        Assert.Contains("<h3>العدّ</h3>", arabic, StringComparison.Ordinal);
        Assert.DoesNotContain("Deux emplois", arabic, StringComparison.Ordinal);
        Assert.DoesNotContain("73 000 000", french + arabic, StringComparison.Ordinal);
    }

    [Fact]
    public void A_piece_has_an_address_within_its_practice()
    {
        var block = Assert.Single(Write(PracticeExamples.Press).GetProperty("blocks").EnumerateArray());
        Assert.Equal($"https://mahdia.example/{PracticeExamples.Key}#block-calendar", block.GetProperty("id").GetString());
    }

    [Fact]
    public void FEP_e232_other_software_may_follow_where_it_was_adapted_from()
    {
        var link = Assert.Single(Write(PracticeExamples.Press).GetProperty("tag").EnumerateArray());
        Assert.Equal(("Link", Ap.LdMediaType, PracticeExamples.From.Origin + "/" + PracticeExamples.From.Key), (link.GetProperty("type").GetString(), link.GetProperty("mediaType").GetString(), link.GetProperty("href").GetString()));
        Assert.False(Write(PracticeExamples.Press with { AdaptedFrom = RecordReference.None, AdaptedFromName = MultilingualText.Empty }).TryGetProperty("tag", out _));
    }

    [Theory]
    [InlineData("https://barcelona.example/practice/01JDA5R1V7Q0W3M9K2X4T6B8CE", "https://mallory.example/pole/01JD9ZK8Q4H2M6N0P3R5S7T9VW")]
    [InlineData("https://barcelona.example/nothing/else", "https://barcelona.example/pole/01JD9ZK8Q4H2M6N0P3R5S7T9VW")]
    [InlineData("javascript:alert(1)", "https://barcelona.example/pole/01JD9ZK8Q4H2M6N0P3R5S7T9VW")]
    public void Where_it_comes_from_is_passed_over_when_that_is_no_record_of_its_owner(string from, string owner)
    {
        var members = Write(PracticeExamples.Press).EnumerateObject().ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal);
        (members["isBasedOn"], members["basedOnOwner"]) = (JsonSerializer.SerializeToElement(from), JsonSerializer.SerializeToElement(owner));
        Assert.True(Kind.Read(Ap.Read<ApObject>(JsonSerializer.SerializeToElement(members))!)!.AdaptedFrom.IsNone);
    }

    [Fact]
    public void FEP_bad1_it_says_where_its_versions_are_who_made_this_one_and_why()
    {
        var document = Write(PracticeExamples.Press);
        Assert.Equal($"https://mahdia.example/{PracticeExamples.Key}/history", document.GetProperty("history").GetString());
        Assert.Equal(("01JDEMPERS0AMRA00000000001", "Les chiffres de janvier."), (document.GetProperty("editor").GetString(), document.GetProperty("revisionNote").GetString()));
    }

    [Fact]
    public void Every_term_is_explained_in_the_context_and_in_words()
    {
        Assert.Empty(Mahdia.Unexplained(Kind, PracticeExamples.Press, PracticeExamples.Key).Except(AsTwo));

        var told = File.ReadAllText(Path.Combine(Repository.Root, "specs", "FEDERATION.md"));
        string[] plain = ["id", "type", "name", "nameMap", "url", "mediaType", "href", "hreflang", "rel"];
        var terms = Names(Write(PracticeExamples.Press)).Where(name => !name.StartsWith('@') && name.Length > 2).Except(plain).Except(AsTwo).Except(["proof"]).ToHashSet(StringComparer.Ordinal);
        Assert.True(terms.Count > 30);
        Assert.Empty(terms.Where(term => !told.Contains('`' + term + '`', StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("""{ "phases": "none" }""")]
    [InlineData("""{ "results": [1, null, "x", {"name": 5}] }""")]
    [InlineData("""{ "cost": "plenty", "funding": [{"fundingSource": "magic", "percent": 7}], "temporalCoverage": "////" }""")]
    [InlineData("""{ "blocks": [{"id": "https://elsewhere.example/practice/1#block-x", "name": "no"}], "awaited": [{"section": "nothing", "expectedBy": "soon"}] }""")]
    [InlineData("""{ "conditions": [{"determinant": "C9.9"}], "overview": {"fr": 7} }""")]
    public void What_another_pole_writes_in_a_form_of_its_own_is_passed_over(string more)
    {
        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in Write(new Practice { Title = MultilingualText.Of("fr", "Titre"), Line = MultilingualText.Of("fr", "Ligne") }).EnumerateObject().Concat(JsonElement.Parse(more).EnumerateObject()))
        {
            members[member.Name] = member.Value;
        }

        var read = Kind.Read(Ap.Read<ApObject>(JsonSerializer.SerializeToElement(members))!)!;
        Assert.Equal("Titre", read.Title.SourceText);
        Assert.True(read.Blocks.IsEmpty && read.Conditions.IsEmpty && read.Awaited.IsEmpty && read.Funding.IsEmpty && read.Cost is null && read.Overview.IsEmpty);
    }

    public void Dispose() => prose.Dispose();

    /// <summary>Members of AS2 that mean what AS2 says.</summary>
    private static string[] AsTwo { get; } = ["attributedTo", "summary", "summaryMap", "content", "contentMap", "published", "updated", "image", "attachment", "context", "replies", "tag"];

    private static IEnumerable<string> Names(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Where(member => member.Name != "@context").SelectMany(member => Names(member.Value).Prepend(member.Name)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Names),
        _ => [],
    };

    private JsonElement Write(Practice practice) => Kind.Write(practice, Mahdia.Frame(PracticeExamples.Key));
}
