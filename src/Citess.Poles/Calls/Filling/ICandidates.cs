using System.Collections.Immutable;
using System.Security.Claims;
using Citess.Poles.Calls.State;
using Citess.Poles.Kernel;

namespace Citess.Poles.Calls.Filling;

/// <summary>Somebody who might take part.</summary>
/// <param name="Reference">The record of the catalogue that it is, as the catalogue names it.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Roles">Codes of roles that it could fill.</param>
/// <param name="Country">ISO 3166-1 code.</param>
/// <param name="Origin">Authority of the pole that knows it; empty for ours.</param>
/// <param name="PagePath">Where one reads about it here.</param>
public sealed record CallOption(string Reference, MultilingualText Name, ImmutableArray<string> Roles, string Country, string Origin, string PagePath);

/// <summary>Where one looks for who could fill what a call still misses; several may be registered.</summary>
public interface ICandidates
{
    /// <summary>Who might, as far as this reader may see them; bounded, and in an order that stays the same.</summary>
    Task<IReadOnlyList<CallOption>> ForAsync(ClaimsPrincipal who, CallRules rules, CallState state, CancellationToken stop = default);

    /// <summary>The one with this reference; null when it is not one of these, or not for this reader.</summary>
    Task<CallOption?> FindAsync(ClaimsPrincipal who, string reference, CancellationToken stop = default);
}
