using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Citess.Poles.Kernel.Culture;

namespace Citess.Poles.Kernel.Vocabularies;

/// <summary>A word that means the same in every language.</summary>
/// <param name="Code">What stands in our records.</param>
/// <param name="Uri">What travels between poles; where a list has none of its own, its code does.</param>
/// <param name="Labels">Its name in each of the six languages.</param>
/// <param name="Unchecked">Languages whose label is ours and was not yet checked by a native reader.</param>
public record Concept(string Code, string Uri, ImmutableSortedDictionary<string, string> Labels, ImmutableArray<string> Unchecked)
{
    /// <summary>Its name in the language of the current request.</summary>
    public string Label => Labels[Languages.Current.Code];

    /// <summary>What to ask of it, in each of the six languages; empty where a list asks nothing.</summary>
    public ImmutableSortedDictionary<string, string> Questions { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The question in the language of the current request; null when there is none.</summary>
    public string? Question => Questions.GetValueOrDefault(Languages.Current.Code);
}

/// <summary>A list of concepts, read from specs/vocabularies.</summary>
public sealed class ConceptList
{
    private readonly FrozenDictionary<string, Concept> byName;

    internal ConceptList(string name)
    {
        All = [.. EmbeddedList.Read(name).Select(Read)];
        byName = All.SelectMany(each => new[] { each.Code, each.Uri }.Distinct(StringComparer.Ordinal), KeyValuePair.Create).ToFrozenDictionary(each => each.Value, each => each.Key, StringComparer.Ordinal);
    }

    /// <summary>In the order of the list.</summary>
    public ImmutableArray<Concept> All { get; }

    /// <summary>The concept with this code or URI, or null.</summary>
    public Concept? Find(string? codeOrUri) => codeOrUri is null ? null : byName.GetValueOrDefault(codeOrUri);

    /// <summary>Whether this is the code of one.</summary>
    public bool HasCode(string code) => Find(code)?.Code == code;

    /// <summary>The names behind codes, as people read them.</summary>
    public string Names(IEnumerable<string> codes, string comma = ", ") => string.Join(comma, codes.Select(code => Find(code)?.Label ?? code));

    private static Concept Read(JsonElement json)
    {
        var code = json.GetProperty("code").GetString()!;
        return new(
            code,
            json.TryGetProperty("uri", out var uri) ? uri.GetString()! : code,
            EmbeddedList.Texts(json.GetProperty("labels")),
            [.. json.GetProperty("unchecked").EnumerateArray().Select(language => language.GetString()!)])
        {
            Questions = json.TryGetProperty("questions", out var questions) ? EmbeddedList.Texts(questions) : ImmutableSortedDictionary<string, string>.Empty,
        };
    }
}

/// <summary>The lists that records choose from.</summary>
public static class Concepts
{
    /// <summary>The 21 activities of ESSGlobal.</summary>
    public static ConceptList Sectors { get; } = new("sectors");

    /// <summary>The 17 goals of the United Nations.</summary>
    public static ConceptList Sdgs { get; } = new("sdgs");

    /// <summary>The 15 things that must be in place in a territory, by the ids of the questions of the method.</summary>
    public static ConceptList Determinants { get; } = new("determinants");

    public static ConceptList Beneficiaries { get; } = new("beneficiaries");

    /// <summary>What a partner is in the answer to a call.</summary>
    public static ConceptList PartnerRoles { get; } = new("roles");
}
