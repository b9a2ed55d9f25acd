using Citess.ActivityPub.Repair;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Ledger;

namespace Citess.Poles.Network.Repair;

/// <summary>What our living documents come to, for one audience, with the signed word on it.</summary>
internal sealed record Balance(Digest Digest, Cursor Cursor, byte[] Checkpoint);

/// <summary>
/// Digests of what is ours, made anew when the ledger has grown and somebody asks, never per request: one scan of an index
/// serves both audiences. And of what is held of others, when it is compared.
/// </summary>
internal sealed class Digests(IChanges changes, ILedger ledger, Pole pole, TimeProvider clock) : IDisposable
{
    public const string CheckpointPath = "/checkpoint";

    /// <summary>For so long the same word is said: signing is cheap, and a flood of questions should cost less still.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim turn = new(1, 1);

    // A hundred thousand of them take some memory: it may be taken back whenever it is short.
    private readonly WeakReference<ByBucket?> lists = new(null);
    private Both? last;
    private Counted? counted;

    public async Task<Balance> OwnAsync(Audience least, CancellationToken stop)
    {
        var head = await ledger.HeadAsync(stop);
        var known = Volatile.Read(ref last);
        if (known is null || known.Head != head || clock.GetUtcNow() - known.Signed > Fresh)
        {
            known = await RenewAsync(head, stop);
        }

        return least == Audience.Public ? known.Public : known.Network;
    }

    /// <summary>What is living of ours, by buckets; like the digest it is scanned once, however many ask.</summary>
    public async Task<ILookup<int, Living>> LivingAsync(CancellationToken stop)
    {
        var head = await ledger.HeadAsync(stop);
        await turn.WaitAsync(stop);
        try
        {
            if (!lists.TryGetTarget(out var known) || known.Head < head)
            {
                var all = new List<Living>();
                head = await changes.ScanAsync("", all.Add, stop);
                lists.SetTarget(known = new(head, all.ToLookup(each => Digest.BucketOf(pole.Origin + "/" + each.Key))));
            }

            return known.Living;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>How many documents the feed has for who asks; what anyone may see is counted once, however many ask.</summary>
    public async Task<long> CountAsync(Sight sight, CancellationToken stop)
    {
        var head = await ledger.HeadAsync(stop);
        if (sight != Sight.OfAnyone || counted is not { } known || known.Head != head)
        {
            known = new(head, await changes.CountAsync(sight, stop));
            counted = sight == Sight.OfAnyone ? known : counted;
        }

        return known.Total;
    }

    /// <summary>What is held here of another pole whose addresses begin with <paramref name="url"/>.</summary>
    public async Task<Digest> HeldAsync(string origin, string url, Audience least, CancellationToken stop)
    {
        var digest = new Digest();
        await changes.ScanAsync(
            origin,
            each =>
            {
                if (each.Audience >= least)
                {
                    digest.Add(url + "/" + each.Key, each.Revision);
                }
            },
            stop);
        return digest;
    }

    public void Dispose() => turn.Dispose();

    private async Task<Both> RenewAsync(long head, CancellationToken stop)
    {
        await turn.WaitAsync(stop);
        try
        {
            var now = clock.GetUtcNow();
            if (last is not { } known || known.Head < head)
            {
                var (forNetwork, forAll) = (new Digest(), new Digest());
                head = await changes.ScanAsync("", each => Add(each, forNetwork, forAll), stop);
                known = Sign(head, forNetwork, forAll, now);
            }
            else if (now - known.Signed > Fresh)
            {
                known = Sign(known.Head, known.Network.Digest, known.Public.Digest, now);
            }

            Volatile.Write(ref last, known);
            return known;
        }
        finally
        {
            turn.Release();
        }
    }

    private void Add(Living each, Digest forNetwork, Digest forAll)
    {
        var id = pole.Origin + "/" + each.Key;
        if (each.Audience >= Audience.Network)
        {
            forNetwork.Add(id, each.Revision);
        }

        if (each.Audience == Audience.Public)
        {
            forAll.Add(id, each.Revision);
        }
    }

    private Both Sign(long head, Digest forNetwork, Digest forAll, DateTimeOffset now)
    {
        var cursor = new Cursor(pole.Epoch, head);
        return new(head, now, Balance(forNetwork, pole.NetworkAudience), Balance(forAll, Addresses.Public));

        Balance Balance(Digest digest, string to) => new(
            digest, cursor, Checkpoint.Sign(pole.Origin + CheckpointPath, pole.ActorAddress, to, cursor, digest.Count, digest.Root, pole.PoleEd25519, now));
    }

    private sealed record ByBucket(long Head, ILookup<int, Living> Living);

    private sealed record Counted(long Head, long Total);

    private sealed record Both(long Head, DateTimeOffset Signed, Balance Network, Balance Public);
}
