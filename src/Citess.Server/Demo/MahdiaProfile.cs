using Citess.Poles.Profile;
using static Citess.Server.Demo.DemoText;

namespace Citess.Server.Demo;

/// <summary>Mahdia, in Arabic with French.</summary>
internal static class MahdiaProfile
{
    public static PoleProfile Content { get; } = new()
    {
        Name = ArabicFrench("قطب CitESS المهدية", "Pôle CitESS Mahdia"),
        Line = ArabicFrench(
            "باب واحد لكل من يريد أن يبعث مشروعا اجتماعيا وتضامنيا أو يطوّره.",
            "Une seule porte pour qui veut créer ou développer un projet social et solidaire."),
        About = ArabicFrench(
            """
            نستمع إلى أصحاب الأفكار والمشاريع، أفرادا ومجموعات، ونوجّههم إلى من يمكنه مساعدتهم فعلا.

            ## ماذا نفعل

            - الإعلام والتوجيه
            - المرافقة والاحتضان
            - تكوين هياكل المساندة
            - مشاريع نبنيها مع شركاء من أقطاب أخرى

            الأولوية للنساء والشباب، ولا نشترط شكلا قانونيا.

            *بيانات للعرض فقط.*
            """,
            """
            Nous écoutons les personnes et les groupes qui ont une idée ou un projet, et nous les orientons vers qui peut vraiment les aider.

            ## Ce que nous faisons

            - information et orientation
            - accompagnement et incubation
            - formation des structures d’appui
            - projets construits avec d’autres pôles

            Priorité aux femmes et aux jeunes ; aucune forme juridique n’est exigée.

            *Données de démonstration.*
            """),
        Territory = "TN-53",
        Perimeter = ArabicFrench("ولاية المهدية بكل معتمدياتها", "Gouvernorat de Mahdia, toutes délégations"),
        Languages = ["ar", "fr"],
        Telephone = "+216 00 000 053",
        IsDemo = true,
    };
}
