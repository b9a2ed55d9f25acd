using System.Collections.Immutable;
using System.Text.Json;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Practices;

/// <summary>
/// Who translated what of a practice, how, and from which text, beside the texts themselves. Said is only what a reader cannot
/// know: a translation by the practice's own people, from the text as it stands, needs no word.
/// </summary>
internal static class TranslationTerms
{
    public const string Term = "translations";

    /// <summary>A practice has a hundred texts or so, in five further languages.</summary>
    private const int Most = 60;

    private const int MaxAddress = 300;

    /// <summary>A language, who made it and how: what was made alike is said once.</summary>
    private sealed record Maker(string Language, string By, Making How);

    public static IReadOnlyList<ApObject> Write(Practice practice)
    {
        var texts = (from field in PracticeTexts.Of(practice)
                     from text in field.Text.Texts
                     where text.Key != field.Text.Source
                     select (field, Maker: new Maker(text.Key, Pole(text.Value.By), text.Value.How), Old: field.Text.IsOutdated(text.Key) ? text.Value.OfHash : null)).ToList();
        return
        [
            .. from text in texts
               group text by text.Maker into made
               let isOrdinary = made.Key is { By: "", How: Making.Human }
               let old = made.Where(each => each.Old is not null).ToDictionary(each => each.field.Path, each => each.Old!, StringComparer.Ordinal)
               where !isOrdinary || old.Count > 0
               orderby made.Key.Language, made.Key.How, made.Key.By
               select new ApObject
               {
                   Other = Terms.Of(
                       ("inLanguage", made.Key.Language),
                       ("making", made.Key.How.Word()),
                       ("contributor", made.Key.By),
                       ("fields", isOrdinary ? [] : made.Select(each => each.field.Path)),
                       ("madeFrom", old.Count == 0 ? null : JsonSerializer.SerializeToElement(old))),
               },
        ];
    }

    /// <summary>The practice as its texts were read, with what is said of how they came about.</summary>
    public static Practice Read(Practice practice, ApObject document)
    {
        var said = Terms.Things(document, Term, Most).Select(thing => new
        {
            Maker = new Maker(Terms.Word(thing, "inLanguage"), Pole(Terms.Word(thing, "contributor")), EnumWords.Choice<Making>(Terms.Word(thing, "making")) ?? Making.Human),
            Fields = Terms.Words(thing, "fields").ToHashSet(StringComparer.Ordinal),
            Old = thing.Other is { } other && other.TryGetValue("madeFrom", out var old) && old.ValueKind == JsonValueKind.Object ? old : default,
        }).ToLookup(each => each.Maker.Language, StringComparer.Ordinal);
        return PracticeTexts.Map(practice, field => field.Text with
        {
            Texts = field.Text.Texts.ToImmutableSortedDictionary(
                text => text.Key,
                text =>
                {
                    if (text.Key == field.Text.Source)
                    {
                        return text.Value;
                    }

                    var made = said[text.Key].FirstOrDefault(each => each.Fields.Contains(field.Path));
                    return text.Value with
                    {
                        By = made?.Maker.By ?? "",
                        How = made?.Maker.How ?? Making.Human,
                        OfHash = said[text.Key].Select(each => Old(each.Old, field.Path)).FirstOrDefault(hash => hash is not null) ?? MultilingualText.Hash(field.Text.SourceText),
                    };
                },
                StringComparer.Ordinal),
        });
    }

    /// <summary>The address of a pole; people of our own are named nowhere.</summary>
    private static string Pole(string by) => by.Length <= MaxAddress && Uri.TryCreate(by, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) ? by : "";

    private static string? Old(JsonElement madeFrom, string path) =>
        madeFrom.ValueKind == JsonValueKind.Object && madeFrom.TryGetProperty(path, out var hash) && hash.ValueKind == JsonValueKind.String && hash.GetString() is { Length: 16 } text ? text : null;
}
