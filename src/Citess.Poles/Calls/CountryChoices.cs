using Citess.Poles.Components;
using Citess.Poles.Kernel.Culture;
using Citess.Poles.Kernel.Vocabularies;

namespace Citess.Poles.Calls;

/// <summary>Countries as a form offers them, by name in the language of the reader.</summary>
internal static class CountryChoices
{
    /// <summary>With those that are chosen already and stand in no list of ours: saving anything else must not take them away.</summary>
    public static IReadOnlyList<Choice> Of(params IEnumerable<string?> chosen) =>
    [
        .. Territories.All.Where(territory => territory.IsCountry).Select(territory => territory.Code).Union(chosen.OfType<string>().Where(code => code.Length > 0), StringComparer.Ordinal)
            .Select(code => new Choice(code, CallWords.Country(code, Languages.Current))).OrderBy(choice => choice.Text, StringComparer.Create(Languages.Current.Culture, ignoreCase: true)),
    ];
}
