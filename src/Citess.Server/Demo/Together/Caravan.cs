using System.Security.Cryptography;
using Citess.Poles.Collaborations.Log;
using Citess.Poles.Kernel.Blobs;

namespace Citess.Server.Demo.Together;

/// <summary>A market that goes from town to town, which three poles prepare together. None of it exists, and all of it says so.</summary>
internal static class Caravan
{
    public const string Name = "Caravane des marchés (démonstration)";

    private const string Mahdia = "mahdia";
    private const string SidiBouzid = "sidibouzid";
    private const string Barcelona = "barcelona";
    private const string Meeting = "01JDEMTGTHMAHDA00000000003";
    private const string Question = "01JDEMTGTHBARCA00000000004";

    private static readonly string[] Clauses =
    [
        "Chaque pôle a une voix.",
        "Chaque pôle paie l’étape de sa ville ; ce qui est commun est partagé en trois.",
    ];

    public static Blob Agenda { get; } = Paper("Caravane des marchés (démonstration)", "Ordre du jour de la première réunion", "1. Les trois villes et leurs jours de marché", "2. Qui demande quelles autorisations", "3. Où commencer", "Exemple inventé : aucun de ces marchés n’existe.");

    public static IReadOnlyList<DemoStep> Steps { get; } =
    [
        new(Mahdia, "01JDEMTGTHMAHDA00000000001", EventTypes.Begin, told => new
        {
            name = Name,
            purpose = "Trois pôles préparent ensemble un marché de l’économie sociale et solidaire qui va d’une ville à l’autre. Exemple inventé pour la démonstration.",
            language = "fr",
            clauses = Clauses,
            partners = new[] { new { actor = told.Actors[SidiBouzid], role = PartnerRoles.Partner }, new { actor = told.Actors[Barcelona], role = PartnerRoles.Partner } },
            invite = PartnerRoles.Host,
        }),
        new(SidiBouzid, "01JDEMTGTHSBZDA00000000001", EventTypes.Join, _ => Joining),
        new(Barcelona, "01JDEMTGTHBARCA00000000001", EventTypes.Join, _ => Joining),
        new(Mahdia, "01JDEMTGTHMAHDA00000000002", EventTypes.Sign, _ => Signing),
        new(SidiBouzid, "01JDEMTGTHSBZDA00000000002", EventTypes.Sign, _ => Signing),
        new(Barcelona, "01JDEMTGTHBARCA00000000002", EventTypes.Sign, _ => Signing),
        new(Barcelona, "01JDEMTGTHBARCA00000000003", EventTypes.Milestone, told => new
        {
            title = "Primer mercat de la caravana (demostració)",
            text = "Amb deu parades, tres de cada ciutat i una de convidada.",
            language = "ca",
            due = told.Day(90),
            status = "open",
        }),
        new(Mahdia, Meeting, EventTypes.Meeting, told => new
        {
            title = "Première réunion (démonstration)",
            language = "fr",
            starts = told.Day(-6) + "T10:00",
            zone = "Africa/Tunis",
            place = "En ligne",
            languages = new[] { "ar", "ca", "fr" },
            interpretation = "yes",
            status = "held",
        }),
        new(Mahdia, "01JDEMTGTHMAHDA00000000004", EventTypes.Document, _ => new
        {
            title = "Ordre du jour (démonstration)",
            language = "fr",
            blob = Agenda.Hash,
            mediaType = Agenda.MediaType,
            status = "open",
        }),
        new(SidiBouzid, "01JDEMTGTHSBZDA00000000003", EventTypes.Minutes, told => new
        {
            title = "محضر الاجتماع الأول (مثال للعرض)",
            text = "حضرت الأقطاب الثلاثة. تمّ الاتّفاق على سوق واحدة في كل مدينة، وعلى أن يطلب كل قطب ترخيص مدينته. بقي أن نختار المدينة الأولى: لكل قطب صوت.",
            language = "ar",
            meeting = told.Events[Meeting],
        }),
        new(Barcelona, Question, EventTypes.Propose, _ => new
        {
            title = "Per on comencem? (demostració)",
            language = "ca",
            options = new[] { "Barcelona", "Mahdia", "Sidi Bouzid" },
            rule = "majority",
        }),
        new(Barcelona, "01JDEMTGTHBARCA00000000005", EventTypes.Vote, told => Voting(told, "Barcelona")),
        new(SidiBouzid, "01JDEMTGTHSBZDA00000000004", EventTypes.Vote, told => Voting(told, "Mahdia")),
        new(Mahdia, "01JDEMTGTHMAHDA00000000005", EventTypes.Vote, told => Voting(told, "Mahdia")),
        new(Barcelona, "01JDEMTGTHBARCA00000000006", EventTypes.Decide, told => Voting(told, "Mahdia")),
        new(Mahdia, "01JDEMTGTHMAHDA00000000006", EventTypes.Task, told => new
        {
            title = "Demander l’autorisation du premier marché (démonstration)",
            language = "fr",
            who = told.Actors[Mahdia],
            due = told.Day(21),
            status = "doing",
        }),
    ];

    private static object Joining => new { terms = Poles.Collaborations.Log.Clauses.HashOfAll(Clauses) };

    private static object Signing => new { clauses = Clauses.Select(Poles.Collaborations.Log.Clauses.HashOf) };

    private static object Voting(DemoTold told, string option) => new { of = told.Events[Question], option };

    private static Blob Paper(params IReadOnlyList<string> lines)
    {
        var bytes = DemoPaper.Write(lines);
        return new(Convert.ToHexStringLower(SHA256.HashData(bytes)), "application/pdf", bytes);
    }
}
