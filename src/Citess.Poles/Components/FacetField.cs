namespace Citess.Poles.Components;

/// <summary>A field by which a list is narrowed.</summary>
/// <param name="Name">As the address has it.</param>
/// <param name="Label">What it is about.</param>
/// <param name="Prompt">What it says when nothing is chosen.</param>
/// <param name="Choices">What may be chosen.</param>
/// <param name="Value">What is chosen, where it is no facet that the list is asked for; else null.</param>
public sealed record FacetField(string Name, string Label, string Prompt, IReadOnlyList<Choice> Choices, string? Value = null);
