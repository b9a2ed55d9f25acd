using Citess.Poles.Exchange;
using Citess.Poles.Kernel;
using static Citess.Server.Demo.DemoText;
using Means = Citess.Poles.Matching.Means;
using Urgency = Citess.Poles.Matching.Urgency;

namespace Citess.Server.Demo;

/// <summary>What Mahdia can give and looks for, made up for the demo, as each text says.</summary>
internal static class MahdiaExchange
{
    public static IReadOnlyList<(string Id, Offering Content, Audience Audience)> Offers { get; } =
    [
        ("01JDEM0FFRMAHDA00000000001", new()
        {
            Title = ArabicFrench("مرافقة في استقبال الناس بالأسواق الأسبوعية (للعرض)", "Apprendre à tenir une permanence au marché (démonstration)"),
            Text = ArabicFrench(
                "يومان معنا في السوق والميناء، ثم متابعة بالهاتف لمدّة شهر. مثال خيالي للعرض.",
                "Deux jours avec nous au marché et au port, puis un suivi par téléphone pendant un mois. Exemple inventé pour la démonstration."),
            Means = Means.Expertise,
            Concepts = ["peer-learning", "orientation", "local-markets"],
            Territory = "TN-53",
            Languages = ["ar", "fr"],
            Quantity = 6,
            Unit = Unit.Day,
            Contact = "+216 00 000 053",
        }, Audience.Public),
        ("01JDEM0FFRMAHDA00000000002", new()
        {
            Title = ArabicFrench("قاعة اجتماعات بعشرين مكانا (للعرض)", "Une salle de réunion de vingt places (démonstration)"),
            Text = ArabicFrench("صباحا من الاثنين إلى الخميس، مع جهاز عرض. مثال خيالي للعرض.", "Le matin, du lundi au jeudi, avec un projecteur. Exemple inventé pour la démonstration."),
            Means = Means.Space,
            Concepts = ["meeting-rooms"],
            Territory = "TN-53",
            Languages = ["ar", "fr"],
        }, Audience.Network),
    ];

    public static IReadOnlyList<(string Id, Want Content, Audience Audience)> Wants { get; } =
    [
        ("01JDEMWANTMAHDA00000000001", new()
        {
            Title = ArabicFrench("من يعرف تأسيس تعاضدية للبحّارة؟ (للعرض)", "Qui sait créer une coopérative de pêcheurs ? (démonstration)"),
            Text = ArabicFrench("نبحث عن بضع ساعات من الاستشارة حول النظام الأساسي والحوكمة. مثال خيالي للعرض.", "Nous cherchons quelques heures de conseil sur les statuts et la gouvernance. Exemple inventé pour la démonstration."),
            Means = Means.Expertise,
            Concepts = ["cooperative-creation", "fishing", "statutes"],
            Territory = "TN-53",
            Languages = ["ar", "fr"],
            Quantity = 8,
            Unit = Unit.Hour,
            Urgency = Urgency.Soon,
        }, Audience.Public),
    ];
}
