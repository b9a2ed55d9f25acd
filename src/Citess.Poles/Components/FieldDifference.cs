namespace Citess.Poles.Components;

/// <summary>One field that two people changed, or a partner pole and we.</summary>
/// <param name="Label">Name of the field in the reader's language.</param>
/// <param name="Theirs">The text that is kept now.</param>
/// <param name="Yours">The text that the reader typed.</param>
/// <param name="Language">Language of both texts, or null.</param>
public sealed record FieldDifference(string Label, string Theirs, string Yours, string? Language = null);
