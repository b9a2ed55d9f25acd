using Citess.Poles.Practices;
using static Citess.Server.Demo.DemoText;

namespace Citess.Server.Demo.Told;

/// <summary>A date that is never missed, learned from Montréal.</summary>
internal static class MontrealConcertation
{
    public static Practice Content { get; } = new()
    {
        Title = ArabicFrench("موعد قارّ للتشاور كل أسبوعين (مونتريال)", "Un rendez-vous fixe de concertation toutes les deux semaines (Montréal)"),
        Line = ArabicFrench(
            "الإدارة والفاعلون يجتمعون في موعد ثابت، يديره أعوان عموميون، منذ 2020.",
            "Administration et acteurs se retrouvent à date fixe, réunis par des agents publics, depuis 2020."),
        Overview = ArabicFrench(
            "الإدارة ومنظّمات الاقتصاد الاجتماعي لا تلتقي في العادة إلا عند الحاجة أو عند الخلاف. في كيبك تقليد قديم للتشاور بين الحكومة وهذه المنظّمات، والعاملون في مصالح مختلفة يتحدّثون إلى بعضهم.",
            "D’habitude, l’administration et les organisations de l’économie sociale ne se voient qu’en cas de besoin ou de désaccord. Au Québec, se concerter avec elles est une tradition ancienne du gouvernement, et l’on se parle aussi d’un service à l’autre."),
        Solution = ArabicFrench(
            "منذ 2020، مجموعة اهتمام تجتمع كل أسبوعين في حلقة نقاش يسيّرها أعوان من الإدارة. الجديد ليس التشاور، بل الموعد القارّ.",
            "Depuis 2020, un groupe d’intérêt se réunit toutes les deux semaines autour d’une table animée par des agents publics. Le neuf, ce n’est pas la concertation, c’est la date fixe."),
        Approach = ArabicFrench(
            "ما نودّ تجربته عندنا: موعد كل أسبوعين في نفس اليوم والساعة، ثلاث نقاط في جدول الأعمال، ومحضر من صفحة واحدة يذكر أيضا من لم يتكلّم بعد.",
            "Ce que nous voulons essayer ici : toutes les deux semaines, même jour, même heure, trois points à l’ordre du jour et un compte rendu d’une page, qui dit aussi qui n’a pas encore parlé."),
        Participation = ArabicFrench(
            "في مونتريال، الأعوان العموميون هم من ينشّط الحلقة. عندنا نقترح تنشيطا ثنائيا: عون من الإدارة وشخص من المجتمع المدني، حتى يضع الطرفان جدول الأعمال.",
            "À Montréal, ce sont des agents publics qui animent. Chez nous, nous proposons deux personnes : un agent et quelqu’un de la société civile, pour que l’ordre du jour vienne des deux côtés."),
        Outcomes = ArabicFrench(
            "قدّمت مونتريال تجربتها لمدن مشروع Respond, Rebuild, Reinvent، وتبادلت مع بيلو هوريزونتي وغوادالاخارا طرق التواصل مع مختلف الفاعلين. لا يذكر المصدر القرارات التي تغيّرت.",
            "Montréal a présenté son expérience aux villes du projet Respond, Rebuild, Reinvent et a échangé avec Belo Horizonte et Guadalajara sur la manière de communiquer avec des acteurs différents. La source ne dit pas quelles décisions ont changé."),
        Transferability = ArabicFrench(
            "لا تكلّف الحلقة مالا يُذكر، لكنّها تكلّف وقتا منتظما. الثقة لا تأتي من اجتماع كبير مرّة في السنة، بل من موعد صغير لا يتأخّر.",
            "Cela ne coûte presque pas d’argent, mais du temps, régulièrement. La confiance ne vient pas d’une grande réunion annuelle, mais d’un petit rendez-vous qui n’est jamais manqué."),
        Lessons = ArabicFrench(
            "لا نعرف من توقّف عن الحضور ولا لماذا. وتقليد التشاور في كيبك أقدم من الحلقة بكثير: حيث لا يوجد هذا التقليد، لن يكفي الموعد وحده.",
            "Nous ne savons pas qui a cessé de venir, ni pourquoi. Et la tradition québécoise est bien plus ancienne que cette table : là où elle manque, une date fixe ne suffira pas."),
        Sectors = ["a15"],
        Status = PracticeStatus.Running,
        Level = PracticeLevel.Macro,
        From = "2020",
        Sdgs = ["11", "16", "17"],
        Beneficiaries = ["sseOrganisations", "publicBodies"],
        Phases =
        [
            new()
            {
                Name = ArabicFrench("الإعداد (تجربتنا)", "Préparer (notre essai)"),
                Actors = ArabicFrench("عون من الإدارة\nشخص من المجتمع المدني\nالقطب", "un agent public\nune personne de la société civile\nle pôle"),
                Resources = ArabicFrench("قاعة واحدة\nرزنامة ستة أشهر", "une salle\nun calendrier sur six mois"),
                Actions = ArabicFrench(
                    "اختيار يوم وساعة لا يتغيّران\nدعوة كل المكوّنات بنفس الطريقة\nالاتفاق على شكل المحضر",
                    "choisir un jour et une heure qui ne changent pas\ninviter toutes les composantes de la même manière\ns’accorder sur la forme du compte rendu"),
            },
            new()
            {
                Name = ArabicFrench("الاجتماعات (تجربتنا)", "Se réunir (notre essai)"),
                Actors = ArabicFrench("المنشّطان\nمن يحضر من الفاعلين", "les deux animateurs\nles acteurs présents"),
                Resources = ArabicFrench("جدول أعمال من ثلاث نقاط\nمحضر من صفحة", "trois points à l’ordre du jour\nun compte rendu d’une page"),
                Actions = ArabicFrench(
                    "تسجيل موقف كل طرف\nإعطاء الكلمة لمن لم يتكلّم\nنشر المحضر في نفس الأسبوع",
                    "noter la position de chacun\ndonner la parole à qui ne l’a pas eue\npublier le compte rendu dans la semaine"),
            },
            new()
            {
                Name = ArabicFrench("التقييم (تجربتنا)", "Faire le point (notre essai)"),
                Actors = ArabicFrench("المشاركون", "les participants"),
                Resources = ArabicFrench("محاضر ستة أشهر", "six mois de comptes rendus"),
                Actions = ArabicFrench(
                    "عدّ المواعيد الفائتة\nالنظر فيمن غاب وفيمن سكت\nالاستمرار أو التوقّف مع ذكر السبب",
                    "compter les rendez-vous manqués\nregarder qui a manqué et qui s’est tu\ncontinuer, ou arrêter en disant pourquoi"),
            },
        ],
        Results =
        [
            new() { What = ArabicFrench("أسابيع بين كل اجتماعين", "Semaines entre deux réunions"), Figure = "2", Source = "Respond, Rebuild, Reinvent, 30.11.2021", Date = "2021-11" },
        ],
        Conditions =
        [
            new() { Determinant = "C3.1", IsRequired = true, Text = ArabicFrench("إدارة تخصّص عونا ووقتا منتظما.", "Une administration qui donne un agent et du temps, régulièrement.") },
            new() { Determinant = "C3.4", IsRequired = true, Text = ArabicFrench("فاعلون يقبلون الحضور حتى حين لا يوجد مشكل عاجل.", "Des acteurs qui viennent même sans urgence.") },
            new() { Determinant = "C2.2", IsRequired = true, Text = ArabicFrench("من يحسن التنشيط والإصغاء وتلخيص ما قيل.", "Savoir animer, écouter et résumer.") },
            new() { Determinant = "C1.1", Text = ArabicFrench("بعض الثقة؛ والموعد يزيدها.", "Un peu de confiance ; le rendez-vous en apporte.") },
        ],
        Risks =
        [
            new()
            {
                Name = ArabicFrench("الموعد يُلغى مرّة، ثم مرّتين، ثم يختفي.", "Le rendez-vous saute une fois, deux fois, puis disparaît."),
                Coping = ArabicFrench(
                    "منشّطان عوضا عن واحد، وموعد يُعقد ولو بأربعة أشخاص، وكل موعد فائت يظهر في الرزنامة.",
                    "Deux animateurs au lieu d’un, une réunion qui se tient même à quatre, et chaque date manquée visible au calendrier."),
            },
            new()
            {
                Name = ArabicFrench(
                    "الأصوات نفسها تتكلّم دائما، والإدارة تضع جدول الأعمال وحدها.",
                    "Les mêmes parlent toujours, et l’administration fixe seule l’ordre du jour."),
                Coping = ArabicFrench("المحضر يذكر من لم يتكلّم ومن اقترح كل نقطة.", "Le compte rendu dit qui n’a pas parlé et qui a proposé chaque point."),
            },
        ],
        Blocks =
        [
            new()
            {
                Id = "fixed-slot",
                Name = ArabicFrench("الموعد القارّ", "La date fixe"),
                Text = ArabicFrench(
                    "نفس اليوم ونفس الساعة كل أسبوعين. لا يحتاج إلا إلى قاعة ومنشّطين.",
                    "Même jour, même heure, toutes les deux semaines. Il faut une salle et deux animateurs."),
            },
            new()
            {
                Id = "one-page-minutes",
                Name = ArabicFrench("محضر من صفحة", "Le compte rendu d’une page"),
                Text = ArabicFrench("ما قيل، وما تقرّر، ومن سيفعل ماذا، ومن لم يتكلّم بعد.", "Ce qui a été dit, décidé, qui fait quoi, et qui n’a pas encore parlé."),
            },
        ],
        Credit = "ممارسة مدينة مونتريال. المصدر: Respond, Rebuild, Reinvent، مقالا 22.07.2021 و30.11.2021. المراحل من اقتراح قطب المهدية.",
        FunderNotice = FunderNotices.RrrArabic,
    };
}
