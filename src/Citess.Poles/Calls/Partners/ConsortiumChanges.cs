using Citess.Poles.Kernel;

namespace Citess.Poles.Calls.Partners;

/// <summary>What becomes of a consortium by what the team and the candidates do; every change is asked of the rules first.</summary>
public static class ConsortiumChanges
{
    /// <summary>Adds a candidate, or takes what the team now says of one. <paramref name="seen"/> is 0 for a new one.</summary>
    public static Consortium Put(this Consortium held, string id, CandidateDraft draft, int seen, string by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(held);
        ArgumentNullException.ThrowIfNull(draft);
        ConsortiumRules.Refuse(ConsortiumRules.Check(draft));
        var before = held.Find(id);
        if (before is null && seen > 0)
        {
            throw new RefusedException(Refusal.NotFound, "There is no such candidate.");
        }

        var next = Taken(before ?? new() { Id = id, Since = now }, draft, by, now);
        if (before is not null && StateJson.Write(next) == StateJson.Write(before))
        {
            return held;
        }

        if (before is not null && before.Revision != seen)
        {
            throw new RefusedException(Refusal.Conflict, "This candidate was changed meanwhile.");
        }

        return held.With(next);
    }

    /// <summary>Takes what somebody says who has the link with this hash.</summary>
    public static Consortium Answer(this Consortium held, string hash, SheetAnswer answer, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(held);
        ArgumentNullException.ThrowIfNull(answer);
        var before = held.Candidates.FirstOrDefault(each => each.Link?.Hash == hash) ?? throw new RefusedException(Refusal.NotFound, "There is no such link.");
        ConsortiumRules.Refuse(ConsortiumRules.Check(answer));
        var standing = Next(before.Standing, answer.Deed);
        if (before.Revision == answer.Seen + 1 && before.Standing == standing && (before with { Sheet = answer.Sheet, Tasks = answer.Tasks, Amount = answer.Amount }).Offer == before.Offer)
        {
            // The same once more: a telephone that heard no answer sends again.
            return held;
        }

        if (before.Revision != answer.Seen)
        {
            throw new RefusedException(Refusal.Conflict, "This was changed meanwhile.");
        }

        var next = before with
        {
            Sheet = answer.Sheet,
            Tasks = answer.Tasks,
            Amount = answer.Amount,
            Standing = standing,
            Since = standing == before.Standing && answer.Deed != SheetDeed.Commit ? before.Since : now,
            Reason = standing is CandidateStanding.Declined or CandidateStanding.Withdrawn ? answer.Reason : "",
            Link = before.Link! with { Used = now },
        };
        return held.With(answer.Deed != SheetDeed.Commit ? next : next with
        {
            Commitment = new() { Name = answer.Name, Function = answer.Function, On = now, Link = before.Link!.Id, Of = next.Offer },
        });
    }

    /// <summary>Gives a candidate another link, or with null none: whoever has an earlier one comes in no more.</summary>
    public static Consortium Link(this Consortium held, string id, CandidateLink? link, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(held);
        var before = held.Known(id);
        return held.With(before with
        {
            Link = link,
            Standing = link is not null && before.Standing == CandidateStanding.Noted ? CandidateStanding.Asked : before.Standing,
            Since = link is not null && before.Standing == CandidateStanding.Noted ? now : before.Since,
        });
    }

    /// <summary>Erases whom to ask there.</summary>
    public static Consortium Forget(this Consortium held, string id)
    {
        ArgumentNullException.ThrowIfNull(held);
        return held.With(held.Known(id) with { Contact = null });
    }

    /// <summary>Takes a candidate out with all that it said.</summary>
    public static Consortium Remove(this Consortium held, string id)
    {
        ArgumentNullException.ThrowIfNull(held);
        return held with { Revision = held.Revision + 1, Candidates = held.Candidates.Remove(held.Known(id)) };
    }

    /// <summary>Where a deed leads. What was committed stays so while its sheet is written on; who is in withdraws and cannot decline.</summary>
    public static CandidateStanding Next(CandidateStanding standing, SheetDeed deed) => (deed, standing) switch
    {
        (SheetDeed.Commit, _) => CandidateStanding.Committed,
        (SheetDeed.Save, CandidateStanding.Committed) => CandidateStanding.Committed,
        (SheetDeed.Save, _) => CandidateStanding.Interested,
        (SheetDeed.Decline, not CandidateStanding.Committed) => CandidateStanding.Declined,
        _ => CandidateStanding.Withdrawn,
    };

    private static Candidate Taken(Candidate before, CandidateDraft draft, string by, DateTimeOffset now)
    {
        var next = before with
        {
            Name = draft.Name,
            Roles = draft.Roles,
            Country = draft.Country,
            Contact = draft.Contact is { IsEmpty: false } contact ? contact : null,
            Standing = draft.Standing,
            Since = draft.Standing == before.Standing ? before.Since : now,
            Reason = draft.Reason,
            Tasks = draft.Tasks,
            Amount = draft.Amount,
            IsLead = draft.IsLead,
            Reference = draft.Reference,
            Language = draft.Language,
        };

        // Who says that somebody committed says who that was.
        if (draft.Standing == CandidateStanding.Committed && before.Standing != CandidateStanding.Committed && draft.CommittedBy.Length == 0)
        {
            throw new RefusedException(Refusal.Invalid, "Say who committed.", new FieldProblem("CommittedBy", "kernel.check.needed"));
        }

        return draft.CommittedBy.Length == 0 || (next.Commitment is { } said && said.Name == draft.CommittedBy && said.By == by && said.Of == next.Offer)
            ? next : next with { Commitment = new() { Name = draft.CommittedBy, On = now, By = by, Of = next.Offer } };
    }

    private static Candidate Known(this Consortium held, string id) => held.Find(id) ?? throw new RefusedException(Refusal.NotFound, "There is no such candidate.");

    private static Consortium With(this Consortium held, Candidate next)
    {
        next = next with { Revision = next.Revision + 1 };
        return ConsortiumRules.Bounded(held with
        {
            Revision = held.Revision + 1,
            Candidates = held.Find(next.Id) is { } before ? held.Candidates.Replace(before, next) : held.Candidates.Add(next),
        });
    }
}
