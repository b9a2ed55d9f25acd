using System.Collections.Immutable;

namespace Citess.Poles.Calls;

/// <summary>What a call asks of those who answer it; what is null or empty it does not ask. Amounts are written down, and nothing is ever paid.</summary>
[GenerateSerializer, Immutable, Alias("call-rules")]
public sealed record CallRules
{
    /// <summary>More partners no consortium has here.</summary>
    public const int Largest = 40;
    public const int MostNeeds = 20;
    public const int MostConcepts = 10;

    /// <summary>More than any call pays.</summary>
    public const long MostBudget = 1_000_000_000_000;

    public static CallRules None { get; } = new();

    [Id(0)]
    public int? LeastPartners { get; init; }

    [Id(1)]
    public int? MostPartners { get; init; }

    [Id(2)]
    public int? LeastCountries { get; init; }

    /// <summary>ISO 3166-1 codes of the countries from which partners may be; none means any.</summary>
    [Id(3)]
    public ImmutableArray<string> Countries { get => field.IsDefault ? [] : field; init; } = [];

    [Id(4)]
    public ImmutableArray<RoleNeed> Needs { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>The most that may be asked for, in whole units of <see cref="Currency"/>.</summary>
    [Id(5)]
    public long? Budget { get; init; }

    /// <summary>ISO 4217.</summary>
    [Id(6)]
    public string Currency { get => field ?? ""; init; } = "";

    /// <summary>The least share of one partner in what all ask for, in per cent.</summary>
    [Id(7)]
    public int? LeastShare { get; init; }

    /// <summary>The largest share of one partner in what all ask for, in per cent.</summary>
    [Id(8)]
    public int? MostShare { get; init; }

    /// <summary>Languages in which the answer may be written.</summary>
    [Id(9)]
    public ImmutableArray<string> Languages { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>Codes of concepts that it is about.</summary>
    [Id(10)]
    public ImmutableArray<string> Concepts { get => field.IsDefault ? [] : field; init; } = [];
}

/// <summary>A role that must be filled, how often, and from where.</summary>
[GenerateSerializer, Immutable, Alias("role-need")]
public sealed record RoleNeed
{
    /// <summary>Code of a role.</summary>
    [Id(0)]
    public string Role { get => field ?? ""; init; } = "";

    /// <summary>ISO 3166-1 code, or empty for any country.</summary>
    [Id(1)]
    public string Country { get => field ?? ""; init; } = "";

    [Id(2)]
    public int Count { get; init; } = 1;

    /// <summary>True for who has this role and is from there.</summary>
    public bool IsFor(IEnumerable<string> roles, string country) => roles.Contains(Role, StringComparer.Ordinal) && (Country.Length == 0 || Country == country);
}
