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
        return GrainOf(ulid).BeginAsync(Command(who, ulid, EventTypes.Begin, payload));
    }

    /// <summary>Returns the hash of the event.</summary>
    public async Task<string> SayAsync(ClaimsPrincipal who, string id, string ulid, string says, object payload)
    {
        who.Require(PermissionFor(says));
        var command = Command(who, ulid, says, payload);
        if (says == EventTypes.Document)
        {
            await documents.CheckAsync(id, command.Payload);
        }

        return await GrainOf(id).SayAsync(command);
    }

    /// <summary>What binds the pole is its coordinators' to say; what is work, whoever may share.</summary>
    private static string PermissionFor(string says) => says is EventTypes.Invite or EventTypes.Join or EventTypes.Decline or EventTypes.Leave or EventTypes.Sign or EventTypes.HandOver or EventTypes.Agree or EventTypes.Close
        ? Permissions.Connect : Permissions.Share;

    private ICollaborationGrain GrainOf(string id) => RecordKey.TryParse($"{Kind}/{id}", out var key)
        ? grains.GetGrain<ICollaborationGrain>(key.ToString())
        : throw new RefusedException(Refusal.NotFound, "There is no such collaboration.");

    private static EventCommand Command(ClaimsPrincipal who, string ulid, string says, object payload) =>
        payload is JsonElement { ValueKind: not JsonValueKind.Object } ? throw new RefusedException(Refusal.Invalid, "What is said is a JSON object.")
        : RecordKey.TryRecord(Kind, ulid, out _)
        ? new(ulid, says, payload is JsonElement json ? json.GetRawText() : JsonSerializer.Serialize(payload, StateJson.Options), who.AccountId())
        : throw new RefusedException(Refusal.Invalid, "An event is named by a ULID that the client made.");
}
