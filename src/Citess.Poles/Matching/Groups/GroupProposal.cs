using System.Collections.Immutable;

namespace Citess.Poles.Matching.Groups;

/// <summary>One way to put poles into groups.</summary>
/// <param name="Groups">Each with its reasons, the strongest first.</param>
/// <param name="Unplaced">Poles with a want that are in none, each with what stands against it.</param>
/// <param name="Uncovered">Wants that nobody in the groups of their pole can meet.</param>
/// <param name="Score">Millionths, to compare proposals of the same poles.</param>
public sealed record GroupProposal(ImmutableArray<Group> Groups, ImmutableArray<Unplaced> Unplaced, ImmutableArray<string> Uncovered, long Score);

/// <summary>Poles that would learn from each other.</summary>
/// <param name="Members">In the order of their addresses.</param>
/// <param name="Helps">Who can meet which want, the best first.</param>
/// <param name="Languages">All speak these.</param>
/// <param name="Hours">Working hours that all have in common.</param>
/// <param name="WhatIfs">What would change if a member declines.</param>
public sealed record Group(ImmutableArray<string> Members, ImmutableArray<Help> Helps, ImmutableArray<string> Languages, int Hours, ImmutableArray<WhatIf> WhatIfs);

/// <summary>What would change if a member declines.</summary>
/// <param name="Member">Who.</param>
/// <param name="Lost">Wants of the others that nobody in the group would meet any more.</param>
/// <param name="StillStands">Whether at least two would stay who help each other.</param>
/// <param name="Instead">The pole that could best take the place, if there is one.</param>
public sealed record WhatIf(string Member, ImmutableArray<string> Lost, bool StillStands, string? Instead);

/// <summary>A pole with a want that is in no group.</summary>
/// <param name="Pole">Which.</param>
/// <param name="CouldHelp">Poles that could meet a want of it, and are in enough groups already, or share no language or too few hours; empty when there is none at all.</param>
public sealed record Unplaced(string Pole, ImmutableArray<string> CouldHelp);
