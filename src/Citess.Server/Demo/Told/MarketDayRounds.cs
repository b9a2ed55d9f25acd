using Citess.Poles.Practices;
using static Citess.Server.Demo.DemoText;

namespace Citess.Server.Demo.Told;

/// <summary>Made up, and its title says so.</summary>
internal static class MarketDayRounds
{
    public static Practice Content { get; } = new()
    {
        Title = FrenchArabic("La permanence qui tourne dans les délégations (démonstration)", "استقبال متنقّل بين المعتمديات (مثال للعرض)"),
        Line = FrenchArabic(
            "Chaque jour de marché, deux personnes du pôle reçoivent au café, là où les gens viennent déjà.",
            "كل يوم سوق، يستقبل اثنان من فريق القطب الناس في المقهى، حيث يأتون أصلا."),
        Overview = FrenchArabic(
            "Pratique imaginaire, pour montrer le programme. Les gens des villages éloignés ne viennent pas au pôle : le trajet coûte une journée, et un bureau intimide.",
            "ممارسة خيالية لعرض البرنامج. أهل القرى البعيدة لا يأتون إلى القطب: الطريق يأخذ يوما كاملا، والمكتب يُرهب."),
        Solution = FrenchArabic(
            "Aller où les gens sont déjà : le café du marché, le même jour chaque semaine, avec une seule feuille par personne.",
            "الذهاب حيث يوجد الناس أصلا: مقهى السوق، في نفس اليوم من كل أسبوع، مع ورقة واحدة لكل شخص."),
        Approach = FrenchArabic(
            """
            - venir le jour du marché plutôt que fixer un rendez-vous
            - une femme et un homme, toujours
            - une seule feuille : le besoin, le téléphone, la prochaine étape
            """,
            """
            - القدوم يوم السوق عوضا عن تحديد موعد
            - امرأة ورجل معا، دائما
            - ورقة واحدة: الحاجة، الهاتف، الخطوة القادمة
            """),
        Participation = FrenchArabic(
            "Le patron du café prévient, une femme du village accompagne les premières qui hésitent. Chaque mois, ils disent au pôle ce qui manque.",
            "صاحب المقهى يُعلم الناس، وامرأة من القرية ترافق أوّل المتردّدات. وكل شهر يقولان للقطب ما ينقص."),
        Transferability = FrenchArabic(
            "Il faut deux personnes, une table et de la régularité. Si un marché n’existe pas, la sortie de l’école ou le centre de collecte du lait font l’affaire.",
            "يلزم شخصان وطاولة وانتظام. وحيث لا يوجد سوق، يصلح باب المدرسة أو مركز تجميع الحليب."),
        Lessons = FrenchArabic(
            "La première tournée passait par dix villages en deux semaines : personne ne savait quand revenir. Quatre lieux, toujours le même jour, c’est mieux.",
            "مرّت الجولة الأولى بعشر قرى في أسبوعين: لم يعرف أحد متى نعود. أربعة أماكن، في نفس اليوم دائما، أفضل."),
        Sectors = ["a17"],
        Territory = "TN-43",
        Status = PracticeStatus.Pilot,
        Level = PracticeLevel.Micro,
        Sdgs = ["8", "10"],
        Beneficiaries = ["ruralPeople", "women", "informalWorkers"],
        Phases =
        [
            new()
            {
                Name = FrenchArabic("Choisir les lieux", "اختيار الأماكن"),
                Actors = FrenchArabic("le pôle\nles cafetiers", "القطب\nأصحاب المقاهي"),
                Resources = FrenchArabic("la liste des marchés", "قائمة الأسواق"),
                Actions = FrenchArabic("retenir peu de lieux\ntoujours le même jour", "اختيار أماكن قليلة\nفي نفس اليوم دائما"),
            },
            new()
            {
                Name = FrenchArabic("Recevoir", "الاستقبال"),
                Actors = FrenchArabic("une femme et un homme du pôle", "امرأة ورجل من القطب"),
                Resources = FrenchArabic("une table\ndes feuilles", "طاولة\nأوراق"),
                Actions = FrenchArabic("écouter\nécrire la prochaine étape\nrappeler dans la semaine", "الإصغاء\nكتابة الخطوة القادمة\nمعاودة الاتصال خلال الأسبوع"),
            },
        ],
        Results =
        [
            new()
            {
                What = FrenchArabic(
                    "Personnes reçues aux marchés pendant un an (imaginaire, pas encore compté)",
                    "أشخاص وقع استقبالهم في الأسواق خلال سنة (خيالي، لم يُحسب بعد)"),
                ExpectedBy = "2027-06",
            },
        ],
        Conditions =
        [
            new() { Determinant = "C2.2", IsRequired = true, Text = FrenchArabic("Deux personnes qui savent écouter, dont une femme.", "شخصان يحسنان الإصغاء، من بينهما امرأة.") },
            new() { Determinant = "C2.4", Text = FrenchArabic("Une route praticable et un véhicule un jour par semaine.", "طريق سالكة وسيارة يوما في الأسبوع.") },
            new() { Determinant = "C2.5", IsRequired = true, Text = FrenchArabic("Des services vers lesquels orienter.", "خدمات نوجّه إليها.") },
        ],
        Risks =
        [
            new()
            {
                Name = FrenchArabic("On promet, puis on ne revient pas.", "نَعِد ثم لا نعود."),
                Coping = FrenchArabic("Moins de lieux, jamais d’absence sans prévenir le café.", "أماكن أقلّ، ولا غياب دون إعلام المقهى."),
            },
        ],
        Blocks =
        [
            new()
            {
                Id = "one-sheet",
                Name = FrenchArabic("La feuille unique", "الورقة الواحدة"),
                Text = FrenchArabic(
                    "Trois lignes : le besoin, le téléphone, la prochaine étape. La personne garde la copie.",
                    "ثلاثة أسطر: الحاجة، الهاتف، الخطوة القادمة. والنسخة تبقى عند صاحبها."),
            },
        ],
        Credit = "Exemple inventé pour la démonstration.",
    };
}
