using System.Text.Json;
using Citess.ActivityPub.Inbox;
using Citess.ActivityPub.Repair;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Ledger;

namespace Citess.Poles.Network.Repair;

/// <summary>
/// Judges once more what is held of an origin, by the keys that it shows now, and drops what would be refused today: whoever
/// had a key that is revoked may have signed any of it, at any revision, or have come in while it was being dropped.
/// </summary>
internal sealed class Purge(IChanges changes, IVersions versions, TimeProvider clock)
{
    /// <summary>A few at a time: each may be as long as a letter, and all writers wait behind what drops them.</summary>
    private const int Batch = 100;

    /// <summary>Returns how many were dropped.</summary>
    public async Task<int> RunAsync(RemoteActor owner, CancellationToken stop)
    {
        var count = 0;
        IReadOnlyList<SignedDocument> held;
        for (var after = ""; (held = await changes.OfAsync(owner.Origin.Authority, Audience.Own, after, Batch, stop)).Count > 0; after = held[^1].Key)
        {
            var now = clock.GetUtcNow();
            var worthless = held.AsParallel().Where(document => IsWorthless(document, owner, now)).ToList();
            if (worthless.Count > 0)
            {
                await changes.DropAsync(worthless, stop);
                count += worthless.Count;
            }
        }

        if (count > 0)
        {
            await versions.ForgetAsync(owner.Origin.Authority, stop);
        }

        return count;
    }

    private static bool IsWorthless(SignedDocument document, RemoteActor owner, DateTimeOffset now) =>
        CopyRule.Judge(JsonElement.Parse(document.Json), owner, now) is CopyVerdict.Refused { Fault: CopyFault.KeyUnknown or CopyFault.ProofMissing or CopyFault.ProofWrong };
}
