using Citess.Poles.Kernel;

namespace Citess.Server.Demo;

/// <summary>Texts in the languages of a pole, the first one being the source.</summary>
internal static class DemoText
{
    public static MultilingualText ArabicFrench(string arabic, string french) => MultilingualText.Of("ar", arabic, ("fr", french));

    public static MultilingualText FrenchArabic(string french, string arabic) => MultilingualText.Of("fr", french, ("ar", arabic));

    public static MultilingualText CatalanSpanish(string catalan, string spanish) => MultilingualText.Of("ca", catalan, ("es", spanish));

    public static MultilingualText CatalanSpanishFrench(string catalan, string spanish, string french) => MultilingualText.Of("ca", catalan, ("es", spanish), ("fr", french));

    public static MultilingualText CatalanSpanishArabic(string catalan, string spanish, string arabic) => MultilingualText.Of("ca", catalan, ("es", spanish), ("ar", arabic));
}
