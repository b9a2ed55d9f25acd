using Citess.Poles.Kernel.Culture;
using Microsoft.AspNetCore.Components;

namespace Citess.Poles.Kernel.Layout;

/// <summary>Addresses within the pages: what <c>base href</c> breaks, and the same page in another language.</summary>
public static class Addresses
{
    /// <summary>Link to a place on this very page; a bare <c>#id</c> would lead to the base instead.</summary>
    public static string Anchor(this NavigationManager navigation, string id)
        => new Uri(navigation.Uri).PathAndQuery + "#" + id;

    /// <summary>Path of the base of the pages with a slash at its end, as <c>/fr/</c>.</summary>
    public static string BasePath(this NavigationManager navigation) => new Uri(navigation.BaseUri).AbsolutePath;

    /// <summary>This page with its query in another language.</summary>
    public static string InLanguage(this NavigationManager navigation, Language language)
    {
        var bare = Languages.Find(navigation.BasePath().Trim('/').Split('/')[^1]) is { } current
            ? navigation.BasePath()[..^(current.Code.Length + 1)]
            : navigation.BasePath();
        var page = navigation.Uri.StartsWith(navigation.BaseUri, StringComparison.Ordinal)
            ? navigation.Uri[navigation.BaseUri.Length..]
            : "";
        return bare + language.Code + "/" + page.Split('#')[0];
    }

    /// <summary>This page with one value of its query changed, or left out when null.</summary>
    public static string With(this NavigationManager navigation, string name, object? value)
        => new Uri(navigation.GetUriWithQueryParameters(new Dictionary<string, object?>(StringComparer.Ordinal) { [name] = value })).PathAndQuery;
}
