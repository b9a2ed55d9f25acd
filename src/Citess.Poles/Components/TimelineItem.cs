namespace Citess.Poles.Components;

/// <summary>One thing that happened.</summary>
/// <param name="Date">When.</param>
/// <param name="Text">What, in the reader's language.</param>
/// <param name="Href">Where to read more, or null.</param>
public sealed record TimelineItem(DateTimeOffset Date, string Text, string? Href = null);
