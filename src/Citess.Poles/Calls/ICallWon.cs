using System.Collections.Immutable;
using System.Security.Claims;
using Citess.Poles.Kernel;

namespace Citess.Poles.Calls;

/// <summary>A call that was won, as far as working together needs it.</summary>
public sealed record WonCall(string Id, MultilingualText Title, ImmutableArray<WonPartner> Partners);

/// <summary>One of those who won it.</summary>
/// <param name="Name">Of the organisation.</param>
/// <param name="Country">ISO 3166-1 code.</param>
/// <param name="Role">Code of the role that it fills, else of one that it could.</param>
/// <param name="Reference">The record of the catalogue from which it was taken; or empty.</param>
/// <param name="IsLead">True for the one that leads.</param>
public sealed record WonPartner(string Name, string Country, string Role, string Reference, bool IsLead);

/// <summary>What a won call becomes.</summary>
public interface ICallWon
{
    /// <summary>Begins to work together; once for each call. Returns the address of the page, relative to the base of the pages.</summary>
    Task<string> BeginAsync(ClaimsPrincipal who, WonCall call);
}
