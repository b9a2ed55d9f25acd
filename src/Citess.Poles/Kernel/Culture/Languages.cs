using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Citess.Poles.Kernel.Culture;

/// <summary>The six languages of the interface, and what can be said of any other language that people write in.</summary>
public static class Languages
{
    /// <summary>All languages of the interface in the order of the switcher.</summary>
    public static ImmutableArray<Language> All { get; } =
    [
        new("ar", "العربية", true, "ar-TN"),
        new("ca", "Català", false, "ca-ES"),
        new("en", "English", false, "en-GB"),
        new("es", "Español", false, "es-ES"),
        new("fr", "Français", false, "fr-FR"),
        new("it", "Italiano", false, "it-IT"),
    ];

    /// <summary>The language used where nothing says otherwise.</summary>
    public static Language Fallback { get; } = All.First(language => language.Code == "en");

    /// <summary>The language of the current request, by <see cref="CultureInfo.CurrentUICulture"/>.</summary>
    public static Language Current => Find(CultureInfo.CurrentUICulture.Name) ?? Fallback;

    /// <summary>The language with this code; a region is ignored (<c>ar-TN</c> is <c>ar</c>); null when the interface does not speak it.</summary>
    public static Language? Find(string? code)
    {
        if (code is null)
        {
            return null;
        }

        var primary = Primary(code).ToString();
        return All.FirstOrDefault(language => primary.Equals(language.Code, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>As <see cref="Find"/>, in the shape of a parser.</summary>
    public static bool TryFind(string? code, [NotNullWhen(true)] out Language? language)
        => (language = Find(code)) is not null;

    /// <summary>Direction of text in any language, <c>rtl</c> or <c>ltr</c>: partner poles also send languages that the interface does not speak.</summary>
    public static string DirectionOf(string code)
        => Primary(code).ToString().ToLowerInvariant() is "ar" or "arc" or "arz" or "ary" or "aeb" or "ckb" or "dv" or "fa" or "he" or "ps" or "sd" or "syr" or "ug" or "ur" or "yi"
            ? "rtl"
            : "ltr";

    private static ReadOnlySpan<char> Primary(string code)
    {
        var end = code.AsSpan().IndexOfAny('-', '_');
        return end < 0 ? code : code.AsSpan(0, end);
    }
}
