using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Vocabularies;

namespace Citess.Poles.Practices.Fit;

/// <summary>What replies may contain, and what they change.</summary>
public static class FitRules
{
    /// <summary>Name of a field of one determinant in problems and forms.</summary>
    public static string Field(string determinant, string name) => $"Answers[{determinant}].{name}";

    /// <summary>What is wrong with replies, field by field; nothing when they are fine.</summary>
    public static IEnumerable<FieldProblem> Check(IReadOnlyCollection<FitReply> replies) =>
        replies.Count > Concepts.Determinants.All.Length || !replies.All(reply => Concepts.Determinants.HasCode(reply.Determinant)) || replies.DistinctBy(reply => reply.Determinant).Count() < replies.Count
            ? [new("Answers", "kernel.check.choice")]
            : replies.SelectMany(Check);

    /// <summary>The profile with what these replies change in it; the same one when that is nothing. A determinant without a reply is not known.</summary>
    public static FitProfile Apply(this FitProfile held, IReadOnlyCollection<FitReply> replies, int seen, DateTimeOffset now, string by)
    {
        var changed = Concepts.Determinants.All
            .Select(determinant => replies.FirstOrDefault(reply => reply.Determinant == determinant.Code) ?? new() { Determinant = determinant.Code })
            .Where(reply => Changes(reply, held.Of(reply.Determinant), now))
            .ToDictionary(reply => reply.Determinant, StringComparer.Ordinal);

        // Two people who answer different questions at the same time do not meet; the same one twice is a conflict.
        if (seen > held.Revision || changed.Keys.Any(determinant => held.Of(determinant).Revision > seen))
        {
            throw new RefusedException(Refusal.Conflict, $"This was changed meanwhile: revision {held.Revision} is the latest.");
        }

        return changed.Count == 0 ? held : new()
        {
            Revision = held.Revision + 1,
            Answers =
            [
                .. Concepts.Determinants.All.Select(determinant => changed.TryGetValue(determinant.Code, out var reply)
                    ? new FitAnswer { Determinant = reply.Determinant, Presence = reply.Presence, Note = reply.Note, Given = now, By = by, Revision = held.Revision + 1 }
                    : held.Of(determinant.Code)).Where(answer => answer.Revision > 0),
            ],
        };
    }

    private static bool Changes(FitReply reply, FitAnswer held, DateTimeOffset now) =>
        reply.Presence != held.Presence || reply.Note != held.Note || (reply.IsStillSo && held.IsOld(now));

    private static IEnumerable<FieldProblem> Check(FitReply reply) =>
    [
        .. Enum.IsDefined(reply.Presence) ? (FieldProblem[])[] : [new(Field(reply.Determinant, nameof(reply.Presence)), "kernel.check.choice")],
        .. Kernel.Check.Text(Field(reply.Determinant, nameof(reply.Note)), reply.Note, FitAnswer.MaxNote),
    ];
}
