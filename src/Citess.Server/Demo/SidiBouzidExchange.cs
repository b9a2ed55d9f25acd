using Citess.Poles.Exchange;
using Citess.Poles.Kernel;
using static Citess.Server.Demo.DemoText;
using Means = Citess.Poles.Matching.Means;
using Urgency = Citess.Poles.Matching.Urgency;

namespace Citess.Server.Demo;

/// <summary>What Sidi Bouzid can give and looks for, made up for the demo, as each text says.</summary>
internal static class SidiBouzidExchange
{
    public static IReadOnlyList<(string Id, Offering Content, Audience Audience)> Offers { get; } =
    [
        ("01JDEM0FFRSBZDA00000000001", new()
        {
            Title = FrenchArabic("Une camionnette réfrigérée, deux jours par semaine (démonstration)", "شاحنة مبرّدة، يومان في الأسبوع (للعرض)"),
            Text = FrenchArabic("Pour livrer ensemble aux marchés de la côte. Exemple inventé pour la démonstration.", "للتوزيع معا في أسواق الساحل. مثال خيالي للعرض."),
            Means = Means.Equipment,
            Concepts = ["refrigerated-vehicles", "logistics", "short-supply-chains"],
            Territory = "TN-43",
            Languages = ["fr", "ar"],
            Quantity = 10,
            Unit = Unit.Day,
        }, Audience.Public),
    ];

    public static IReadOnlyList<(string Id, Want Content, Audience Audience)> Wants { get; } =
    [
        ("01JDEMWANTSBZDA00000000001", new()
        {
            Title = FrenchArabic("Partenaire pour un appel sur l’eau et l’agroécologie (démonstration)", "شريك لدعوة مشاريع حول الماء والفلاحة البيئية (للعرض)"),
            Text = FrenchArabic("Nous avons le terrain et les agricultrices ; il nous manque un partenaire de l’autre rive. Exemple inventé pour la démonstration.", "لدينا الأرض والفلّاحات؛ ينقصنا شريك من الضفّة الأخرى. مثال خيالي للعرض."),
            Means = Means.Partner,
            Concepts = ["project-partners", "agroecology", "water-management"],
            Territory = "TN-43",
            Languages = ["fr", "ar"],
            Urgency = Urgency.Urgent,
        }, Audience.Public),
        ("01JDEMWANTSBZDA00000000002", new()
        {
            Title = FrenchArabic("Machines à coudre pour un atelier de femmes (démonstration)", "آلات خياطة لورشة نسائية (للعرض)"),
            Text = FrenchArabic("Trois machines suffisent pour commencer. Exemple inventé pour la démonstration.", "تكفي ثلاث آلات للبداية. مثال خيالي للعرض."),
            Means = Means.Equipment,
            Concepts = ["sewing-machines", "textiles", "women"],
            Territory = "TN-43",
            Languages = ["fr", "ar"],
            Quantity = 3,
        }, Audience.Public),
    ];
}
