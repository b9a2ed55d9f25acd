using Citess.Poles.Kernel;
using Citess.Poles.Topics;

namespace Citess.Poles.Tests.Topics;

/// <summary>What the women of the cape make, and no list has.</summary>
internal static class OwnConceptExamples
{
    public const string Key = "concept/01JDA5R1V7Q0W3M9K2X4T6B8CP";

    public static OwnConcept Harissa { get; } = new()
    {
        Name = MultilingualText.Of("fr", "Harissa traditionnelle", ("ar", "هريسة تقليدية")),
        Others = MultilingualText.Of("fr", "purée de piment\nharissa diari", ("ar", "هريسة دياري")),
        Broader = "food-processing",
        Note = MultilingualText.Of("fr", "Pilée à la main, **sans** conservateur."),
    };
}
