using Citess.Poles.Profile;
using static Citess.Server.Demo.DemoText;

namespace Citess.Server.Demo;

/// <summary>Sidi Bouzid, in French with Arabic.</summary>
internal static class SidiBouzidProfile
{
    public static PoleProfile Content { get; } = new()
    {
        Name = FrenchArabic("Pôle CitESS Sidi Bouzid", "قطب CitESS سيدي بوزيد"),
        Line = FrenchArabic(
            "De la ferme au marché, ensemble : un appui pour celles et ceux qui entreprennent autrement.",
            "من الضيعة إلى السوق، معا: سند لكل من يبعث مشروعه بطريقة أخرى."),
        About = FrenchArabic(
            """
            Nous accueillons les groupes de femmes, les coopératives et les jeunes qui veulent vivre de leur travail sur place.

            ## Venez nous voir

            - avec une idée, même vague
            - avec un groupe, même sans statut
            - avec une difficulté, même urgente

            Nous cherchons avec vous qui peut aider, ici ou dans un autre pôle.

            *Données de démonstration.*
            """,
            """
            نستقبل مجموعات النساء والتعاضديات والشباب الذين يريدون أن يعيشوا من عملهم في جهتهم.

            ## زورونا

            - بفكرة، ولو كانت غير واضحة
            - بمجموعة، ولو بلا شكل قانوني
            - بصعوبة، ولو كانت عاجلة

            نبحث معكم عمّن يمكنه المساعدة، هنا أو في قطب آخر.

            *بيانات للعرض فقط.*
            """),
        Territory = "TN-43",
        Perimeter = FrenchArabic("Gouvernorat de Sidi Bouzid, et Kasserine pour les espaces partagés", "ولاية سيدي بوزيد، والقصرين في ما يخصّ الفضاءات المشتركة"),
        Languages = ["fr", "ar"],
        Telephone = "+216 00 000 043",
        IsDemo = true,
    };
}
