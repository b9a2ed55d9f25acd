using System.Security.Claims;
using System.Text.Json;
using Citess.Poles.Collaborations.Documents;
using Citess.Poles.Collaborations.Log;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Access;

namespace Citess.Poles.Collaborations;

/// <summary>Where pages and programs begin collaborations, read them, and say something in them.</summary>
internal sealed class CollaborationDesk(CollaborationBook book, DocumentRules documents, IGrainFactory grains)
{
    public const string Kind = "collaboration";

    public async Task<IReadOnlyList<HeldCollaboration>> ListAsync(ClaimsPrincipal who, CancellationToken stop)
    {
        who.Require(Permissions.Write);
        return await book.AllAsync(stop);
    }

    /// <summary>Null when there is none.</summary>
    public async Task<HeldCollaboration?> ReadAsync(ClaimsPrincipal who, string id, CancellationToken stop)
    {
        who.Require(Permissions.Write);
        return await book.ReadAsync(id, stop) is { State: not null } held ? held : null;
    }

    /// <summary>Returns the id of the collaboration.</summary>
    public Task<string> BeginAsync(ClaimsPrincipal who, string ulid, object payload)
    {
        who.Require(Permissions.Connect);
        return GrainOf(ulid).BeginAsync(Command(who.AccountId(), ulid, EventTypes.Begin, payload));
    }

    /// <summary>Returns the hash of the event.</summary>
    public async Task<string> SayAsync(ClaimsPrincipal who, string id, string ulid, string says, object payload)
    {
        who.Require(PermissionFor(says));
        var command = Command(who.AccountId(), ulid, says, payload);
        if (CycleForm.IsForGuest(says, JsonElement.Parse(command.Payload)))
        {
            throw new RefusedException(Refusal.Invalid, "A guest speaks by its own link.", new FieldProblem("", "collab.reason." + Reasons.NotItsGuest));
        }

        if (says == EventTypes.Document)
        {
            await documents.CheckAsync(id, command.Payload);
        }

        return await GrainOf(id).SayAsync(command);
    }

    /// <summary>What whoever has the link of a guest says for it; <paramref name="link"/> stands where else a person of the pole would.</summary>
    public Task<string> SayForAsync(string guest, string link, string id, string ulid, string says, IReadOnlyDictionary<string, object> payload) => CycleTypes.OfGuests.Contains(says)
        ? GrainOf(id).SayAsync(Command(link, ulid, says, new Dictionary<string, object>(payload, StringComparer.Ordinal) { [CycleForm.For] = guest }))
        : throw new RefusedException(Refusal.Forbidden, "A guest may not say this.");

    /// <summary>What binds the pole is its coordinators' to say; what is work, whoever may share.</summary>
    private static string PermissionFor(string says) => says is EventTypes.Invite or EventTypes.Join or EventTypes.Decline or EventTypes.Leave or EventTypes.Sign or EventTypes.HandOver or EventTypes.Agree or EventTypes.Close
        or CycleTypes.Guest or CycleTypes.Cycle or CycleTypes.Groups or CycleTypes.Group or CycleTypes.Consent or CycleTypes.Ballot or CycleTypes.Choose or CycleTypes.Count
        ? Permissions.Connect : Permissions.Share;

    private ICollaborationGrain GrainOf(string id) => RecordKey.TryParse($"{Kind}/{id}", out var key)
        ? grains.GetGrain<ICollaborationGrain>(key.ToString())
        : throw new RefusedException(Refusal.NotFound, "There is no such collaboration.");

    private static EventCommand Command(string by, string ulid, string says, object payload) =>
        payload is JsonElement { ValueKind: not JsonValueKind.Object } ? throw new RefusedException(Refusal.Invalid, "What is said is a JSON object.")
        : RecordKey.TryRecord(Kind, ulid, out _)
        ? new(ulid, says, payload is JsonElement json ? json.GetRawText() : JsonSerializer.Serialize(payload, StateJson.Options), by)
        : throw new RefusedException(Refusal.Invalid, "An event is named by a ULID that the client made.");
}
