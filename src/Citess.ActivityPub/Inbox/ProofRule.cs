using System.Text.Json;
using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Proofs;

namespace Citess.ActivityPub.Inbox;

/// <summary>A proof that is there must hold, with a key that the actor lists for assertions; a list of two proofs is refused whole.</summary>
internal sealed class ProofRule(RemoteActors actors, TimeProvider time)
{
    public async Task<(GateVerdict.Refused? Refusal, RemoteActor Signer)> CheckAsync(JsonElement document, RemoteActor signer, bool isDue, FetchBudget budget, CancellationToken token)
    {
        if (!One.Has(document, "proof"))
        {
            return (isDue ? new(GateReason.ProofMissing, "Objects of this kind carry a proof.") : null, signer);
        }

        var method = DataIntegrity.VerificationMethod(document);
        var key = method is null ? null : signer.ProofKey(method);
        if (method is not null && key is null && Origin.Same(method, signer.Id) && await actors.RefreshAsync(signer, budget, token) is { } renewed)
        {
            (signer, key) = (renewed, renewed.ProofKey(method));
        }

        return key is not null && DataIntegrity.Verify(document, key, time.GetUtcNow(), signer.Retired(key.KeyId)) is null
            ? (null, signer)
            : (new(GateReason.ProofWrong, "The proof does not hold with a key that the actor lists under assertionMethod."), signer);
    }
}
