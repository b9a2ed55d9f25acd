using Citess.Poles.Practices;
using static Citess.Server.Demo.DemoText;

namespace Citess.Server.Demo.Told;

/// <summary>A women’s agricultural development group in Chebba: the known facts, and what we take from them.</summary>
internal static class HrayerElKhmara
{
    public static Practice Content { get; } = new()
    {
        Title = ArabicFrench("مجمع Hrayer El Khmara: ثلاث وعشرون امرأة في إطار واحد", "GDA Hrayer El Khmara : vingt-trois femmes, un même groupement"),
        Line = ArabicFrench(
            "في الشابة مجمع تنمية فلاحية فيه 23 امرأة، وما نستخلصه نحن لمن يريد جمع نساء حول نشاط.",
            "À Chebba, un groupement de développement agricole de 23 femmes, et ce que nous en retenons pour réunir des femmes autour d’une activité."),
        Overview = ArabicFrench(
            "منطلقنا نحن: من تعمل في الأرض وحدها لا تجد من يتكلّم باسمها. في معتمدية الشابة، بولاية المهدية، مجمع تنمية فلاحية فيه 23 امرأة.",
            "Notre point de départ : celle qui travaille la terre seule n’a personne qui parle pour elle. Dans la délégation de Chebba, gouvernorat de Mahdia, un groupement de développement agricole réunit 23 femmes."),
        Solution = ArabicFrench(
            "إطار مشترك واحد هو المجمع. أمّا نشاطه فلا نصفه هنا: نترك ذلك لصاحباته.",
            "Un cadre commun : le groupement. Nous ne décrivons pas ici son activité : c’est à ses membres de le faire."),
        Approach = ArabicFrench(
            "لا تروي مصادرنا كيف تأسّس المجمع. المرحلتان المذكورتان أسفله اقتراح منّا، لا حكاية ما وقع في الشابة.",
            "Nos sources ne racontent pas comment le groupement est né. Les deux étapes plus bas sont notre proposition, pas le récit de ce qui s’est passé à Chebba."),
        Participation = ArabicFrench(
            """
            ما نودّ أن نسأل عنه نساء المجمع:

            - كيف تقرّرن معا؟
            - كيف توزّعن المهامّ؟
            - من ساندكنّ ومتى؟
            """,
            """
            Ce que nous voulons demander aux femmes du groupement :

            - comment décidez-vous ensemble ?
            - comment les tâches sont-elles réparties ?
            - qui vous a aidées, et quand ?
            """),
        Outcomes = ArabicFrench(
            "23 امرأة في مجمع واحد. هذا كل ما نعرفه بالأرقام؛ لا رقم عندنا عن المداخيل.",
            "23 femmes dans un même groupement. C’est le seul chiffre que nous ayons ; nous n’en avons aucun sur les revenus."),
        Transferability = ArabicFrench(
            "نصيحتنا: ابدؤوا بالمجموعة لا بالنشاط: من تثق في من؟ ثم بنشاط تعرفه النساء أصلا. واسألوا مختصّا في القانون عمّا يسمح به شكل المجمع قبل أن تعدوا بمداخيل.",
            "Notre conseil : commencez par le groupe, pas par l’activité : qui fait confiance à qui ? Puis choisissez ce que les femmes savent déjà faire. Et demandez à un juriste ce que ce statut permet, avant de promettre un revenu."),
        Lessons = ArabicFrench(
            "لا نعرف ما الذي صعب على المجمع. وما نستخلصه نحن: اسم وعدد لا يكفيان للتقليد، والسؤال في عين المكان يأتي أوّلا.",
            "Nous ne savons pas ce qui a été difficile pour le groupement. Ce que nous en retenons : un nom et un nombre ne suffisent pas pour imiter ; on va d’abord demander sur place."),
        Sectors = ["a01"],
        Territory = "TN-53",
        Status = PracticeStatus.Running,
        Level = PracticeLevel.Micro,
        Sdgs = ["5", "8", "10"],
        Beneficiaries = ["women", "farmers"],
        Phases =
        [
            new()
            {
                Name = ArabicFrench("اقتراحنا: قبل التأسيس", "Notre proposition : avant la création"),
                Actors = ArabicFrench("نساء من نفس المكان\nهياكل المساندة", "des femmes d’un même lieu\nles structures d’appui"),
                Resources = ArabicFrench("وقت للنقاش\nما تعرف النساء فعله", "du temps pour discuter\nce que les femmes savent faire"),
                Actions = ArabicFrench("نقاش جماعي\nإعداد النشاط معا", "discuter en groupe\npréparer ensemble l’activité"),
            },
            new()
            {
                Name = ArabicFrench("اقتراحنا: بعد التأسيس", "Notre proposition : après la création"),
                Actors = ArabicFrench("العضوات\nهياكل المساندة", "les membres\nles structures d’appui"),
                Resources = ArabicFrench("تمويل أوّل\nمرافقة", "un premier financement\nun accompagnement"),
                Actions = ArabicFrench("إطلاق النشاط\nتعلّم التصرّف معا", "lancer l’activité\napprendre à gérer ensemble"),
            },
        ],
        Results =
        [
            new() { What = ArabicFrench("نساء في المجمع", "Femmes dans le groupement"), Figure = "23", Source = "jnsciences.org, Agri & Biotech, vol. 72: Hrayer El Khmara" },
        ],
        Conditions =
        [
            new() { Determinant = "C1.1", IsRequired = true, Text = ArabicFrench("نساء يعرفن بعضهنّ ويثقن في بعضهنّ.", "Des femmes qui se connaissent et se font confiance.") },
            new() { Determinant = "C2.1", IsRequired = true, Text = ArabicFrench("تمويل يغطّي البداية وما بعدها بقليل.", "Un financement qui couvre le départ et un peu au-delà.") },
            new() { Determinant = "C3.3", IsRequired = true, Text = ArabicFrench("مرافقة منتظمة، لا زيارة واحدة.", "Un accompagnement régulier, pas une seule visite.") },
            new() { Determinant = "C2.6", Text = ArabicFrench("طريق إلى السوق: نقل وبيع وحساب.", "Un chemin vers le marché : transport, vente, comptes.") },
        ],
        Risks =
        [
            new()
            {
                Name = ArabicFrench("تنتهي المرافقة قبل أن تقف المجموعة على قدميها.", "L’accompagnement s’arrête avant que le groupe tienne debout."),
                Coping = ArabicFrench(
                    "الاتفاق منذ البداية على مدّة المرافقة وعلى من يواصلها، والقطب يتابع الملفّ.",
                    "Convenir dès le départ de la durée de l’appui et de qui prend la suite ; le pôle garde le dossier en vue."),
            },
        ],
        Credit = "مجمع Hrayer El Khmara. المصدر: jnsciences.org، المجلّد 72. المراحل والشروط والمخاطر والنصائح من قطب المهدية.",
    };
}
