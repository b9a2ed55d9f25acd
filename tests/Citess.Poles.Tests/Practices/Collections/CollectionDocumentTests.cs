using System.Text.Json;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Practices.Collections;
using Citess.Poles.Tests.Cast;
using Citess.Poles.Tests.Practices.Contributing;
using Xunit;

namespace Citess.Poles.Tests.Practices.Collections;

public sealed class CollectionDocumentTests
{
    private static readonly PracticeCollection s_presses = CollectionExamples.Presses;
    private static readonly CollectionKind s_atMahdia = CollectionExamples.Kind(Mahdia.Pole);
    private static readonly CollectionKind s_atBarcelona = CollectionExamples.Kind(Barcelona.Pole);

    [Fact]
    public void What_travels_is_read_in_its_order_and_each_pole_knows_its_own()
    {
        var read = s_atBarcelona.Read(Written())!;
        Assert.Equal([("", CollectionExamples.Theirs.Practice.Key), (Mahdia.Pole.Origin, PracticeExamples.Key)], read.Practices.Select(each => (each.Practice.Origin, each.Practice.Key)));
        Assert.Equal(Mahdia.Pole.ActorAddress, read.Practices[1].Practice.Owner);
        Assert.Equal(ContributionExamples.Plain(s_presses), ContributionExamples.Plain(s_atMahdia.Read(Written())!));
        Assert.Equal(ContributionExamples.Plain(s_presses), ContributionExamples.Plain(Mahdia.Carried(s_presses)));
    }

    [Fact]
    public void Any_reader_shows_an_article_with_a_list_of_links()
    {
        var written = Written();
        Assert.Equal(("Article", "Pour ouvrir un pressoir", "Pour qui commence : &lt; 5 personnes."), (written.Type, written.Name, written.Summary));
        Assert.Equal(["ar", "fr"], written.ContentMap!.Keys);
        Assert.Contains($"<a href=\"{Mahdia.Pole.Origin}/{PracticeExamples.Key}\"", written.ContentMap["ar"], StringComparison.Ordinal);
        Assert.Contains(">معصرة مشتركة</a>: أوّل معصرة.", written.ContentMap["ar"], StringComparison.Ordinal);
        Assert.Contains(">Un celler [obert] &amp; compartit</a>", written.Content, StringComparison.Ordinal);
        Assert.Empty(Mahdia.Unexplained(s_atMahdia, s_presses, CollectionExamples.Key).Except(["orderedItems"]));
    }

    [Fact]
    public void An_empty_one_says_so_by_having_no_items_and_no_content()
    {
        var written = Mahdia.Shared(s_atMahdia, s_presses with { Practices = [] }, CollectionExamples.Key);
        Assert.Null(written.Content);
        Assert.DoesNotContain("orderedItems", written.Other!.Keys);
        Assert.Empty(s_atBarcelona.Read(written)!.Practices);
    }

    [Theory]
    [InlineData("href", "\"https://barcelona.example/service/01JDA5R1V7Q0W3M9K2X4T6B8CB\"")]
    [InlineData("href", "\"javascript:alert(1)\"")]
    [InlineData("href", "\"https://barcelona.example/practice/01JDA5R1V7Q0W3M9K2X4T6B8CB?x=1\"")]
    [InlineData("href", "[\"https://barcelona.example/practice/01JDA5R1V7Q0W3M9K2X4T6B8CB\"]")]
    [InlineData("attributedTo", "\"https://mallory.example/pole/01JD9ZK8Q4H2M6N0P3R5S7T9VW\"")]
    public void What_is_no_practice_of_whoever_is_said_to_own_it_is_passed_over_and_the_rest_is_read(string member, string json)
    {
        var read = s_atMahdia.Read(With(0, member, json))!;
        Assert.Equal([PracticeExamples.Key], read.Practices.Select(each => each.Practice.Key));
    }

    [Fact]
    public void Of_one_practice_that_stands_in_it_twice_the_first_counts()
    {
        var twice = With(1, "href", $"\"{Barcelona.Pole.Origin}/{CollectionExamples.Theirs.Practice.Key}\"", "attributedTo", $"\"{Barcelona.Pole.ActorAddress}\"");
        Assert.Equal([CollectionExamples.Theirs.Practice.Key], s_atMahdia.Read(twice)!.Practices.Select(each => each.Practice.Key));
    }

    [Fact]
    public void Lists_find_it_by_the_practices_that_are_in_it()
    {
        var entry = Mahdia.Listed(s_atMahdia, s_presses, CollectionExamples.Key)!;
        Assert.Equal([CollectionExamples.Theirs.Practice.ToString(), PracticeExamples.Key], CollectionKind.In(entry));
        Assert.Contains("معصرة مشتركة", entry.Text, StringComparison.Ordinal);
        Assert.Equal(1, new FollowedCollection(entry.Reference, [PracticeExamples.Key, "barcelona.example/practice/01JDA5R1V7Q0W3M9K2X4T6B8CZ"]).NewIn(entry));
    }

    private static ApObject Written() => Mahdia.Shared(s_atMahdia, s_presses, CollectionExamples.Key);

    /// <summary>With members of one item as whoever means harm would write them.</summary>
    private static ApObject With(int item, params string[] changes)
    {
        var document = System.Text.Json.Nodes.JsonNode.Parse(s_atMahdia.Write(s_presses, Mahdia.Frame(CollectionExamples.Key)).GetRawText())!;
        foreach (var change in changes.Chunk(2))
        {
            document["orderedItems"]![item]![change[0]] = System.Text.Json.Nodes.JsonNode.Parse(change[1]);
        }

        return Ap.Read<ApObject>(JsonElement.Parse(document.ToJsonString()))!;
    }
}
