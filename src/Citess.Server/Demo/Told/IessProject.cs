using Citess.Poles.Practices;
using static Citess.Server.Demo.DemoText;

namespace Citess.Server.Demo.Told;

/// <summary>The project that the two Tunisian poles come from.</summary>
internal static class IessProject
{
    public static Practice Content { get; } = new()
    {
        Title = FrenchArabic("iESS! : agir à trois niveaux à la fois", "iESS!\u200E: العمل على ثلاثة مستويات معا"),
        Line = FrenchArabic(
            "Des entreprises sociales dans quatre gouvernorats, deux pôles, quatre espaces : des emplois pour les femmes et les jeunes.",
            "مؤسسات اجتماعية في أربع ولايات، وقطبان، وأربعة فضاءات: مواطن شغل للنساء والشباب."),
        Overview = FrenchArabic(
            "Dans les régions défavorisées de Tunisie, les femmes et les jeunes cherchent un emploi qui dure. Les entreprises sociales existent, mais elles sont petites, isolées, et personne ne les accompagne d’un bout à l’autre.",
            "في جهات تونس الأقلّ حظّا، تبحث النساء والشباب عن شغل يدوم. المؤسسات الاجتماعية موجودة، لكنّها صغيرة ومعزولة، ولا يرافقها أحد من البداية إلى النهاية."),
        Solution = FrenchArabic(
            """
            Agir en même temps à trois niveaux :

            - **micro** : les entreprises elles-mêmes
            - **méso** : leurs réseaux
            - **macro** : deux pôles CitESS, à Mahdia et à Sidi Bouzid, et quatre espaces Lingare
            """,
            """
            العمل في نفس الوقت على ثلاثة مستويات:

            - **الجزئي**: المؤسسات نفسها
            - **الوسيط**: شبكاتها
            - **الكلّي**: قطبا CitESS في المهدية وسيدي بوزيد، وأربعة فضاءات Lingare
            """),
        Approach = FrenchArabic(
            "L’idée des pôles est plus ancienne que le projet : iesMed, à Barcelone, l’a formulée en 2013, après le forum MedESS. iESS! a été bâti autour d’elle. Chaque pôle réunit des services qui se complètent et aide jusqu’au financement et à la mise en réseau.",
            "فكرة القطب أقدم من المشروع: صاغتها iesMed في برشلونة سنة 2013، بعد منتدى MedESS. وحولها بُني iESS!\u200E. يجمع كل قطب خدمات يكمّل بعضها بعضا، وتصل المساندة إلى التمويل والتشبيك."),
        Participation = FrenchArabic(
            "Les pôles sont des associations où se retrouvent partenaires publics, privés et de l’ESS. C’est l’ESS qui les porte, avec le secteur public local à ses côtés.",
            "القطبان جمعيتان تضمّان شركاء من القطاع العام والخاص والاقتصاد الاجتماعي والتضامني. هذا القطاع هو الذي يحملهما، وإلى جانبه الهياكل العمومية المحلية."),
        Outcomes = FrenchArabic(
            "Les pôles ont survécu au projet et sont, pour les partenaires, son principal acquis. Le consortium et les acteurs du secteur ont aussi plaidé pour la loi-cadre, votée en 2020.",
            "بقي القطبان بعد نهاية المشروع، ويعتبرهما الشركاء أهمّ ما أثمره. وناصر الشركاء وفاعلو القطاع القانون الإطاري الذي صدر سنة 2020."),
        Transferability = FrenchArabic(
            "Ce qui se reprend le mieux, c’est le pôle : l’idée de départ est un réseau de CitESS autour de la Méditerranée. Il faut des services déjà présents, du temps pour la confiance, et prévoir dès le premier jour ce qui restera sans bailleur.",
            "أسهل ما يُنقل هو القطب: الطموح من البداية شبكة من أقطاب CitESS حول المتوسّط. يلزم أن توجد خدمات، وأن يُعطى وقت للثقة، وأن يُفكَّر منذ اليوم الأوّل فيما يبقى دون مانح."),
        Lessons = FrenchArabic(
            "Une loi ne suffit pas : ses décrets manquaient encore quand la source a été écrite, en 2023. Et la source parle d’emplois sans en donner le nombre ; un prochain projet devrait compter dès le début.",
            "القانون وحده لا يكفي: كانت أوامره الترتيبية ناقصة عند كتابة المصدر سنة 2023. ويتحدّث المصدر عن مواطن شغل دون ذكر عددها؛ على المشروع القادم أن يعدّ منذ البداية."),
        Sectors = ["a17"],
        Territory = "TN",
        Status = PracticeStatus.Stopped,
        Sdgs = ["5", "8", "11", "16", "17"],
        Beneficiaries = ["women", "youngPeople", "jobSeekers", "entrepreneurs", "sseOrganisations"],
        Phases =
        [
            new()
            {
                Name = FrenchArabic("Une idée partagée", "فكرة مشتركة"),
                Actors = FrenchArabic("le consortium du projet\nles acteurs des régions", "شركاء المشروع\nفاعلو الجهات"),
                Resources = FrenchArabic("le concept du pôle\nun financement international", "تصوّر القطب\nتمويل دولي"),
                Actions = FrenchArabic("choisir quatre gouvernorats\ndécider d’agir à trois niveaux", "اختيار أربع ولايات\nإقرار العمل على ثلاثة مستويات"),
            },
            new()
            {
                Name = FrenchArabic("Monter les structures", "إنشاء الهياكل"),
                Actors = FrenchArabic("partenaires publics et privés\norganisations de l’ESS", "شركاء من القطاعين العام والخاص\nمنظّمات الاقتصاد الاجتماعي والتضامني"),
                Resources = FrenchArabic("des services déjà présents\nquatre espaces", "خدمات موجودة\nأربعة فضاءات"),
                Actions = FrenchArabic(
                    "ouvrir deux pôles et quatre espaces\naccompagner des entreprises\nplaider pour une loi",
                    "فتح قطبين وأربعة فضاءات\nمرافقة المؤسسات\nالمناصرة من أجل قانون"),
            },
            new()
            {
                Name = FrenchArabic("Durer sans le projet", "الاستمرار دون المشروع"),
                Actors = FrenchArabic("les deux associations", "الجمعيتان"),
                Resources = FrenchArabic("des revenus variés, encore à trouver", "مداخيل متنوّعة ينبغي البحث عنها"),
                Actions = FrenchArabic(
                    "garder l’accueil ouvert\nchercher des services payants\ncontinuer le plaidoyer",
                    "إبقاء الاستقبال مفتوحا\nالبحث عن خدمات بمقابل\nمواصلة المناصرة"),
            },
        ],
        Results =
        [
            new() { What = FrenchArabic("Gouvernorats de Tunisie où le projet a agi", "ولايات تونسية عمل فيها المشروع"), Figure = "4", Source = "CitESS, MedRiSSE, 2023", Date = "2023" },
            new() { What = FrenchArabic("Pôles CitESS créés", "أقطاب CitESS أُنشئت"), Figure = "2", Source = "CitESS, MedRiSSE, 2023", Date = "2023" },
            new() { What = FrenchArabic("Espaces Lingare ouverts", "فضاءات Lingare فُتحت"), Figure = "4", Source = "CitESS, MedRiSSE, 2023", Date = "2023" },
            new()
            {
                What = FrenchArabic(
                    "Loi-cadre sur l’ESS, votée après le plaidoyer du consortium et du secteur",
                    "القانون الإطاري للاقتصاد الاجتماعي والتضامني، بعد مناصرة الشركاء والقطاع"),
                Source = "CitESS, MedRiSSE, 2023",
                Date = "2020-06-30",
            },
        ],
        Conditions =
        [
            new() { Determinant = "C3.6", IsRequired = true, Text = FrenchArabic("Un bailleur prêt à payer la mise en place, pas seulement des formations.", "مموّل مستعدّ لدعم الإنشاء لا التكوين فقط.") },
            new() { Determinant = "C2.5", IsRequired = true, Text = FrenchArabic("Des services d’appui déjà présents dans chaque région.", "خدمات مساندة موجودة في كل جهة.") },
            new() { Determinant = "C3.4", IsRequired = true, Text = FrenchArabic("Des organisations de l’ESS qui portent le pôle.", "منظّمات من القطاع تحمل القطب.") },
            new() { Determinant = "C3.1", IsRequired = true, Text = FrenchArabic("Un secteur public local qui coopère.", "هياكل عمومية محلية تتعاون.") },
            new() { Determinant = "C4.1", Text = FrenchArabic("Des partenaires d’autres rives, pour l’expérience et le plaidoyer.", "شركاء من ضفاف أخرى للخبرة والمناصرة.") },
        ],
        Risks =
        [
            new()
            {
                Name = FrenchArabic("Tout s’arrête avec le financement.", "يتوقّف كل شيء بنهاية التمويل."),
                Coping = FrenchArabic(
                    "Donner aux pôles une existence propre avant la fin du projet, et varier leurs revenus.",
                    "إعطاء القطبين وجودا مستقلا قبل نهاية المشروع، وتنويع مداخيلهما."),
            },
            new()
            {
                Name = FrenchArabic("Une loi votée et jamais appliquée.", "قانون يصدر ولا يُطبّق."),
                Coping = FrenchArabic("Suivre ses décrets et continuer le plaidoyer, cas concrets à l’appui.", "متابعة أوامره الترتيبية ومواصلة المناصرة بحالات ملموسة."),
            },
        ],
        Credit = "Consortium du projet iESS!. Source : étude de cas de la méthodologie CitESS, MedRiSSE (ACPP), 2023, dite avec nos mots.",
        FunderNotice = FunderNotices.MedRisseFrench,
    };
}
