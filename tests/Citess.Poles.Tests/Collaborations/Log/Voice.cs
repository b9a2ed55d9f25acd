using System.Text.Json;
using Citess.ActivityPub.Logs;
using Citess.ActivityPub.Signatures;
using Citess.Poles.Collaborations.Log;

namespace Citess.Poles.Tests.Collaborations.Log;

/// <summary>A pole of a collaboration with its key, and what it holds of the log.</summary>
internal sealed class Voice(string host) : IDisposable
{
    public static readonly DateTimeOffset Day = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private readonly Ed25519KeyPair key = Ed25519KeyPair.Create($"https://{host}/pole/01JZ0000000000000000000000#ed25519-key");
    private int said;

    public string Actor => $"https://{host}/pole/01JZ0000000000000000000000";

    /// <summary>By its clock.</summary>
    public DateTimeOffset Now { get; set; } = Day;

    public Dictionary<string, SignedEvent> Held { get; } = new(StringComparer.Ordinal);

    public string Log { get; private set; } = "";

    public Collaboration State => Collaboration.Of(Log, Held.Values)!;

    public void Dispose() => key.Dispose();

    public SignedEvent Begin(IEnumerable<Voice> partners, string invite = "host", string role = PartnerRoles.Partner, params string[] clauses)
    {
        var begun = Prove(EventTypes.Begin, new { name = "Huilerie partagée", purpose = "Une huilerie pour trois coopératives.", language = "fr", clauses, partners = partners.Select(each => new { actor = each.Actor, role }), invite }, PartnerRoles.Host, [], 1, null);
        Keep(begun);
        return begun;
    }

    /// <summary>Begins a cycle of peer learning.</summary>
    public SignedEvent BeginCycle(IEnumerable<Voice> partners)
    {
        var begun = Prove(
            EventTypes.Begin,
            new { name = "Apprendre ensemble", purpose = "Se relever après la crise.", language = "fr", clauses = new[] { "Une voix chacun." }, partners = partners.Select(each => new { actor = each.Actor, role = PartnerRoles.Partner }), invite = "host", method = CycleTypes.Method, languages = new[] { "fr", "ar" }, territory = "TN-53" },
            PartnerRoles.Host,
            [],
            1,
            null);
        Keep(begun);
        return begun;
    }

    /// <summary>Says something upon all that it holds, in the role that it has.</summary>
    public SignedEvent Say(string type, object payload, string? role = null)
    {
        var (state, last) = (State, State.LastOf(Actor));
        var made = Prove(type, payload, role ?? state.Membership.RoleOf(Actor) ?? PartnerRoles.Partner, [.. state.Heads.Take(SignedEvent.MaxHeads)], (last?.Said.Number ?? 0) + 1, last?.Hash);
        Keep(made);
        return made;
    }

    public SignedEvent Join() => Say(EventTypes.Join, new { terms = State.TermsHash });

    /// <summary>The reason for which its last word does not count; null when it counts.</summary>
    public string? ReasonOf(SignedEvent made) => State.Events.Single(each => each.Event.Hash == made.Hash).Reason;

    public SignedEvent Prove(string type, object payload, string role, IReadOnlyList<string> heads, int number, string? previous, string? log = null) => SignedEvent.Prove(
        new()
        {
            Id = $"https://{host}/event/{++said}",
            Author = Actor,
            Log = heads.Count == 0 ? null : log ?? Log,
            Heads = heads,
            Number = number,
            Previous = previous,
            Person = "01JZ00000000000000000000AM",
            Role = role,
            Time = Now,
            Type = type,
            Payload = JsonSerializer.SerializeToElement(payload),
        },
        key,
        Day);

    public void Keep(SignedEvent made)
    {
        if (Log.Length == 0)
        {
            Log = made.Log;
        }

        Held.TryAdd(made.Hash, made);
    }

    /// <summary>Takes all that another one holds.</summary>
    public void Hear(params IEnumerable<Voice> others)
    {
        foreach (var made in others.SelectMany(other => other.Held.Values.ToList()))
        {
            Keep(made);
        }
    }

    public static void Meet(params IReadOnlyList<Voice> all)
    {
        foreach (var each in all)
        {
            each.Hear(all);
        }
    }
}
