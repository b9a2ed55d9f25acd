namespace Citess.Poles.Components;

/// <summary>One thing that happened.</summary>
/// <param name="Date">When.</param>
/// <param name="Text">What, in the reader's language.</param>
/// <param name="Href">Where to read more, or null.</param>
/// <param name="Detail">Whose it is and of which kind, beside the date; null for nothing.</param>
/// <param name="Language">Language of the text; null for the reader's.</param>
public sealed record TimelineItem(DateTimeOffset Date, string Text, string? Href = null, string? Detail = null, string? Language = null);
