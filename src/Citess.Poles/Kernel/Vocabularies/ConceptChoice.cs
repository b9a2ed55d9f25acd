namespace Citess.Poles.Kernel.Vocabularies;

/// <summary>A concept as somebody chooses it, from the thesaurus or from what the own pole added.</summary>
/// <param name="Code">What a record keeps.</param>
/// <param name="Label">Its name in the language asked for, or in the one that it has.</param>
/// <param name="Language">The language of the name.</param>
/// <param name="Under">What it is part of, in words; empty at the top.</param>
/// <param name="Found">The word by which it was found, where that is not its name; else null.</param>
/// <param name="Broader">For one that the own pole added, the code in the thesaurus that goes with it; else null.</param>
public sealed record ConceptChoice(string Code, string Label, string Language, string Under, string? Found, string? Broader);
