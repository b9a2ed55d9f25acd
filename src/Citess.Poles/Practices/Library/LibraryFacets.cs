using System.Globalization;
using Citess.Poles.Components;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Culture;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Kernel.Texts;
using Citess.Poles.Kernel.Vocabularies;
using Citess.Poles.Practices.Adoptions;
using Citess.Poles.Practices.Reviews;

namespace Citess.Poles.Practices.Library;

/// <summary>By what the practices of all poles are narrowed.</summary>
internal static class LibraryFacets
{
    /// <summary>By what practices are like each other, in the order in which it is said.</summary>
    public static readonly string[] Likeness = [Facets.Sector, Facets.Beneficiary, Facets.Condition, Facets.Goal];

    /// <summary><paramref name="seen"/> is when the reader was here before; null for whoever is not signed in.</summary>
    public static IReadOnlyList<FacetField> Of(Text words, DateTimeOffset? seen) =>
    [
        new(Facets.Goal, words["practices.sdgs"], words["library.goal.any"], [.. Concepts.Sdgs.All.Select(goal => new Choice(goal.Code, $"{goal.Code}. {goal.Label}"))]),
        Field(Facets.Beneficiary, words["practices.beneficiaries"], words["library.beneficiary.any"], Concepts.Beneficiaries),
        Field(Facets.Condition, words["practices.condition.determinant"], words["library.condition.any"], Concepts.Determinants),
        new(Facets.Territory, words["kernel.territory"], words["library.territory.any"], [.. Territories.All.Select(territory => new Choice(territory.Code, territory.FullName))]),
        new(Facets.Level, words["practices.level"], words["library.level.any"], [.. Enum.GetValues<PracticeLevel>().Select(level => new Choice(level.Word(), words[PracticeWords.LevelKey(level)]))]),
        new(Facets.Language, words["kernel.languages"], words["library.language.any"], [.. Languages.All.Select(language => new Choice(language.Code, words.LanguageName(language.Code)))]),
        new(Facets.Review, words["said.review"], words["said.review.prompt"], [.. new[] { ReviewVerdict.Confirms.Word(), SaidOf.Own + ReviewVerdict.Confirms.Word(), ReviewVerdict.Doubts.Word() }.Select(said => new Choice(said, words["said.review." + said]))]),
        new(Facets.Adoption, words["said.adoption"], words["said.adoption.prompt"], [new(SaidOf.Any, words["said.adoption.any"]), .. new[] { AdoptionStage.Finished, AdoptionStage.Stopped }.Select(stage => new Choice(stage.Word(), words[AdoptionKind.Words(stage)]))]),
        .. seen is null ? Array.Empty<FacetField>() : [new("new", words["library.since"], words["library.since.any"], [new("1", words["library.since.visit", seen.Value.ToString("d MMMM", Languages.Current.Culture)])])],
    ];

    /// <summary>Key of what is said before the values that two practices share.</summary>
    public static string SameKey(string facet) => "library.same." + facet;

    private static FacetField Field(string name, string label, string prompt, ConceptList list) => new(name, label, prompt, [.. list.All.Select(concept => new Choice(concept.Code, concept.Label))]);
}
