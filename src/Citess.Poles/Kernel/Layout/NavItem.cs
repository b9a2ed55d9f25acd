using System.Security.Claims;

namespace Citess.Poles.Kernel.Layout;

/// <summary>One link of the main navigation; a feature registers its own with <c>AddNav</c>.</summary>
/// <param name="Href">Address relative to the base of the pages, as <c>practices</c>; empty is the home page.</param>
/// <param name="TextKey">Key of its words.</param>
/// <param name="Order">Place among the others, the smaller first.</param>
/// <param name="Role">Who sees it: null everyone, <see cref="SignedIn"/> whoever is signed in, <see cref="SignedOut"/> visitors, else the holders of this role or of one of several with commas between.</param>
public sealed record NavItem(string Href, string TextKey, int Order, string? Role = null)
{
    /// <summary>Seen by whoever is signed in.</summary>
    public const string SignedIn = "*";

    /// <summary>Seen by visitors only.</summary>
    public const string SignedOut = "-";

    /// <summary>Whether this person sees the link; the page behind it guards itself.</summary>
    public bool IsFor(ClaimsPrincipal? person)
    {
        var isSignedIn = person?.Identity?.IsAuthenticated == true;
        return Role switch
        {
            null => true,
            SignedIn => isSignedIn,
            SignedOut => !isSignedIn,
            _ => isSignedIn && Role.Split(',', StringSplitOptions.TrimEntries).Any(person!.IsInRole),
        };
    }
}
