using System.Text.Json;
using Citess.ActivityPub.Logs;

namespace Citess.Poles.Collaborations.Log;

/// <summary>Who may say what. Each event is judged by what its author had seen.</summary>
internal static class Rules
{
    /// <summary>Null when it counts; else one of <see cref="Reasons"/>.</summary>
    public static string? Judge(SignedEvent each, int place, Membership seen, Registers registers, EventOrder order)
    {
        var said = each.Said;
        if (said.Type == EventTypes.Begin || said.Log is null)
        {
            return said.Type != EventTypes.Begin || said.Log is not null ? Reasons.NotFirst
                : said.Role != PartnerRoles.Host ? Reasons.OtherRole
                : PayloadForm.FitsBegin(said.Payload) ? null : Reasons.Form;
        }

        if (said.Previous is { } previous && order.Events[order.PlaceOf(previous)].Said is var before && (before.Author != said.Author || before.Number != said.Number - 1))
        {
            return Reasons.OutOfTurn;
        }

        // Whoever said nothing yet, and whoever hides it, both begin with 1: the second of them is a fork, and shown as one.
        return seen.IsClosed ? Reasons.Closed
            : (seen.IsCycle && CycleForm.IsForGuest(said.Type, said.Payload) ? CycleRules.StandingOfGuest(said, seen) : Standing(said, seen))
                ?? Form(said, seen.IsCycle) ?? (CycleTypes.All.Contains(said.Type) ? CycleRules.Content(said, place, seen, registers) : Content(said, place, seen, registers));
    }

    private static string? Standing(EventDraft said, Membership seen) => seen[said.Author] switch
    {
        null => Reasons.NotInvited,
        _ when said.Role != seen.RoleOf(said.Author) => Reasons.OtherRole,
        { Taking: Taking.Invited } => said.Type is EventTypes.Join or EventTypes.Decline ? null : Reasons.NotPartner,
        { Taking: Taking.Declined or Taking.Left } => Reasons.NotPartner,
        _ when said.Type is EventTypes.Join or EventTypes.Decline => Reasons.Already,
        { Role: PartnerRoles.Observer } => said.Type == EventTypes.Leave ? null : Reasons.Observer,
        _ => said.Type switch
        {
            EventTypes.Leave when said.Author == seen.Host => Reasons.HostStays,
            EventTypes.Close when said.Author != seen.Host => Reasons.NotHost,
            EventTypes.Invite when said.Author != seen.Host && !seen.PartnersInvite => Reasons.NotHost,
            CycleTypes.Guest when seen.IsCycle && said.Author != seen.Host && !seen.PartnersInvite => Reasons.NotHost,
            var type when seen.IsCycle && said.Author != seen.Host && CycleTypes.OfHost.Contains(type) => Reasons.NotHost,
            _ => null,
        },
    };

    private static string? Form(EventDraft said, bool isCycle)
    {
        var payload = said.Payload;
        var fits = said.Type switch
        {
            EventTypes.Invite => PayloadForm.HasOnly(payload, "partners") && Payload.Partners(payload) is { Length: > 0 },
            var type when CycleTypes.All.Contains(type) => isCycle ? CycleForm.Fits(type, payload) : null,
            EventTypes.Join => (isCycle ? PayloadForm.HasOnly(payload, "terms", CycleForm.For, "languages", "territory") && CycleForm.FitFacts(payload) : PayloadForm.HasOnly(payload, "terms")) && IsHash(payload, "terms"),
            EventTypes.Decline or EventTypes.Leave => (isCycle ? PayloadForm.HasOnly(payload, "why", "language", CycleForm.For) : PayloadForm.HasOnly(payload, "why", "language")) && IsText(payload, "why", 1000),
            EventTypes.Sign => PayloadForm.HasOnly(payload, "clauses") && Payload.Texts(payload, "clauses") is { Length: > 0 and <= PayloadForm.MaxClauses } clauses && clauses.All(PayloadForm.IsHash),
            EventTypes.Vote or EventTypes.Decide => PayloadForm.HasOnly(payload, PayloadForm.Of, "option") && IsHash(payload, PayloadForm.Of) && Payload.Text(payload, "option") is not null,
            EventTypes.HandOver => PayloadForm.HasOnly(payload, "to", "why", "language") && PayloadForm.IsActor(Payload.Text(payload, "to") ?? "") && IsText(payload, "why", 1000),
            EventTypes.Agree => PayloadForm.HasOnly(payload, PayloadForm.Of) && IsHash(payload, PayloadForm.Of),
            EventTypes.Close => PayloadForm.HasOnly(payload, "evaluation", "language") && Payload.Text(payload, "evaluation") is not null && IsText(payload, "evaluation", 8000),
            var type when EventTypes.Things.Contains(type) => PayloadForm.FitsThing(type, payload),
            _ => (bool?)null,
        };
        return fits switch
        {
            true => null,
            false => Reasons.Form,
            null => Reasons.Unknown,
        };
    }

    private static string? Content(EventDraft said, int place, Membership seen, Registers registers)
    {
        var of = Payload.Text(said.Payload, PayloadForm.Of);
        return said.Type switch
        {
            EventTypes.Join => Payload.Text(said.Payload, "terms") == Clauses.HashOfAll(registers.ClausesAt(place)) ? null : Reasons.OtherTerms,
            EventTypes.Sign => Payload.Texts(said.Payload, "clauses")!.Value.Except(registers.ClausesAt(place).Select(Clauses.HashOf)).Any() ? Reasons.OtherTerms : null,
            EventTypes.Vote or EventTypes.Decide => registers.TypeAt(place, of!) != EventTypes.Propose || !Options(registers, place, of!).Contains(Payload.Text(said.Payload, "option")!) ? Reasons.NoSuchThing
                : said.Type == EventTypes.Vote || HasMajority(said, place, of!, seen, registers) ? null : Reasons.NoMajority,
            EventTypes.HandOver => Payload.Text(said.Payload, "to") is { } to && to != seen.Host && seen.Voters.Contains(to) ? null : Reasons.NotPartner,
            EventTypes.Agree => seen.HandOvers.Any(proposal => proposal.Hash == of && proposal.Under == seen.Host && !proposal.IsDone) ? null : Reasons.NoSuchThing,
            EventTypes.Minutes when Payload.Text(said.Payload, "meeting") is { Length: > 0 } meeting => registers.TypeAt(place, meeting) == EventTypes.Meeting ? null : Reasons.NoSuchThing,
            var type when EventTypes.Things.Contains(type) && of is not null => registers.TypeAt(place, of) == type ? null : Reasons.NoSuchThing,
            _ => null,
        };
    }

    /// <summary>One pole, one vote, as far as its author had seen them; nothing of it is asked of a question that any partner may decide.</summary>
    private static bool HasMajority(EventDraft said, int place, string of, Membership seen, Registers registers)
    {
        if (registers.At(place, of, "rule").Contains("partner"))
        {
            return true;
        }

        var option = Payload.Text(said.Payload, "option");
        var voters = seen.Voters.ToList();
        return voters.Count(voter => registers.At(place, of, Registers.VoteOf(voter)) is [var word] && word == option) * 2 > voters.Count;
    }

    private static IEnumerable<string> Options(Registers registers, int place, string of) => registers.At(place, of, "options").SelectMany(options => options.Split('\n'));

    private static bool IsHash(JsonElement payload, string name) => PayloadForm.IsHash(Payload.Text(payload, name) ?? "");

    private static bool IsText(JsonElement payload, string name, int most) => !payload.TryGetProperty(name, out _) || Payload.Text(payload, name) is { } text && text.Length <= most;
}
