using System.Globalization;

namespace Citess.Poles.Kernel.Texts;

/// <summary>The cardinal plural categories of CLDR for the six languages of the interface (Unicode TR 35, part 3, section 5).</summary>
public static class PluralRules
{
    /// <summary>The categories that integers and decimals reach in this language, in the order of CLDR.</summary>
    public static IReadOnlyList<string> CategoriesOf(string language) => language switch
    {
        "ar" => ["zero", "one", "two", "few", "many", "other"],
        "ca" or "es" or "fr" or "it" => ["one", "many", "other"],
        _ => ["one", "other"],
    };

    /// <summary>The category of a number; the number of written decimals counts, as in CLDR (1.0m is not 1).</summary>
    public static string Category(string language, decimal number)
    {
        var n = Math.Abs(number);
        var i = Math.Truncate(n);
        var v = n.Scale;
        return language switch
        {
            "ar" => Arabic(n, isInteger: n == i),
            "fr" => i is 0 or 1 ? "one" : Million(i, v),
            "es" => n == 1 ? "one" : Million(i, v),
            "ca" or "it" => i == 1 && v == 0 ? "one" : Million(i, v),
            _ => i == 1 && v == 0 ? "one" : "other",
        };
    }

    /// <summary>The number in an argument of a text, or null when it is none.</summary>
    public static decimal? NumberIn(object? argument) => argument switch
    {
        decimal value => value,
        double value when Math.Abs(value) < 1e15 => (decimal)value,
        float value when Math.Abs(value) < 1e15 => (decimal)value,
        byte or sbyte or short or ushort or int or uint or long or ulong => Convert.ToDecimal(argument, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static string Arabic(decimal n, bool isInteger) => (n, n % 100) switch
    {
        (0, _) => "zero",
        (1, _) => "one",
        (2, _) => "two",
        ( >= 3, >= 3 and <= 10) when isInteger => "few",
        ( >= 11, >= 11 and <= 99) when isInteger => "many",
        _ => "other",
    };

    private static string Million(decimal i, byte v) => i != 0 && v == 0 && i % 1_000_000 == 0 ? "many" : "other";
}
