using Citess.Poles.Kernel;
using Citess.Poles.Services;
using static Citess.Server.Demo.DemoText;

namespace Citess.Server.Demo;

/// <summary>What the model of a pole offers, and made-up services whose names say so.</summary>
internal static class MahdiaServices
{
    public static IReadOnlyList<(string Id, Service Content, Audience Audience)> All { get; } =
    [
        ("01JDEMSERVMAHDA00000000001", new()
        {
            Name = ArabicFrench("الإعلام والتوجيه", "Information et orientation"),
            Line = ArabicFrench("نستمع إلى فكرتك وندلّك على من يساعدك.", "Nous écoutons votre idée et vous indiquons qui peut vous aider."),
            About = ArabicFrench(
                "التوجيه نحو الاستشارة القانونية، والتكوين والمرافقة، والتمويل، والشبكات، وفضاءات الاحتضان.\n\nالمصدر: منهجية CitESS، مشروع MedRiSSE، 2023.",
                "Orientation vers le conseil juridique, la formation et l’accompagnement, le financement, les réseaux et les espaces d’incubation.\n\nSource : méthodologie CitESS, MedRiSSE, 2023."),
            Eligibility = ArabicFrench("للجميع، أفرادا ومجموعات؛ الأولوية للنساء والشباب.", "Ouvert à tous, personnes et groupes ; priorité aux femmes et aux jeunes."),
            Provider = "actor/" + MahdiaActors.Pole,
            Languages = ["ar", "fr"],
            Territory = "TN-53",
        }, Audience.Public),
        ("01JDEMSERVMAHDA00000000002", new()
        {
            Name = ArabicFrench("مرافقة واحتضان المشاريع", "Accompagnement et incubation"),
            Line = ArabicFrench("لقاءات منتظمة مع مرافق أو مرافقة، من الفكرة إلى الاستدامة.", "Des rendez-vous suivis, de l’idée à la pérennité."),
            About = ArabicFrench("المصدر: منهجية CitESS، مشروع MedRiSSE، 2023.", "Source : méthodologie CitESS, MedRiSSE, 2023."),
            Eligibility = ArabicFrench("مشاريع الاقتصاد الاجتماعي والتضامني، مهما كانت مرحلتها.", "Les projets de l’économie sociale et solidaire, quelle que soit leur étape."),
            Provider = "actor/" + MahdiaActors.Pole,
            Languages = ["ar", "fr"],
            Territory = "TN-53",
        }, Audience.Public),
        ("01JDEMSERVMAHDA00000000003", new()
        {
            Name = ArabicFrench("تكوين هياكل المساندة", "Formation des structures d’appui"),
            Line = ArabicFrench("للجمعيات والجامعات ومراكز التكوين والاحتضان التي ترافق أصحاب المشاريع.", "Pour les associations, universités et centres de formation ou d’incubation qui accompagnent des projets."),
            About = ArabicFrench("المصدر: منهجية CitESS، مشروع MedRiSSE، 2023.", "Source : méthodologie CitESS, MedRiSSE, 2023."),
            Provider = "actor/" + MahdiaActors.Pole,
            Languages = ["ar", "fr"],
            Sectors = ["a16"],
            Territory = "TN-53",
        }, Audience.Public),
        ("01JDEMSERVMAHDA00000000004", new()
        {
            Name = ArabicFrench("استشارة قانونية: أيّ شكل يناسبك؟ (مثال للعرض)", "Conseil juridique : quelle forme choisir ? (démonstration)"),
            Line = ArabicFrench("ساعة مع مختصّة في القانون لاختيار الشكل القانوني، أو لمعرفة أنّه يمكن الانتظار.", "Une heure avec une juriste pour choisir une forme juridique, ou savoir qu’on peut attendre."),
            About = ArabicFrench(
                """
                ## ما الذي يحدث

                1. تحكي مشروعك كما هو.
                2. ننظر معا في الأشكال الممكنة: جمعية، تعاضدية، شركة، أو مجموعة غير مهيكلة إلى حين.
                3. تخرج بورقة فيها الخطوة القادمة.

                خدمة خيالية للعرض.
                """,
                """
                ## Comment cela se passe

                1. Vous racontez votre projet tel qu’il est.
                2. Nous regardons ensemble les formes possibles : association, coopérative, société, ou groupe informel pour l’instant.
                3. Vous repartez avec une feuille où est écrite la prochaine étape.

                Service imaginaire.
                """),
            Eligibility = ArabicFrench("كل حامل أو حاملة فكرة؛ الأولوية للنساء والشباب.", "Toute personne qui a une idée ; priorité aux femmes et aux jeunes."),
            Application = ArabicFrench("بالهاتف. لا وثائق مطلوبة.", "Par téléphone. Aucun papier à fournir."),
            Fees = ArabicFrench("مجّانا.", "Gratuit."),
            WaitTime = ArabicFrench("أسبوع تقريبا.", "Une semaine environ."),
            Provider = "actor/" + MahdiaActors.Lawyers,
            Stages = [Stage.Ideation, Stage.StartUp],
            Languages = ["ar", "fr"],
            Sectors = ["a13"],
            Territory = "TN-53",
            Telephone = "+216 00 000 103",
            AssuredOn = new(2026, 9, 14),
        }, Audience.Public),
        ("01JDEMSERVMAHDA00000000005", new()
        {
            Name = ArabicFrench("مكتب في فضاء عمل مشترك", "Un bureau dans un espace de coworking"),
            Line = ArabicFrench("مكان للعمل والاحتضان في Lingare المهدية.", "Un lieu pour travailler et être incubé, à Lingare Mahdia."),
            Provider = "actor/" + MahdiaActors.Lingare,
            Stages = [Stage.Ideation, Stage.StartUp, Stage.Development],
            Languages = ["ar", "fr"],
            Territory = "TN-53",
        }, Audience.Public),
        ("01JDEMSERVMAHDA00000000006", new()
        {
            Name = ArabicFrench("قرض صغير لأوّل استثمار (مثال للعرض)", "Petit prêt pour un premier investissement (démonstration)"),
            Line = ArabicFrench("لشراء أوّل آلة أو أوّل مخزون.", "Pour acheter une première machine ou un premier stock."),
            Eligibility = ArabicFrench("مشروع بدأ يبيع منذ ثلاثة أشهر على الأقل.", "Un projet qui vend depuis trois mois au moins."),
            Application = ArabicFrench("ملفّ من صفحة واحدة نعدّه معك.", "Un dossier d’une page, que nous préparons avec vous."),
            Fees = ArabicFrench("دون فوائد، معلوم ملفّ رمزي.", "Sans intérêt ; frais de dossier symboliques."),
            WaitTime = ArabicFrench("يستأنف الصندوق نشاطه بعد تجديد موارده.", "Le fonds reprendra quand ses ressources seront renouvelées."),
            Status = ServiceStatus.TemporarilyClosed,
            Provider = "actor/" + MahdiaActors.Fund,
            Stages = [Stage.StartUp],
            Languages = ["ar"],
            Sectors = ["a11"],
            Territory = "TN-53",
            Telephone = "+216 00 000 104",
            AssuredOn = new(2026, 10, 5),
        }, Audience.Public),
    ];
}
