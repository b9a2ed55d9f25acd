using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Blobs;
using Citess.Poles.Kernel.Contributions;
using Citess.Poles.Kernel.Texts;
using Citess.Poles.Practices;
using Microsoft.Extensions.DependencyInjection;

namespace Citess.Poles.Tests.Practices;

/// <summary>The shared press, told whole.</summary>
internal static class PracticeExamples
{
    public const string Key = "practice/01JDA5R1V7Q0W3M9K2X4T6B8CE";

    /// <summary>Who translated some of it.</summary>
    public const string SidiBouzid = "https://sidi-bouzid.example";

    /// <summary>What it was made from.</summary>
    public static RecordReference From { get; } = new() { Origin = "https://barcelona.example", Key = "practice/01JDA5R1V7Q0W3M9K2X4T6B8CA", Owner = "https://barcelona.example/pole/01JD9ZK8Q4H2M6N0P3R5S7T9VW" };

    public static PracticeStory Story { get; } = new(new ServiceCollection().AddKit().Configure<TextOptions>(options => options.MissingThrows = true).BuildServiceProvider().GetRequiredService<Text>());

    public static Practice Press { get; } = new()
    {
        Title = By(SidiBouzid, Making.Human, Both("Un pressoir partagé", "معصرة مشتركة")),
        Line = By("", Making.Machine, Both("Moins de 5 km : < 10 % de pertes, R&D comprise.", "أقلّ من 5 كم")),
        Overview = By(SidiBouzid, Making.Human, Both("Le pressoir le plus proche était à **40 km**.", "كانت أقرب معصرة على بعد 40 كم.")),
        Solution = Both("Chaque coopérative réserve son jour.", "تحجز كلّ تعاضديّة يومها."),
        Approach = Text("D’abord compter, puis visiter."),
        Participation = Text("Deux femmes par coopérative."),
        Outcomes = Text("Deux emplois."),
        Transferability = Text("Il faut 80 tonnes."),
        Body = Text("## Et puis\n\nLe reste."),
        Sectors = ["a01", "a17"],
        Territory = "TN-53",
        Status = PracticeStatus.Pilot,
        Level = PracticeLevel.Meso,
        From = "2024-10",
        To = "2026",
        Cost = 120_000,
        Currency = "TND",
        CostNote = Outdated(Both("La machine et le local.", "الآلة والمحلّ."), "La machine."),
        Funding = [new() { Source = FundingSource.International, Percent = 60 }, new() { Source = FundingSource.Members, Percent = 40 }],
        Sdgs = ["5", "8"],
        Beneficiaries = ["women", "ruralPeople"],
        Phases =
        [
            new() { Name = Both("Compter", "العدّ"), Actors = Text("Les trois coopératives\nUne facilitatrice"), Resources = Text("Deux réunions"), Actions = Both("Chiffrer les pertes", "تقدير الخسائر") },
            new() { Name = Text("Presser") },
        ],
        Results =
        [
            new() { What = Both("litres de plus par tonne", "لتر إضافي للطنّ"), Figure = "12", Source = "https://example.org/compte", Date = "2026-01" },
            new() { What = Text("Les plus jeunes restent"), ExpectedBy = "2027" },
        ],
        Conditions =
        [
            new() { Determinant = "C1.1", IsRequired = true, Text = Both("Elles se connaissent.", "يعرفن بعضهنّ.") },
            new() { Determinant = "C2.4" },
        ],
        Risks = [new() { Name = Both("Tout le monde vient le même jour", "يأتي الجميع في اليوم نفسه"), Coping = Text("Un calendrier.") }],
        Blocks = [new() { Id = "calendar", Name = Both("Le calendrier", "الرزنامة"), Text = Text("Une feuille par semaine.") }],
        Awaited = [new() { Field = "lessons", By = "2026-12-31" }],
        Licence = "https://creativecommons.org/licenses/by-sa/4.0/",
        Credit = "Les coopératives de la vallée",
        FunderNotice = Text("Avec l’appui d’un programme."),
        Contact = "Amira, 73 000 000",
        AdaptedFrom = From,
        AdaptedFromName = new() { Source = "ca", Texts = Text("Un pressoir pour la vallée").Texts.Add("ca", new LanguageText("Una premsa per a la vall")) },
        Images = [new() { Hash = new('a', 64), MediaType = "image/jpeg", Size = 81234, Name = Both("Le pressoir au matin", "المعصرة في الصباح") }],
        Attachments = [new() { Hash = new('b', 64), MediaType = "application/pdf", Size = 20480, Name = Text("Le contrat type") }],
    };

    /// <summary>The same when nothing is awaited any more.</summary>
    public static Practice Told { get; } = Press with { Lessons = Text("Une machine que personne ne savait réparer."), Awaited = [] };

    private static MultilingualText By(string pole, Making how, MultilingualText text) => text with { Texts = text.Texts.SetItem("ar", text.Texts["ar"] with { By = pole, How = how }) };

    private static MultilingualText Outdated(MultilingualText text, string from) => text with { Texts = text.Texts.SetItem("ar", text.Texts["ar"] with { OfHash = MultilingualText.Hash(from) }) };

    private static MultilingualText Text(string french) => MultilingualText.Of("fr", french);

    private static MultilingualText Both(string french, string arabic) => MultilingualText.Of("fr", french, ("ar", arabic));
}
