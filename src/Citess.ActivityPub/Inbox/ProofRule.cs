using System.Text.Json;
using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Proofs;

namespace Citess.ActivityPub.Inbox;

/// <summary>A proof that is there must hold, with a key that the actor lists for assertions; a list of two proofs is refused whole.</summary>
internal sealed class ProofRule(RemoteActors actors, TimeProvider time)
{
    public static GateVerdict.Refused Missing { get; } = new(GateReason.ProofMissing, "Whatever names its kind, and a Remove, carries a proof.");

    public async Task<(GateVerdict.Refused? Refusal, RemoteActor Signer)> CheckAsync(JsonElement document, RemoteActor signer, bool isDue, FetchBudget budget, CancellationToken token)
    {
        if (!One.Has(document, "proof"))
        {
            return (isDue ? Missing : null, signer);
        }

        var fault = signer.FaultOfProof(document, time.GetUtcNow());
        if (fault is ProofFault.WrongKey && Origin.Same(DataIntegrity.VerificationMethod(document), signer.Id) && await actors.RefreshAsync(signer, budget, token) is { } renewed)
        {
            signer = renewed;
            fault = signer.FaultOfProof(document, time.GetUtcNow());
        }

        return (fault is null ? null : new(GateReason.ProofWrong, "The proof does not hold with a key that the actor lists under assertionMethod."), signer);
    }
}
