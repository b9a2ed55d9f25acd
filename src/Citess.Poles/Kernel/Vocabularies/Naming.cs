namespace Citess.Poles.Kernel.Vocabularies;

/// <summary>One word or phrase for something.</summary>
/// <param name="Owner">The number of what it is for.</param>
/// <param name="Language">Its language.</param>
/// <param name="Text">As people write it.</param>
/// <param name="IsFirst">Whether it is the name that is shown, and no other word for the same.</param>
public readonly record struct Naming(int Owner, string Language, string Text, bool IsFirst);

/// <summary>A naming that a text comes close to; <c>IsWhole</c> when the one says as much as the other.</summary>
public readonly record struct Named(Naming Naming, double Score, bool IsWhole);
