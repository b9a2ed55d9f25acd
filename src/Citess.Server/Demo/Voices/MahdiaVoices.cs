using System.Collections.Immutable;
using Citess.Poles.Kernel;
using Citess.Poles.Practices;
using Citess.Poles.Practices.Adoptions;
using Citess.Poles.Practices.Collections;
using Citess.Poles.Practices.Reviews;
using Citess.Poles.Practices.Talk;
using Citess.Poles.Practices.Translations;
using Citess.Server.Demo.Told;
using static Citess.Server.Demo.DemoText;

namespace Citess.Server.Demo.Voices;

/// <summary>Mahdia tries what Sidi Bouzid does, reads it, translates it, asks; and answers Barcelona.</summary>
internal static class MahdiaVoices
{
    public const string English = "01JDEMTRANMAHDA00000000001";
    public const string Question = "01JDEMNTE0MAHDA00000000001";

    public static IReadOnlyList<IDemoVoice> All { get; } =
    [
        new DemoVoice<Adoption>("01JDEMAD0PMAHDA00000000001", Subjects.Rounds, heard => new()
        {
            About = heard.Reference,
            AboutRevision = heard.Revision,
            AboutName = Subjects.Rounds.Practice,
            Steps =
            [
                new()
                {
                    Stage = AdoptionStage.Intended,
                    On = "2026-02",
                    Text = FrenchArabic("Exemple inventé pour la démonstration. Nous voulons essayer dans deux marchés hebdomadaires.", "مثال خيالي للعرض. نريد أن نجرّب في سوقين أسبوعيين."),
                },
                new()
                {
                    Stage = AdoptionStage.Adapting,
                    On = "2026-03",
                    Text = FrenchArabic("Chez nous, les pêcheurs rentrent tôt : nous recevons au port, avant le marché.", "عندنا يعود البحّارة باكرا: نستقبل الناس في الميناء، قبل السوق."),
                },
                new()
                {
                    Stage = AdoptionStage.Running,
                    On = "2026-05",
                    Text = FrenchArabic(
                        "Chaque mercredi, une femme et un homme reçoivent à la même table. La feuille unique suffit.",
                        "كل يوم أربعاء، تستقبل امرأة ورجل الناس على نفس الطاولة. والورقة الواحدة تكفي."),
                },
            ],
            Met =
            [
                new()
                {
                    Determinant = "C2.2",
                    Text = FrenchArabic(
                        "Les deux personnes ont d’abord assisté à trois permanences, puis en ont tenu une elles-mêmes.",
                        "حضر الشخصان ثلاث حصص استقبال أوّلا، ثم تولّيا حصّة بنفسيهما."),
                },
            ],
        }),
        new DemoVoice<Review>("01JDEMREVWMAHDA00000000001", Subjects.Rounds, heard => new()
        {
            About = heard.Reference,
            AboutRevision = heard.Revision,
            AboutName = Subjects.Rounds.Practice,
            Verdict = ReviewVerdict.Confirms,
            Grounds = FrenchArabic(
                "Exemple inventé. Nous avons lu cette pratique à deux et refait le chemin : peu de lieux, toujours le même jour, une seule feuille. Tout ce qu’il faut pour commencer y est. Le résultat n’est pas encore compté, et c’est dit.",
                "مثال خيالي. قرأ اثنان منّا هذه الممارسة وأعادا المسار: أماكن قليلة، في نفس اليوم دائما، وورقة واحدة. كل ما يلزم للبداية موجود. والنتيجة لم تُحسب بعد، وهذا مذكور."),
            Marks =
            [
                new() { Criterion = "evidence", Rating = ReviewRating.Partly },
                new() { Criterion = "transfer", Rating = ReviewRating.Met },
                new() { Criterion = "participation", Rating = ReviewRating.Met },
                new() { Criterion = "endurance", Rating = ReviewRating.NotKnown },
                new() { Criterion = "candour", Rating = ReviewRating.Met },
            ],
        }),
        new DemoVoice<Translation>(English, Subjects.Rounds, heard => new()
        {
            About = heard.Reference,
            AboutRevision = heard.Revision,
            AboutName = Subjects.Rounds.Practice,
            Language = "en",
            Fields =
            [
                .. Subjects.Fields(
                    MarketDayRounds.Content,
                    ("title", "A help desk that tours the districts (example)"),
                    ("line", "On each market day, two people of the pole receive visitors at the café, where people come anyway."),
                    ("overview", "An imaginary practice, to show the program. People from remote villages do not come to the pole: the journey takes a day, and an office is intimidating."),
                    ("solution", "Go where people already are: the market café, on the same day each week, with a single sheet for each person.")),
            ],
        }),
        new DemoVoice<Note>(Question, Subjects.Rounds, heard => new()
        {
            About = heard.Reference,
            AboutRevision = heard.Revision,
            AboutName = Subjects.Rounds.Practice,
            IsQuestion = true,
            Text = FrenchArabic("Que faites-vous quand quelqu’un revient sans sa feuille ?", "ماذا تفعلون عندما يعود شخص دون ورقته؟"),
        }),
        new DemoVoice<Note>("01JDEMNTE0MAHDA00000000002", Subjects.Said("barcelona", NoteKind.Kind, BarcelonaVoices.Question, Subjects.Desk), heard => new()
        {
            About = new() { Key = Subjects.Desk.Key },
            AboutRevision = 1,
            AboutName = Subjects.Desk.Practice,
            InReplyTo = heard.Reference,
            Text = ArabicFrench(
                "مصدرنا، منهجية CitESS، لا يذكر أوقاتا، ولا نريد أن نخترعها. اسألوا من ستستقبلونهم، ثم اكتبوا الأوقات في صفحة الخدمة حتى تبقى محيّنة.",
                "Notre source, la méthodologie CitESS, ne donne pas d’horaires, et nous ne voulons pas en inventer. Demandez à celles et ceux que vous recevrez, puis écrivez les horaires sur la page du service, où ils restent à jour."),
        }),
        new DemoEdit("01JDEMPRCTMAHDA00000000001", Subjects.Said("barcelona", TranslationKind.Kind, BarcelonaVoices.Catalan, Subjects.Desk), "العنوان والسطر بالكاتالانية، من اقتراح برشلونة", TakeOver),
        new DemoVoice<Decision>("01JDEMDEC1MAHDA00000000001", Subjects.Said("barcelona", TranslationKind.Kind, BarcelonaVoices.Catalan, Subjects.Desk), heard => new()
        {
            About = heard.Reference,
            AboutRevision = heard.Revision,
            AboutName = Subjects.Desk.Practice,
            Verdict = DecisionVerdict.Accepted,
            Word = ArabicFrench("شكرا: عنوان واضح وجملة دقيقة. أضفناهما كما هما.", "Merci : un titre clair et une phrase juste. Nous les avons repris tels quels."),
        }),
        new DemoVoice<PracticeCollection>("01JDEMSET0MAHDA00000000001", Subjects.Coopolis, heard => new()
        {
            Title = FrenchArabic("Pour ouvrir un lieu d’accueil (exemple)", "لفتح فضاء للاستقبال (مثال)"),
            Purpose = FrenchArabic(
                "Collection d’exemple, réunie pour la démonstration : trois pratiques à lire dans cet ordre quand on ouvre une porte à qui a un projet.",
                "مجموعة على سبيل المثال، جُمعت للعرض: ثلاث ممارسات تُقرأ بهذا الترتيب عند فتح باب لمن لديه مشروع."),
            Practices =
            [
                new()
                {
                    Practice = new() { Key = Subjects.Desk.Key },
                    Name = OneStopShop.Content.Title,
                    Reason = FrenchArabic("D’abord une seule porte, même sans local.", "أوّلا باب واحد، ولو دون مقر."),
                },
                new()
                {
                    Practice = heard.Reference,
                    Name = Subjects.Coopolis.Practice,
                    Reason = FrenchArabic("Ensuite, ce qu’il y a derrière la porte : qui accompagne, et comment.", "ثم ما وراء الباب: من يرافق، وكيف."),
                },
                new() { Practice = new() { Key = PracticeKind.Kind + "/01JDEMPRCTMAHDA00000000002" }, Name = LingareSpaces.Content.Title },
            ],
        }),
    ];

    /// <summary>As accepting a proposal does: with the name of the pole that made it.</summary>
    private static Practice TakeOver(Practice practice, DemoHeard heard)
    {
        var proposed = BarcelonaVoices.InCatalan.ToImmutableDictionary(each => each.Path, StringComparer.Ordinal);
        return PracticeTexts.Map(practice, field => proposed.TryGetValue(field.Path, out var there)
            ? field.Text with { Texts = field.Text.Texts.SetItem("ca", new LanguageText(there.Text, heard.Origin, OfHash: there.OfHash)) }
            : field.Text);
    }
}
