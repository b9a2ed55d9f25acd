using Citess.Poles.Directory;
using Citess.Poles.Kernel;
using static Citess.Server.Demo.DemoText;

namespace Citess.Server.Demo;

/// <summary>No enterprise of Sidi Bouzid is verified: each one here is made up, and its name says so.</summary>
internal static class SidiBouzidActors
{
    public const string Pole = "01JDEMACTRSBZDA00000000001";
    public const string Lingare = "01JDEMACTRSBZDA00000000002";
    public const string Town = "01JDEMACTRSBZDA00000000008";
    public const string Credit = "01JDEMACTRSBZDA00000000009";

    public static IReadOnlyList<(string Id, SseActor Content, Audience Audience)> All { get; } =
    [
        (Pole, new()
        {
            Name = FrenchArabic("CitESS Sidi Bouzid", "CitESS سيدي بوزيد"),
            Line = FrenchArabic("Pôle territorial multiservices de l’économie sociale et solidaire.", "قطب ترابي متعدّد الخدمات للاقتصاد الاجتماعي والتضامني."),
            About = FrenchArabic(
                "L’un des deux pôles mis en place en Tunisie dans le cadre du projet iESS!, avec celui de Mahdia.\n\nSource : méthodologie CitESS, MedRiSSE, 2023.",
                "أحد القطبين اللذين أُحدثا في تونس في إطار مشروع iESS!، مع قطب المهدية.\n\nالمصدر: منهجية CitESS، مشروع MedRiSSE، 2023."),
            Kind = ActorKind.SupportOrganisation,
            Level = InterventionLevel.Regional,
            LegalForm = "association / جمعية",
            Territory = "TN-43",
        }, Audience.Public),
        (Lingare, new()
        {
            Name = FrenchArabic("Lingare Sidi Bouzid", "Lingare سيدي بوزيد"),
            Line = FrenchArabic("Espace de coworking et d’incubation.", "فضاء عمل مشترك واحتضان."),
            Kind = ActorKind.SupportOrganisation,
            Level = InterventionLevel.Regional,
            Territory = "TN-43",
        }, Audience.Public),
        ("01JDEMACTRSBZDA00000000003", new()
        {
            Name = FrenchArabic("Lingare Kasserine", "Lingare القصرين"),
            Line = FrenchArabic("Espace de coworking et d’incubation.", "فضاء عمل مشترك واحتضان."),
            Kind = ActorKind.SupportOrganisation,
            Level = InterventionLevel.Regional,
            Territory = "TN-42",
        }, Audience.Public),
        ("01JDEMACTRSBZDA00000000004", new()
        {
            Name = FrenchArabic("SMSA El Wafa", "الشركة التعاونية للخدمات الفلاحية الوفاء"),
            Line = FrenchArabic("Société mutuelle de services agricoles à Kasserine, passée de 6 à 87 membres ; 84 emplois.", "شركة تعاونية للخدمات الفلاحية بالقصرين، من 6 أعضاء إلى 87؛ 84 موطن شغل."),
            Kind = ActorKind.Enterprise,
            Constituency = Constituency.SseOrganisations,
            Level = InterventionLevel.Local,
            LegalForm = "SMSA",
            Sectors = ["a01"],
            Territory = "TN-42",
            Members = 87,
        }, Audience.Public),
        ("01JDEMACTRSBZDA00000000005", new()
        {
            Name = FrenchArabic("Coopérative Les Amandiers (démonstration)", "تعاضدية أشجار اللوز (مثال للعرض)"),
            Line = FrenchArabic("Coopérative imaginaire qui trie, décortique et vend les amandes de ses membres.", "تعاضدية خيالية تفرز لوز أعضائها وتقشّره وتبيعه."),
            About = FrenchArabic(
                "Elle cherche un **emballage** qui tienne le voyage et un acheteur de l’autre côté de la mer.",
                "تبحث عن **تعليب** يتحمّل السفر وعن مشترٍ من الضفة الأخرى."),
            Kind = ActorKind.Enterprise,
            Constituency = Constituency.SseOrganisations,
            Level = InterventionLevel.Regional,
            LegalForm = "coopérative / تعاضدية",
            Sectors = ["a01", "a07"],
            Territory = "TN-43",
            Members = 41,
            Women = 27,
            Young = 9,
            Telephone = "+216 00 000 201",
            Email = "amandiers@example.org",
        }, Audience.Public),
        ("01JDEMACTRSBZDA00000000006", new()
        {
            Name = FrenchArabic("Groupe des bergères (démonstration)", "مجموعة الراعيات (مثال للعرض)"),
            Line = FrenchArabic("Groupe informel imaginaire : laine lavée, filée et teinte aux plantes.", "مجموعة غير مهيكلة خيالية: صوف مغسول ومغزول ومصبوغ بالنباتات."),
            Kind = ActorKind.InformalGroup,
            Constituency = Constituency.SseOrganisations,
            Level = InterventionLevel.Local,
            Sectors = ["a01", "a03"],
            Territory = "TN-43",
            Members = 8,
            Women = 8,
            Telephone = "+216 00 000 202",
        }, Audience.Public),
        ("01JDEMACTRSBZDA00000000007", new()
        {
            Name = FrenchArabic("Conserverie du Plateau (démonstration)", "مصبّرات الهضبة (مثال للعرض)"),
            Line = FrenchArabic("Entreprise privée imaginaire, acheteuse de tomates et de piments locaux.", "مؤسسة خاصة خيالية تشتري الطماطم والفلفل من الجهة."),
            Kind = ActorKind.Enterprise,
            Constituency = Constituency.PrivateFirms,
            Level = InterventionLevel.National,
            LegalForm = "SARL",
            Sectors = ["a03"],
            Territory = "TN-43",
            Website = "https://example.org/",
        }, Audience.Network),
        (Town, new()
        {
            Name = FrenchArabic("Commune de l’exemple (démonstration)", "بلدية المثال (مثال للعرض)"),
            Line = FrenchArabic("Collectivité imaginaire qui prête sa salle et ouvre ses petits marchés.", "جماعة محلية خيالية تعير قاعتها وتفتح شراءاتها الصغرى."),
            Kind = ActorKind.PublicAuthority,
            Constituency = Constituency.PublicBodies,
            Level = InterventionLevel.Local,
            Sectors = ["a15"],
            Territory = "TN-43",
        }, Audience.Public),
        (Credit, new()
        {
            Name = FrenchArabic("Caisse solidaire de l’exemple (démonstration)", "صندوق التضامن بالمثال (مثال للعرض)"),
            Line = FrenchArabic("Organisme imaginaire qui garantit les petits emprunts des groupes.", "هيكل خيالي يضمن القروض الصغرى للمجموعات."),
            Kind = ActorKind.FinancingBody,
            Constituency = Constituency.CivilSociety,
            Level = InterventionLevel.Regional,
            Sectors = ["a11"],
            Territory = "TN-43",
            Telephone = "+216 00 000 203",
        }, Audience.Public),
    ];
}
