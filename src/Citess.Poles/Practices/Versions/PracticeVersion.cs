namespace Citess.Poles.Practices.Versions;

/// <summary>What a practice said from one change to the next.</summary>
/// <param name="Revision">Its number.</param>
/// <param name="Date">When it was written.</param>
/// <param name="By">Name of whoever wrote it; null of another pole's, and of people who are gone.</param>
/// <param name="Why">What the change was for; or empty.</param>
/// <param name="Content">What it said.</param>
public sealed record PracticeVersion(int Revision, DateTimeOffset Date, string? By, string Why, Practice Content);
