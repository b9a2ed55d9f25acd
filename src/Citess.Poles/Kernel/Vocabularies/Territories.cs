using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Citess.Poles.Kernel.Culture;

namespace Citess.Poles.Kernel.Vocabularies;

/// <summary>A country or a region.</summary>
/// <param name="Code">ISO 3166-1 or 3166-2 code.</param>
/// <param name="Names">Names by language; <c>*</c> is the name for every language that has none of its own.</param>
/// <param name="Latitude">Degrees north of a point to draw it at.</param>
/// <param name="Longitude">Degrees east of a point to draw it at.</param>
public sealed record Territory(string Code, ImmutableSortedDictionary<string, string> Names, double Latitude, double Longitude)
{
    /// <summary>ISO 3166-1 code of its country, which is itself for a country.</summary>
    public string Country => Code.Split('-')[0];

    /// <summary>Whether it is a whole country.</summary>
    public bool IsCountry => Country == Code;

    /// <summary>Its name in the language of the current request.</summary>
    public string Name => NameIn(Languages.Current);

    /// <summary>Its name in the language of the current request, behind that of its country.</summary>
    public string FullName => IsCountry ? Name : $"{Territories.Find(Country)!.Name} · {Name}";

    /// <summary>Its name in a language.</summary>
    public string NameIn(Language language) => Names.GetValueOrDefault(language.Code) ?? Names["*"];
}

/// <summary>Territories around the Mediterranean, read from specs/vocabularies/territories.json.</summary>
public static class Territories
{
    private static readonly FrozenDictionary<string, Territory> s_byCode;

    static Territories()
    {
        All = [.. EmbeddedList.Read("territories").Select(Read)];
        s_byCode = All.ToFrozenDictionary(territory => territory.Code, StringComparer.Ordinal);
    }

    /// <summary>All territories, each country before its regions.</summary>
    public static ImmutableArray<Territory> All { get; }

    /// <summary>The territory with this code; for a region that is not in the list, its country; null when that is not there either.</summary>
    public static Territory? Find(string? code) => code is null
        ? null
        : s_byCode.GetValueOrDefault(code) ?? s_byCode.GetValueOrDefault(code.Split('-')[0]);

    /// <summary>Whether the code itself is in the list, as a form must ask.</summary>
    public static bool Has(string? code) => code is not null && s_byCode.ContainsKey(code);

    /// <summary>Name of <see cref="Find"/> in the language of the request, else the code: a partner pole may be from anywhere.</summary>
    public static string NameOf(string code) => Find(code)?.Name ?? code;

    private static Territory Read(JsonElement json) => new(
        json.GetProperty("code").GetString()!,
        EmbeddedList.Texts(json.GetProperty("names")),
        json.GetProperty("latitude").GetDouble(),
        json.GetProperty("longitude").GetDouble());
}
