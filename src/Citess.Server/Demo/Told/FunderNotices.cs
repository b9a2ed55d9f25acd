using Citess.Poles.Kernel;
using static Citess.Server.Demo.DemoText;

namespace Citess.Server.Demo.Told;

/// <summary>What is said of the money behind the sources, in the source language of the practice that says it.</summary>
internal static class FunderNotices
{
    private const string OnMedRisseInArabic = "تستند هذه الممارسة إلى مادّة مشروع MedRiSSE (ACPP، 2023)، وقد ساهم الاتحاد الأوروبي في تمويله عن طريق برنامج ENI CBC لحوض المتوسّط. ما كُتب هنا لا يُلزم الاتحاد الأوروبي ولا هياكل البرنامج.";
    private const string OnMedRisseInFrench = "Cette fiche s’appuie sur les documents du projet MedRiSSE (ACPP, 2023), auquel l’Union européenne a contribué par le programme ENI CBC Bassin maritime Méditerranée. Ce qui est écrit ici n’engage ni l’Union européenne, ni les structures du programme.";
    private const string OnCitiesInArabic = "تستند هذه الممارسة إلى ما نشره مشروع Respond, Rebuild, Reinvent، وقد موّله الاتحاد الأوروبي ضمن العمل العالمي لمنظّمة التعاون الاقتصادي والتنمية حول منظومات الاقتصاد الاجتماعي والتضامني. ما كُتب هنا لا يُلزم أيّا منهما.";
    private const string OnCitiesInFrench = "Cette fiche s’appuie sur ce qu’a publié le projet Respond, Rebuild, Reinvent, payé par l’Union européenne dans le cadre de l’action mondiale de l’OCDE sur les écosystèmes de l’économie sociale et solidaire. Ce qui est écrit ici n’engage ni l’une ni l’autre.";

    public static MultilingualText MedRisseArabic { get; } = ArabicFrench(OnMedRisseInArabic, OnMedRisseInFrench);

    public static MultilingualText MedRisseFrench { get; } = FrenchArabic(OnMedRisseInFrench, OnMedRisseInArabic);

    public static MultilingualText RrrArabic { get; } = ArabicFrench(OnCitiesInArabic, OnCitiesInFrench);

    public static MultilingualText RrrFrench { get; } = FrenchArabic(OnCitiesInFrench, OnCitiesInArabic);

    public static MultilingualText RrrCatalan { get; } = CatalanSpanish(
        "Aquesta fitxa parteix del que va publicar el projecte Respond, Rebuild, Reinvent, pagat per la Unió Europea dins de l’acció mundial de l’OCDE sobre ecosistemes de l’economia social i solidària. El que s’hi diu no compromet ni l’una ni l’altra.",
        "Esta ficha parte de lo que publicó el proyecto Respond, Rebuild, Reinvent, pagado por la Unión Europea dentro de la acción mundial de la OCDE sobre ecosistemas de la economía social y solidaria. Lo que se dice aquí no compromete ni a una ni a otra.");
}
