using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Citess.Poles.Kernel.Culture;

namespace Citess.Poles.Kernel.Vocabularies;

/// <summary>One activity of the social and solidarity economy.</summary>
/// <param name="Code">Short code, <c>a01</c> to <c>a21</c>.</param>
/// <param name="Uri">What stands in records and travels between poles.</param>
/// <param name="Labels">Its name in each of the six languages.</param>
/// <param name="Unchecked">Languages whose label is ours and was not yet checked by a native reader.</param>
public sealed record Sector(string Code, string Uri, ImmutableSortedDictionary<string, string> Labels, ImmutableArray<string> Unchecked)
{
    /// <summary>Its name in the language of the current request.</summary>
    public string Label => Labels[Languages.Current.Code];
}

/// <summary>The 21 activities of ESSGlobal, read from specs/vocabularies/sectors.json.</summary>
public static class Sectors
{
    private static readonly FrozenDictionary<string, Sector> s_byName;

    static Sectors()
    {
        All = [.. EmbeddedList.Read("sectors").Select(Read)];
        s_byName = All.Concat(All).Zip(All.Select(sector => sector.Code).Concat(All.Select(sector => sector.Uri)))
            .ToFrozenDictionary(pair => pair.Second, pair => pair.First, StringComparer.Ordinal);
    }

    /// <summary>All sectors in the order of ESSGlobal.</summary>
    public static ImmutableArray<Sector> All { get; }

    /// <summary>The sector with this code or URI, or null.</summary>
    public static Sector? Find(string? codeOrUri) => codeOrUri is null ? null : s_byName.GetValueOrDefault(codeOrUri);

    private static Sector Read(JsonElement json) => new(
        json.GetProperty("code").GetString()!,
        json.GetProperty("uri").GetString()!,
        json.GetProperty("labels").EnumerateObject().ToImmutableSortedDictionary(label => label.Name, label => label.Value.GetString()!, StringComparer.Ordinal),
        [.. json.GetProperty("unchecked").EnumerateArray().Select(language => language.GetString()!)]);
}
