using Citess.Poles.Practices;
using static Citess.Server.Demo.DemoText;

namespace Citess.Server.Demo.Told;

/// <summary>A committee that notes needs and awards that answer them, learned from Dublin.</summary>
internal static class DublinAwards
{
    public static Practice Content { get; } = new()
    {
        Title = FrenchArabic("Un comité qui repère les besoins, des prix qui y répondent (Dublin)", "لجنة ترصد الحاجات وجوائز تستجيب لها (دبلن)"),
        Line = FrenchArabic(
            "Depuis 2015, la ville réunit les acteurs, repère ce qui manque, et récompense par de l’argent, du mentorat et de la visibilité.",
            "منذ 2015، تجمع المدينة الفاعلين، وترصد النقائص، وتكافئ بالمال والمرافقة والتعريف."),
        Overview = FrenchArabic(
            "Une entreprise sociale qui débute ne sait pas toujours à quelle porte de la mairie frapper, et la mairie voit mal ce qui lui manque. Il faut un lieu où les deux se parlent.",
            "المؤسسة الاجتماعية الناشئة لا تعرف دائما أيّ باب تطرق في البلدية، والبلدية لا ترى بوضوح ما ينقصها. لا بدّ من مكان يتحدّث فيه الطرفان."),
        Solution = FrenchArabic(
            "En 2015, le conseil municipal a créé un comité. Il repère les besoins et les occasions de se développer, puis de grandir. L’un de ses outils est un prix : les entreprises choisies reçoivent financement, mentorat et promotion.",
            "سنة 2015 أحدث المجلس البلدي لجنة. ترصد الحاجات وفرص النشأة ثم النموّ. ومن أدواتها جوائز: تنال المؤسسات المختارة تمويلا ومرافقة وتعريفا."),
        Approach = FrenchArabic(
            "D’abord écouter, ensuite récompenser. Le comité précède le prix, et le prix sert de passerelle entre la ville et les acteurs.",
            "الإصغاء أوّلا ثم التكريم. اللجنة تسبق الجائزة، والجائزة جسر بين المدينة والفاعلين."),
        Participation = FrenchArabic(
            "Autour de la table : les principaux acteurs de l’ESS et des représentants des entreprises sociales, réunis par le conseil municipal.",
            "حول الطاولة: أهمّ فاعلي الاقتصاد الاجتماعي والتضامني وممثّلون عن المؤسسات الاجتماعية، يجمعهم المجلس البلدي."),
        Outcomes = FrenchArabic(
            "Le comité existe depuis 2015 et Dublin l’a présenté en 2021 comme sa bonne pratique. La source ne donne ni le nombre de lauréats, ni les sommes.",
            "اللجنة قائمة منذ 2015، وقدّمتها دبلن سنة 2021 على أنّها ممارستها الجيّدة. لا يذكر المصدر عدد الفائزين ولا المبالغ."),
        Transferability = FrenchArabic(
            "Chez nous, on peut commencer sans argent : un comité de quelques personnes, une liste de besoins notés à l’accueil, et un prix fait de temps, de mentorat et d’un stand. Règle que nous ajoutons : chaque prix cite le besoin auquel il répond.",
            "عندنا يمكن البدء دون مال: لجنة صغيرة، وقائمة حاجات مسجّلة في الاستقبال، وجائزة من الوقت والمرافقة وجناح في معرض. قاعدة نضيفها: كل جائزة تذكر الحاجة التي تستجيب لها."),
        Lessons = FrenchArabic(
            "Ce qui n’a pas marché à Dublin n’est pas raconté. Notre crainte : un prix détaché des besoins récompense ceux qui savent écrire des dossiers. Et que devient le lauréat un an après ? À demander.",
            "لا يروي المصدر ما لم ينجح في دبلن. ما نخشاه: جائزة لا ترتبط بحاجة تكافئ من يحسن كتابة الملفّات. وماذا يحدث للفائز بعد سنة؟ سؤال نطرحه عليهم."),
        Sectors = ["a15", "a17"],
        Status = PracticeStatus.Running,
        Level = PracticeLevel.Meso,
        From = "2015",
        Sdgs = ["8", "11", "17"],
        Beneficiaries = ["entrepreneurs", "sseOrganisations"],
        Phases =
        [
            new()
            {
                Name = FrenchArabic("Le comité", "اللجنة"),
                Actors = FrenchArabic("conseil municipal\nacteurs de l’ESS\nentreprises sociales", "المجلس البلدي\nفاعلو الاقتصاد الاجتماعي والتضامني\nمؤسسات اجتماعية"),
                Resources = FrenchArabic("une salle et un secrétariat", "قاعة وكتابة"),
                Actions = FrenchArabic("réunir les acteurs\nnoter besoins et occasions", "جمع الفاعلين\nتدوين الحاجات والفرص"),
            },
            new()
            {
                Name = FrenchArabic("Le prix", "الجائزة"),
                Actors = FrenchArabic("le comité\nles entreprises candidates\ndes mentors", "اللجنة\nالمؤسسات المترشّحة\nمرافقون"),
                Resources = FrenchArabic("une dotation\ndu temps de mentorat\nun moyen de faire connaître", "مبلغ مالي\nوقت للمرافقة\nوسيلة للتعريف"),
                Actions = FrenchArabic(
                    "appeler à candidater\nchoisir\nremettre financement, mentorat et promotion",
                    "الدعوة إلى الترشّح\nالاختيار\nتقديم التمويل والمرافقة والتعريف"),
            },
            new()
            {
                Name = FrenchArabic("Le suivi (notre ajout)", "المتابعة (إضافتنا)"),
                Actors = FrenchArabic("le pôle\nles lauréats", "القطب\nالفائزون"),
                Resources = FrenchArabic("deux appels par an", "مكالمتان في السنة"),
                Actions = FrenchArabic("demander ce que le prix a changé\ndire au comité quels besoins restent", "السؤال عمّا غيّرته الجائزة\nإعلام اللجنة بالحاجات الباقية"),
            },
        ],
        Results =
        [
            new() { What = FrenchArabic("Année de création du comité", "سنة إحداث اللجنة"), Figure = "2015", Source = "Respond, Rebuild, Reinvent, 30.11.2021", Date = "2021-11" },
            new()
            {
                What = FrenchArabic("Formes d’appui aux lauréats : financement, mentorat, promotion", "أشكال مساندة الفائزين: تمويل ومرافقة وتعريف"),
                Figure = "3",
                Source = "Respond, Rebuild, Reinvent, 30.11.2021",
                Date = "2021-11",
            },
        ],
        Conditions =
        [
            new() { Determinant = "C3.1", IsRequired = true, Text = FrenchArabic("Une commune qui convoque et qui écoute.", "بلدية تدعو وتصغي.") },
            new() { Determinant = "C3.4", IsRequired = true, Text = FrenchArabic("Des entreprises sociales présentes au comité, pas seulement candidates.", "مؤسسات اجتماعية عضوة في اللجنة لا مترشّحة فقط.") },
            new() { Determinant = "C2.1", Text = FrenchArabic("Une petite dotation ; elle peut venir plus tard.", "مبلغ صغير، ويمكن أن يأتي لاحقا.") },
            new() { Determinant = "C2.2", Text = FrenchArabic("Des mentors qui donnent du temps.", "مرافقون يعطون من وقتهم.") },
            new() { Determinant = "C3.7", IsRequired = true, Text = FrenchArabic(
                "Une règle écrite : qui choisit, et qui se retire quand il connaît le candidat.",
                "قاعدة مكتوبة: من يختار، ومن ينسحب حين يعرف المترشّح.") },
        ],
        Risks =
        [
            new()
            {
                Name = FrenchArabic("Le prix va aux mieux écrits, pas aux plus utiles.", "تذهب الجائزة إلى الأحسن كتابة لا إلى الأنفع."),
                Coping = FrenchArabic(
                    "Une candidature de vive voix, et l’obligation de citer le besoin noté par le comité.",
                    "ترشّح شفوي، مع ذكر الحاجة التي دوّنتها اللجنة."),
            },
            new()
            {
                Name = FrenchArabic("Le comité devient un club.", "تتحوّل اللجنة إلى نادٍ مغلق."),
                Coping = FrenchArabic(
                    "Une partie des sièges change chaque année et les besoins notés sont publics.",
                    "يتغيّر جزء من الأعضاء كل سنة، والحاجات المدوّنة منشورة."),
            },
        ],
        Blocks =
        [
            new()
            {
                Id = "needs-list",
                Name = FrenchArabic("La liste des besoins", "قائمة الحاجات"),
                Text = FrenchArabic(
                    "Une liste publique : le besoin, qui l’a noté, quand, et s’il a trouvé une réponse.",
                    "قائمة منشورة: الحاجة، ومن دوّنها، ومتى، وهل وجدت جوابا."),
            },
            new()
            {
                Id = "award-without-money",
                Name = FrenchArabic("Un prix sans argent", "جائزة دون مال"),
                Text = FrenchArabic(
                    "Du mentorat, un stand et un article. Pour commencer avant d’avoir une dotation.",
                    "مرافقة وجناح في معرض ومقال. للبدء قبل توفّر المبلغ."),
            },
        ],
        Credit = "Ville de Dublin. Source : Respond, Rebuild, Reinvent, articles du 22.07.2021 et du 30.11.2021. Le suivi et les conseils sont du pôle de Sidi Bouzid.",
        FunderNotice = FunderNotices.RrrFrench,
    };
}
