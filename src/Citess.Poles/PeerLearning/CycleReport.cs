using System.ComponentModel;
using Citess.Poles.Collaborations.Log;

namespace Citess.Poles.PeerLearning;

/// <summary>A cycle as it follows from its log here.</summary>
public sealed record CycleReport
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    [Description("challenges, groups, study, showcase, vote, experiment or results.")]
    public required string Phase { get; init; }

    public required IReadOnlyCollection<Voice> Voices { get; init; }

    public required IReadOnlyCollection<GroupLine> Groups { get; init; }

    public required IReadOnlyCollection<QuestionLine> Questions { get; init; }

    public required IReadOnlyCollection<VoteLine> Votes { get; init; }

    internal static CycleReport Of(Cycle cycle) => new()
    {
        Id = cycle.State.Id,
        Name = cycle.State.Name,
        Phase = cycle.Phase,
        Voices = cycle.Voices,
        Groups = [.. cycle.Groups.Select(group => new GroupLine(group.Thing.Id, group.Thing["title"], group.Members, group.Seal, [.. group.Members.Where(member => group.WordOf(member) == true)], [.. group.Members.Where(member => group.WordOf(member) == false)], group.Stands))],
        Questions = [.. cycle.Of(CycleTypes.Question).Select(question => new QuestionLine(question.Id, question["title"], [.. cycle.BackersOf(question)]))],
        Votes = [.. cycle.Votes.Select(vote => new VoteLine(vote.Thing.Id, vote.Thing["title"], vote.Most, vote.Tally.Votes, [.. vote.Tally.Lines.Select(line => new ChoiceLine(line.Choice, cycle.Find(line.Choice)?["title"] ?? "", line.Votes))], vote.Tally.Chosen, vote.Tally.Tied, vote.Chosen))],
    };
}

/// <summary>A group and who of it said yes or no to it as it is now.</summary>
public sealed record GroupLine(string Id, string Topic, IReadOnlyCollection<string> Members, [property: Description("What a consent names.")] string Seal, IReadOnlyCollection<string> Agreed, IReadOnlyCollection<string> Declined, [property: Description("True with the consent of each member.")] bool Stands);

/// <summary>A shared question and who backs it.</summary>
public sealed record QuestionLine(string Id, string Title, IReadOnlyCollection<string> Backers);

/// <summary>One choice of a vote.</summary>
public sealed record ChoiceLine(string Id, string Title, int Votes);

/// <summary>A vote as it stands, and what was counted when it was ended.</summary>
public sealed record VoteLine(string Id, string Title, int Most, int Votes, IReadOnlyCollection<ChoiceLine> Choices, IReadOnlyCollection<string> Leading, IReadOnlyCollection<string> Tied, [property: Description("Empty while it is open.")] IReadOnlyCollection<string> Chosen);

/// <summary>Where a guest speaks; told this once.</summary>
public sealed record GuestAddress(string Link);
