using Citess.Poles.Practices;
using static Citess.Server.Demo.DemoText;

namespace Citess.Server.Demo.Told;

/// <summary>A mutual company of 164 women: the known facts, and what we take from them.</summary>
internal static class SmsaTahadi
{
    public static Practice Content { get; } = new()
    {
        Title = FrenchArabic("SMSA Tahadi : 164 femmes, une seule société", "الشركة التعاونية للخدمات الفلاحية التحدّي: 164 امرأة، شركة واحدة"),
        Line = FrenchArabic(
            "À Menzel Mhiri, une société mutuelle de services agricoles compte 164 femmes ; ce que nous en retenons pour s’organiser à beaucoup.",
            "في منزل المهيري شركة تعاونية للخدمات الفلاحية فيها 164 امرأة، وما نستخلصه نحن عن التنظّم بعدد كبير."),
        Overview = FrenchArabic(
            "Notre point de départ : qui vend seule pèse peu sur le prix. À Menzel Mhiri, 164 femmes sont dans une même société.",
            "منطلقنا نحن: من تبيع وحدها يصعب عليها التأثير في السعر. في منزل المهيري 164 امرأة في شركة واحدة."),
        Solution = FrenchArabic(
            "Une société mutuelle de services agricoles. Ce qu’elle produit et ce qu’elle vend, nous le laissons dire à ses membres.",
            "شركة تعاونية للخدمات الفلاحية. أمّا ما تنتجه وما تبيعه فنتركه لأعضائها."),
        Approach = FrenchArabic(
            "Nos sources ne disent pas comment la société est née. Les conditions, les risques et les éléments à reprendre plus bas sont nos conseils, pas son histoire.",
            "لا تقول مصادرنا كيف تأسّست الشركة. الشروط والمخاطر والعناصر المذكورة أسفله نصائح منّا، لا تاريخ الشركة."),
        Participation = FrenchArabic(
            "Comment décide-t-on à 164 ? Nous ne le savons pas ; c’est la première question à leur poser.",
            "كيف يقع القرار بين 164 امرأة؟ لا نعرف، وهو أوّل سؤال ينبغي أن يُطرح عليهنّ."),
        Outcomes = FrenchArabic(
            "164 femmes dans une même société. Nous n’avons pas de chiffre sur ce que chacune gagne.",
            "164 امرأة في شركة واحدة. ليس عندنا رقم عمّا تكسبه كل واحدة."),
        Transferability = FrenchArabic(
            "Ce que nous conseillons ailleurs : partir d’un produit que toutes connaissent, lui donner un nom, et régler d’avance qui livre, qui transforme, qui vend. Demandez à un juriste ce que le statut permet.",
            "ما ننصح به في أماكن أخرى: الانطلاق من منتوج تعرفه كل النساء، وإعطاؤه اسما، والاتفاق مسبقا على من تسلّم ومن تحوّل ومن تبيع. واسألوا مختصّا في القانون عمّا يسمح به الشكل القانوني."),
        Lessons = FrenchArabic(
            "Nous ne savons pas ce qui n’a pas marché, ni combien de femmes sont actives aujourd’hui. À demander sur place avant d’imiter.",
            "لا نعرف ما لم ينجح ولا كم من امرأة تنشط اليوم. نسأل في عين المكان قبل أن نقلّد."),
        Sectors = ["a01"],
        Territory = "TN-41",
        Status = PracticeStatus.Running,
        Level = PracticeLevel.Micro,
        Sdgs = ["5", "8", "10"],
        Beneficiaries = ["women", "farmers"],
        Results =
        [
            new() { What = FrenchArabic("Femmes dans la société", "نساء في الشركة"), Figure = "164", Source = "1001tunisia.com (Menzel Mhiri)" },
        ],
        Conditions =
        [
            new() { Determinant = "C1.1", IsRequired = true, Text = FrenchArabic("Assez de confiance pour mettre la production en commun.", "ثقة تكفي لجمع الإنتاج.") },
            new() { Determinant = "C2.6", IsRequired = true, Text = FrenchArabic("Emballage, contrôle, transport : ce qu’un magasin exige.", "التعليب والمراقبة والنقل: ما تشترطه المغازة.") },
            new() { Determinant = "C3.2", Text = FrenchArabic("Des services publics de l’agriculture qui encouragent et conseillent.", "مصالح فلاحية عمومية تشجّع وتنصح.") },
            new() { Determinant = "C2.4", Text = FrenchArabic("Une route, de l’eau et de l’électricité là où l’on travaille.", "طريق وماء وكهرباء حيث يقع العمل.") },
        ],
        Risks =
        [
            new()
            {
                Name = FrenchArabic("Tout repose sur un seul produit.", "كل شيء قائم على منتوج واحد."),
                Coping = FrenchArabic("Garder un deuxième produit à petite échelle et plus d’un acheteur.", "الاحتفاظ بمنتوج ثان على نطاق صغير وبأكثر من مشتر."),
            },
            new()
            {
                Name = FrenchArabic("Une grande société où quelques-unes décident pour toutes.", "شركة كبيرة تقرّر فيها قلّة باسم الجميع."),
                Coping = FrenchArabic(
                    "Des petits groupes par douar, chacun avec une voix, et des comptes lus à haute voix.",
                    "مجموعات صغيرة حسب الدواوير، لكلّ منها صوت، وحسابات تُقرأ جهرا."),
            },
        ],
        Blocks =
        [
            new()
            {
                Id = "common-name",
                Name = FrenchArabic("Un nom pour le produit", "اسم للمنتوج"),
                Text = FrenchArabic(
                    "Notre proposition : un nom et une étiquette que toutes partagent, avec une façon de faire écrite et contrôlée.",
                    "اقتراحنا: اسم وملصق مشتركان، مع طريقة صنع مكتوبة ومراقبة."),
            },
            new()
            {
                Id = "who-does-what",
                Name = FrenchArabic("Qui livre, qui transforme, qui vend", "من تسلّم ومن تحوّل ومن تبيع"),
                Text = FrenchArabic(
                    "Notre proposition : une page signée avant la première récolte, à refaire chaque saison.",
                    "اقتراحنا: صفحة تُمضى قبل أوّل صابة، وتُعاد كل موسم."),
            },
        ],
        Credit = "SMSA Tahadi. Source : 1001tunisia.com. Conditions, risques, éléments à reprendre et conseils : pôle de Mahdia.",
    };
}
