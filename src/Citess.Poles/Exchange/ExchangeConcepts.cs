namespace Citess.Poles.Exchange;

/// <summary>The concepts that offers and wants are about, between their codes here and their addresses on the wire.</summary>
internal static class ExchangeConcepts
{
    private const string Scheme = "https://w3id.org/citess/concepts/";

    public static bool IsCode(string code) => code.Length is >= 2 and <= 60 && code.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    public static string Address(string code) => Scheme + code;

    /// <summary>Null for the address of anything else.</summary>
    public static string? CodeOf(string address) =>
        address.StartsWith(Scheme, StringComparison.Ordinal) && address[Scheme.Length..] is var code && IsCode(code) ? code : null;

    public static string Name(string code) => code.Replace('-', ' ');

    /// <summary>A concept and those that are wider than it.</summary>
    public static IEnumerable<string> Widened(string code) => [code];
}
