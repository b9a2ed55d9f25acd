using System.Globalization;
using System.Text.Json;
using Citess.ActivityPub.Logs;

namespace Citess.Poles.Collaborations.Log;

/// <summary>Who may say what in a cycle of peer learning, by what its author had seen.</summary>
internal static class CycleRules
{
    /// <summary>Groups that one member may be in.</summary>
    public const int Overlap = 2;

    /// <summary>Of something that is said for a guest: its own pole alone may, and that must take part itself.</summary>
    public static string? StandingOfGuest(EventDraft said, Membership seen) => (seen[said.Author], seen.GuestOf(Payload.Text(said.Payload, CycleForm.For) ?? "")) switch
    {
        (null, _) => Reasons.NotInvited,
        _ when said.Role != seen.RoleOf(said.Author) => Reasons.OtherRole,
        ({ Taking: not Taking.Joined } or { Role: PartnerRoles.Observer }, _) => Reasons.NotPartner,
        (_, null) => Reasons.NoSuchThing,
        (_, { } guest) when guest.At != said.Author => Reasons.NotItsGuest,
        (_, { Taking: Taking.Invited }) => said.Type is EventTypes.Join or EventTypes.Decline ? null : Reasons.NotPartner,
        (_, { Taking: Taking.Joined }) => said.Type is EventTypes.Join or EventTypes.Decline ? Reasons.Already : null,
        _ => Reasons.NotPartner,
    };

    public static string? Content(EventDraft said, int place, Membership seen, Registers registers)
    {
        var payload = said.Payload;
        var of = Payload.Text(payload, PayloadForm.Of);
        var held = of is null ? null : registers.ThingAt(place, of);
        return said.Type switch
        {
            CycleTypes.Guest => !seen.Voters.Contains(Payload.Text(payload, "at")!) ? Reasons.NotPartner : seen.Guests.Count < CycleForm.MaxGuests ? null : Reasons.Form,
            CycleTypes.Consent => held?.Type == CycleTypes.Group && Members(registers, place, of!).Contains(Speaker(said)) ? registers.SealAt(place, of!) == Payload.Text(payload, "seal") ? null : Reasons.OtherTerms : Reasons.NoSuchThing,
            CycleTypes.Back => held?.Type == CycleTypes.Question ? null : Reasons.NoSuchThing,
            CycleTypes.Choose or CycleTypes.Count => held?.Type == CycleTypes.Ballot ? Vote(said, place, of!, seen, registers) : Reasons.NoSuchThing,
            _ when of is not null && held?.Type != said.Type => Reasons.NoSuchThing,
            _ when held is not null && !CycleTypes.OfHost.Contains(said.Type) && held.Speaker != Speaker(said) => Reasons.NotYours,
            CycleTypes.Group => Group(said, place, of, seen, registers),
            CycleTypes.Groups => CycleForm.Alternatives(payload.GetProperty("alternatives")).SelectMany(way => way).SelectMany(group => group).Except(seen.Voices, StringComparer.Ordinal).Any() ? Reasons.NoSuchThing : null,
            CycleTypes.Ballot => IsAll(payload, "choices", CycleTypes.Showcase, place, registers),
            CycleTypes.Question => Is(payload, "group", CycleTypes.Group, place, registers),
            CycleTypes.Experiment => Is(payload, "showcase", CycleTypes.Showcase, place, registers),
            CycleTypes.Learned => Is(payload, "experiment", CycleTypes.Experiment, place, registers),
            _ => null,
        };
    }

    public static string Speaker(EventDraft said) => CycleForm.IsForGuest(said.Type, said.Payload) ? Payload.Text(said.Payload, CycleForm.For)! : said.Author;

    /// <summary>Whoever is in it takes part, and is in no more than two that were not dropped.</summary>
    private static string? Group(EventDraft said, int place, string? of, Membership seen, Registers registers)
    {
        if ((Payload.Text(said.Payload, "status") ?? (of is null ? "" : Last(registers, place, of, "status"))) == "dropped")
        {
            return null;
        }

        IReadOnlyCollection<string> members = Payload.Texts(said.Payload, "members") is { } named ? named : [.. Members(registers, place, of!)];
        return members.Except(seen.Voices, StringComparer.Ordinal).Any() ? Reasons.NoSuchThing
            : members.Any(member => registers.AllAt(place, CycleTypes.Group).Count(other => other != of && Last(registers, place, other, "status") != "dropped" && Members(registers, place, other).Contains(member)) >= Overlap) ? Reasons.TooManyGroups
            : null;
    }

    private static string? Vote(EventDraft said, int place, string of, Membership seen, Registers registers)
    {
        if (registers.At(place, of, Registers.Chosen).Count > 0)
        {
            return Reasons.Counted;
        }

        var (choices, most) = (Lines(registers, place, of, "choices"), int.Parse(Last(registers, place, of, "most"), CultureInfo.InvariantCulture));
        if (said.Type == CycleTypes.Choose)
        {
            return Payload.Texts(said.Payload, "choices")!.Value is var wanted && wanted.Length <= most && !wanted.Except(choices, StringComparer.Ordinal).Any() ? null : Reasons.NoSuchThing;
        }

        var votes = seen.Voices.Select(voice => registers.At(place, of, Registers.VoteOf(voice))).Where(words => words.Count == 1).Select(words => words[0].Split('\n')).ToList();
        return votes.Count * 2 <= seen.Voices.Count() ? Reasons.NoMajority
            : Tally.Of(choices, most, votes).Chosen.Order(StringComparer.Ordinal).SequenceEqual(Payload.Texts(said.Payload, "chosen")!.Value.Order(StringComparer.Ordinal), StringComparer.Ordinal) ? null : Reasons.OtherCount;
    }

    private static IEnumerable<string> Members(Registers registers, int place, string of) => registers.At(place, of, "members").SelectMany(members => members.Split('\n'));

    private static string[] Lines(Registers registers, int place, string of, string field) => Last(registers, place, of, field).Split('\n');

    private static string Last(Registers registers, int place, string of, string field) => registers.At(place, of, field) is [var text, ..] ? text : "";

    private static string? Is(JsonElement payload, string name, string type, int place, Registers registers) =>
        Payload.Text(payload, name) is not { Length: > 0 } id || registers.ThingAt(place, id)?.Type == type ? null : Reasons.NoSuchThing;

    private static string? IsAll(JsonElement payload, string name, string type, int place, Registers registers) =>
        Payload.Texts(payload, name) is not { } all || all.All(id => registers.ThingAt(place, id)?.Type == type) ? null : Reasons.NoSuchThing;
}
