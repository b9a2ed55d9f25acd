using System.Text.Json;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Contributions;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Kernel.Texts;
using Citess.Poles.Practices.Adoptions;
using Citess.Poles.Practices.Reviews;
using Citess.Poles.Practices.Talk;
using Citess.Poles.Practices.Translations;
using Citess.Poles.Tests.Cast;
using Microsoft.Extensions.DependencyInjection;

namespace Citess.Poles.Tests.Practices.Contributing;

/// <summary>What Barcelona says about the press of Mahdia, and what Mahdia answers.</summary>
internal static class ContributionExamples
{
    public const string AdoptionKey = "adoption/01JDA5R1V7Q0W3M9K2X4T6B8CF";
    public const string ReviewKey = "review/01JDA5R1V7Q0W3M9K2X4T6B8CG";
    public const string TranslationKey = "translation/01JDA5R1V7Q0W3M9K2X4T6B8CH";
    public const string NoteKey = "note/01JDA5R1V7Q0W3M9K2X4T6B8CJ";
    public const string DecisionKey = "decision/01JDA5R1V7Q0W3M9K2X4T6B8CK";

    private static readonly Prose s_prose = new();
    private static readonly Text s_words = new ServiceCollection().AddKit().Configure<TextOptions>(options => options.MissingThrows = true).BuildServiceProvider().GetRequiredService<Text>();

    /// <summary>The press, as Barcelona names it.</summary>
    public static RecordReference Press { get; } = Of(Mahdia.Pole, PracticeExamples.Key);

    public static Adoption Adoption { get; } = new()
    {
        About = Press,
        AboutRevision = 3,
        AboutName = PracticeExamples.Press.Title,
        Blocks = ["calendar"],
        Steps =
        [
            new() { Stage = AdoptionStage.Intended, On = "2026-04" },
            new() { Stage = AdoptionStage.Adapting, On = "2026-05", Text = MultilingualText.Of("es", "Con turnos de medio día.", ("ca", "Amb torns de mig dia.")) },
            new() { Stage = AdoptionStage.Stopped, On = "2026-09-30", Text = MultilingualText.Of("ca", "La cooperativa no ha trobat qui la porti dos dies per setmana.") },
        ],
        Met = [new() { Determinant = "C1.1", Text = MultilingualText.Of("es", "Nos vimos tres tardes antes de nada.") }],
        Adapted = new() { Key = "practice/01JDA5R1V7Q0W3M9K2X4T6B8CB" },
    };

    public static Review Review { get; } = new()
    {
        About = Press,
        AboutRevision = 3,
        AboutName = PracticeExamples.Press.Title,
        Verdict = ReviewVerdict.Doubts,
        Grounds = MultilingualText.Of("ca", "Els comptes de **2025** no hi són.", ("fr", "Les comptes de **2025** manquent.")),
        Marks = [new() { Criterion = "evidence", Rating = ReviewRating.NotMet }, new() { Criterion = "transfer", Rating = ReviewRating.Partly }, new() { Criterion = "candour", Rating = ReviewRating.NotKnown }],
    };

    public static Translation Translation { get; } = new()
    {
        About = Press,
        AboutRevision = 3,
        AboutName = PracticeExamples.Press.Title,
        Language = "ca",
        How = Making.Machine,
        Fields =
        [
            new() { Path = "title", OfHash = MultilingualText.Hash("Un pressoir partagé"), Text = "Una premsa compartida" },
            new() { Path = "blocks[calendar].details", OfHash = MultilingualText.Hash("Une feuille par semaine."), Text = "Un full per setmana." },
        ],
    };

    public static Note Note { get; } = new()
    {
        About = Press,
        AboutRevision = 3,
        AboutName = PracticeExamples.Press.Title,
        InReplyTo = Of(Mahdia.Pole, "note/01JDA5R1V7Q0W3M9K2X4T6B8CM"),
        IsQuestion = true,
        Text = MultilingualText.Of("ca", "Qui guarda la *clau*?", ("fr", "Qui garde la *clé* ?")),
    };

    /// <summary>Mahdia's.</summary>
    public static Decision Decision { get; } = new()
    {
        About = Of(Barcelona.Pole, TranslationKey),
        AboutRevision = 1,
        AboutName = PracticeExamples.Press.Title,
        Verdict = DecisionVerdict.Accepted,
        Word = MultilingualText.Of("fr", "Merci, c’est très bien dit.", ("ar", "شكرا، قول بليغ.")),
    };

    public static AdoptionKind Adoptions(Pole pole) => new(pole, s_prose, s_words);

    public static ReviewKind Reviews(Pole pole) => new(pole, s_prose, s_words);

    public static TranslationKind Translations(Pole pole) => new(pole, s_prose);

    public static NoteKind Notes(Pole pole) => new(pole, s_prose);

    public static DecisionKind Decisions(Pole pole) => new(pole, s_prose, s_words);

    public static RecordReference Of(Pole pole, string key) => new() { Origin = pole.Origin, Key = key, Owner = pole.ActorAddress };

    /// <summary>Without who wrote what how: of what is said about a practice that does not travel.</summary>
    public static string Plain<TContent>(TContent content) => JsonSerializer.Serialize(Stripped(JsonElement.Parse(StateJson.Write(content))));

    /// <summary>A change of one member of a document, as whoever means harm would make it; null takes it out.</summary>
    public static Func<JsonElement, string, JsonElement?> With(string member, string? json) => (value, name) => name != member ? value : json is null ? null : JsonElement.Parse(json);

    private static object? Stripped(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Where(member => member.Name is not ("ofHash" or "by")).ToDictionary(member => member.Name, member => Stripped(member.Value), StringComparer.Ordinal),
        JsonValueKind.Array => value.EnumerateArray().Select(Stripped).ToList(),
        _ => value,
    };
}
