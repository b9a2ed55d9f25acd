using System.Collections.Immutable;

namespace Citess.Poles.Matching.Calls;

/// <summary>What a call asks of those who answer it together.</summary>
public sealed record CallRules
{
    /// <summary>Partners that are needed, the pole that answers included.</summary>
    public int LeastPartners { get; init; } = 1;

    /// <summary>Partners that are allowed.</summary>
    public int MostPartners { get; init; } = 12;

    /// <summary>Countries that are needed.</summary>
    public int LeastCountries { get; init; } = 1;

    /// <summary>ISO 3166-1 codes that may take part; empty is any.</summary>
    public ImmutableArray<string> Countries { get; init; } = [];

    /// <summary>Roles to be filled, each by a partner of its own.</summary>
    public ImmutableArray<CallRole> Roles { get; init; } = [];

    /// <summary>What the partners together must know; also met by what is near it in the list of concepts.</summary>
    public ImmutableArray<string> Concepts { get; init; } = [];
}

/// <summary>A place that must be filled.</summary>
/// <param name="Id">Its key in the call.</param>
/// <param name="Kind">What may fill it, for example <c>public-body</c>; empty is anything.</param>
/// <param name="Country">From where; empty is anywhere.</param>
public sealed record CallRole(string Id, string Kind = "", string Country = "");

/// <summary>Who could take part, or does already.</summary>
/// <param name="Id">Address of the pole or of the guest.</param>
/// <param name="Kind">What it is, for example <c>public-body</c>.</param>
/// <param name="Country">ISO 3166-1 code.</param>
/// <param name="Concepts">What it offers.</param>
/// <param name="Consents">Whether it may be proposed.</param>
public sealed record CallPartner(string Id, string Kind, string Country, ImmutableArray<string> Concepts, bool Consents = true);
