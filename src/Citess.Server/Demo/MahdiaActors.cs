using Citess.Poles.Directory;
using Citess.Poles.Kernel;
using static Citess.Server.Demo.DemoText;

namespace Citess.Server.Demo;

/// <summary>Real ones carry only what is public about them; the others are made up, and their names say so.</summary>
internal static class MahdiaActors
{
    public const string Pole = "01JDEMACTRMAHDA00000000001";
    public const string Lingare = "01JDEMACTRMAHDA00000000003";
    public const string Fund = "01JDEMACTRMAHDA00000000008";
    public const string Lawyers = "01JDEMACTRMAHDA00000000009";

    public static IReadOnlyList<(string Id, SseActor Content, Audience Audience)> All { get; } =
    [
        (Pole, new()
        {
            Name = ArabicFrench("CitESS المهدية", "CitESS Mahdia"),
            Line = ArabicFrench("قطب ترابي متعدّد الخدمات للاقتصاد الاجتماعي والتضامني.", "Pôle territorial multiservices de l’économie sociale et solidaire."),
            About = ArabicFrench(
                "أول تجربة لنموذج CitESS كانت في ولاية المهدية، ومعها تجربة ثانية في سيدي بوزيد، في إطار مشروع iESS!.\n\nالمصدر: منهجية CitESS، مشروع MedRiSSE، 2023.",
                "Le modèle CitESS a été expérimenté pour la première fois dans le gouvernorat de Mahdia, puis à Sidi Bouzid, dans le cadre du projet iESS!.\n\nSource : méthodologie CitESS, MedRiSSE, 2023."),
            Kind = ActorKind.SupportOrganisation,
            Level = InterventionLevel.Regional,
            LegalForm = "جمعية / association",
            Territory = "TN-53",
        }, Audience.Public),
        ("01JDEMACTRMAHDA00000000002", new()
        {
            Name = ArabicFrench("مجمع التنمية الفلاحية Hrayer El Khmara", "GDA Hrayer El Khmara"),
            Line = ArabicFrench("مجمع تنمية فلاحية في الشابة، تنشط فيه 23 امرأة.", "Groupement de développement agricole à Chebba : 23 femmes."),
            Kind = ActorKind.Enterprise,
            Constituency = Constituency.SseOrganisations,
            Level = InterventionLevel.Local,
            LegalForm = "GDA",
            Sectors = ["a01"],
            Territory = "TN-53",
            Women = 23,
        }, Audience.Public),
        (Lingare, new()
        {
            Name = ArabicFrench("Lingare المهدية", "Lingare Mahdia"),
            Line = ArabicFrench("فضاء عمل مشترك واحتضان.", "Espace de coworking et d’incubation."),
            About = ArabicFrench(
                "واحد من أربعة فضاءات Lingare: المهدية، سيدي بوزيد، القصرين، باب سويقة.",
                "L’un des quatre espaces Lingare : Mahdia, Sidi Bouzid, Kasserine, Bab Souika."),
            Kind = ActorKind.SupportOrganisation,
            Level = InterventionLevel.Regional,
            Territory = "TN-53",
        }, Audience.Public),
        ("01JDEMACTRMAHDA00000000004", new()
        {
            Name = ArabicFrench("الشركة التعاونية للخدمات الفلاحية التحدّي", "SMSA Tahadi"),
            Line = ArabicFrench("شركة تعاونية للخدمات الفلاحية في منزل المهيري، تضمّ 164 امرأة.", "Société mutuelle de services agricoles à Menzel Mhiri : 164 femmes."),
            Kind = ActorKind.Enterprise,
            Constituency = Constituency.SseOrganisations,
            Level = InterventionLevel.Local,
            LegalForm = "SMSA",
            Sectors = ["a01"],
            Territory = "TN-41",
            Women = 164,
        }, Audience.Public),
        ("01JDEMACTRMAHDA00000000005", new()
        {
            Name = ArabicFrench("ناسجات البحر (مثال للعرض)", "Tisseuses de la mer (démonstration)"),
            Line = ArabicFrench("مجموعة غير مهيكلة تنسج الحرير باليد وتبيع معا.", "Groupe informel qui tisse la soie à la main et vend ensemble."),
            About = ArabicFrench(
                "مجموعة خيالية للعرض. تبحث عن **شكل قانوني** يناسبها وعن سوق خارج الجهة.",
                "Groupe imaginaire. Il cherche la **forme juridique** qui lui convient et un marché hors de la région."),
            Kind = ActorKind.InformalGroup,
            Constituency = Constituency.SseOrganisations,
            Level = InterventionLevel.Local,
            Sectors = ["a03", "a07"],
            Territory = "TN-53",
            Members = 12,
            Women = 12,
            Young = 4,
            Telephone = "+216 00 000 101",
            Email = "tisseuses@example.org",
        }, Audience.Public),
        ("01JDEMACTRMAHDA00000000006", new()
        {
            Name = ArabicFrench("مكتب المبادرة المحلية (مثال للعرض)", "Bureau de l’initiative locale (démonstration)"),
            Line = ArabicFrench("مصلحة عمومية خيالية تساعد على بعث المشاريع.", "Service public imaginaire d’aide à la création."),
            Kind = ActorKind.PublicAuthority,
            Constituency = Constituency.PublicBodies,
            Level = InterventionLevel.Regional,
            Sectors = ["a15"],
            Territory = "TN-53",
            Telephone = "+216 00 000 102",
        }, Audience.Public),
        ("01JDEMACTRMAHDA00000000007", new()
        {
            Name = ArabicFrench("معهد الساحل للدراسات التطبيقية (مثال للعرض)", "Institut du littoral d’études appliquées (démonstration)"),
            Line = ArabicFrench("مؤسسة تعليم عال خيالية تدرّس الاقتصاد الاجتماعي والتضامني.", "Établissement imaginaire qui enseigne l’économie sociale et solidaire."),
            Kind = ActorKind.University,
            Constituency = Constituency.Universities,
            Level = InterventionLevel.National,
            Sectors = ["a16"],
            Territory = "TN-53",
        }, Audience.Network),
        (Fund, new()
        {
            Name = ArabicFrench("صندوق المركب للقروض الصغرى (مثال للعرض)", "Fonds La Barque de microcrédit (démonstration)"),
            Line = ArabicFrench("هيكل تمويل خيالي لأوّل استثمار.", "Organisme imaginaire qui finance un premier investissement."),
            Kind = ActorKind.FinancingBody,
            Constituency = Constituency.PrivateFirms,
            Level = InterventionLevel.Regional,
            Sectors = ["a11"],
            Territory = "TN-53",
        }, Audience.Public),
        (Lawyers, new()
        {
            Name = ArabicFrench("جمعية العدالة القريبة (مثال للعرض)", "Association Droit de proximité (démonstration)"),
            Line = ArabicFrench("مختصّات متطوّعات في القانون، جمعية خيالية.", "Des juristes bénévoles, association imaginaire."),
            Kind = ActorKind.SupportOrganisation,
            Constituency = Constituency.CivilSociety,
            Level = InterventionLevel.Regional,
            LegalForm = "جمعية / association",
            Sectors = ["a13"],
            Territory = "TN-53",
            Members = 9,
            Women = 7,
            Telephone = "+216 00 000 103",
            Email = "droit@example.org",
        }, Audience.Public),
    ];
}
