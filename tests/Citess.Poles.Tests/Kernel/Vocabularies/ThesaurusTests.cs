using Citess.Poles.Kernel.Culture;
using Citess.Poles.Kernel.Texts;
using Citess.Poles.Kernel.Vocabularies;
using Xunit;

namespace Citess.Poles.Tests.Kernel.Vocabularies;

/// <summary>What the file promises that the pole comes with.</summary>
public sealed class ThesaurusTests
{
    private static readonly Thesaurus s_thesaurus = Thesaurus.Built;
    private static readonly string[] s_six = [.. Languages.All.Select(language => language.Code)];

    [Fact]
    public void There_are_at_least_250_concepts_each_with_a_name_in_six_languages_and_a_code_of_plain_letters()
    {
        Assert.InRange(s_thesaurus.All.Length, 250, 500);
        Assert.All(s_thesaurus.All, concept =>
        {
            Assert.Equal(s_six, concept.Labels.Keys);
            Assert.All(concept.Labels.Values, label => Assert.Equal(label.Trim(), label));
            Assert.Matches("^[a-z0-9-]{2,60}$", concept.Code);
            Assert.Equal($"{Thesaurus.Scheme}/{concept.Code}", concept.Uri);
            Assert.False(ConceptCode.IsOwn(concept.Code, out _));
        });
        Assert.Equal(s_thesaurus.All.Length, s_thesaurus.All.Select(concept => concept.Code).Distinct().Count());
    }

    [Fact]
    public void No_two_concepts_have_one_name_in_a_language() => Assert.Empty(s_six.SelectMany(language =>
        s_thesaurus.All.GroupBy(concept => string.Join(' ', Folding.Words(concept.Labels[language]))).Where(same => same.Count() > 1).Select(same => $"{language}: {same.Key}")));

    [Fact]
    public void A_name_in_Arabic_is_in_Arabic_letters_and_the_others_are_not() => Assert.All(s_thesaurus.All, concept => Assert.All(
        concept.Labels, label => Assert.Equal(label.Key == "ar", label.Value.Any(letter => letter is >= '\u0600' and <= '\u06ff'))));

    [Fact]
    public void What_is_broader_is_there_and_leads_to_the_top_in_at_most_four_steps()
    {
        Assert.All(s_thesaurus.All, concept => Assert.All(concept.Broader, code => Assert.True(s_thesaurus.HasCode(code), code)));
        Assert.All(s_thesaurus.All, concept => Assert.InRange(Depth(concept, []), 1, 4));
        Assert.InRange(s_thesaurus.Tops.Count(), 5, 15);
        Assert.All(s_thesaurus.Tops, top => Assert.NotEmpty(top.Narrower));
        Assert.Equal(["business-support", "legal-advice", "contracts"], s_thesaurus.PathTo(s_thesaurus.Find("contracts")!).Select(concept => concept.Code));
    }

    [Fact]
    public void What_is_narrower_is_the_other_side_of_what_is_broader() => Assert.Equal(
        s_thesaurus.All.SelectMany(concept => concept.Broader.Select(broader => (broader, concept.Code))).Order(),
        s_thesaurus.All.SelectMany(concept => concept.Narrower.Select(narrower => (concept.Code, narrower))).Order());

    [Fact]
    public void What_is_related_is_so_from_both_sides_and_is_neither_above_nor_below() => Assert.All(s_thesaurus.All, concept => Assert.All(concept.Related, code =>
    {
        Assert.Contains(concept.Code, s_thesaurus.Find(code)!.Related);
        Assert.DoesNotContain(code, Above(concept));
        Assert.NotEqual(code, concept.Code);
    }));

    [Fact]
    public void Every_sector_of_ESSGlobal_is_there_under_its_own_code_and_address_and_with_the_same_names() => Assert.All(Concepts.Sectors.All, sector =>
    {
        var concept = s_thesaurus.Find(sector.Uri)!;
        Assert.Equal((sector.Code, "ESSGlobal"), (concept.Code, concept.Source));
        Assert.Equal(sector.Labels, concept.Labels);
        Assert.Equal(sector.Unchecked.Order(), concept.Unchecked.Order());
    });

    [Fact]
    public void A_name_that_is_from_no_list_is_marked_as_unchecked()
    {
        Assert.All(s_thesaurus.All, concept => Assert.Subset(s_six.ToHashSet(), concept.Unchecked.ToHashSet()));
        Assert.All(s_thesaurus.All.Where(concept => concept.Source == "CitESS Federation"), concept => Assert.Equal(s_six, concept.Unchecked.Order()));
        Assert.Equal(["CitESS Federation", "CitESS glossary", "ESSGlobal"], s_thesaurus.All.Select(concept => concept.Source).Distinct().Order());
    }

    [Fact]
    public void Other_words_are_there_for_most_concepts_in_every_language()
    {
        Assert.All(s_six, language => Assert.InRange(s_thesaurus.All.Count(concept => concept.Others.GetValueOrDefault(language, []).Length > 1), 250, int.MaxValue));
        Assert.All(s_thesaurus.All, concept => Assert.All(concept.Others, words => Assert.DoesNotContain(concept.Labels[words.Key], words.Value)));
    }

    private static int Depth(ThesaurusConcept concept, HashSet<string> below) =>
        below.Add(concept.Code) ? concept.Broader.Select(code => 1 + Depth(s_thesaurus.Find(code)!, [.. below])).DefaultIfEmpty(1).Max() : throw new InvalidOperationException($"{concept.Code} is part of itself.");

    private static IEnumerable<string> Above(ThesaurusConcept concept) => concept.Broader.SelectMany(code => Above(s_thesaurus.Find(code)!).Prepend(code));
}
