namespace Citess.Poles.Kernel.Vocabularies;

/// <summary>A concept that a text names.</summary>
/// <param name="Concept">What is named.</param>
/// <param name="Label">The word for it that the text comes closest to.</param>
/// <param name="Language">The language of that word.</param>
/// <param name="Score">Higher is closer; comparable within one answer.</param>
/// <param name="IsWhole">Whether the text is that word, whatever its ending.</param>
public sealed record ConceptMatch(ThesaurusConcept Concept, string Label, string Language, double Score, bool IsWhole);
