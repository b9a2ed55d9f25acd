using Citess.Poles.Kernel.Vocabularies;

namespace Citess.Poles.Exchange;

/// <summary>What lists make of the concepts that an offer or a want is about.</summary>
internal static class ExchangeConcepts
{
    /// <summary>A concept and those that it is part of: who looks for food finds olive oil.</summary>
    public static IEnumerable<string> Widened(string code) =>
        Thesaurus.Built.Find(code) is { } known ? Thesaurus.Built.PathTo(known).Select(each => each.Code).Append(code) : [code];

    /// <summary>Its names in all languages, so that what is written in one is found in every other.</summary>
    public static IEnumerable<string> Words(string code) =>
        Thesaurus.Built.Find(code) is { } known ? known.Labels.Values.Concat(known.Others.Values.SelectMany(words => words)) : [];

    /// <summary>Its name in the language of the request; the code itself when it is another pole's.</summary>
    public static string Name(string code) => Thesaurus.Built.Find(code)?.Label ?? code;
}
