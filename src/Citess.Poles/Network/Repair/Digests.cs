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
/// serves both audiences, and what is for lists is added to it for whoever stands on them. And of what is held of others,
/// when it is compared.
/// </summary>
internal sealed class Digests(IChanges changes, ILedger ledger, Pole pole, TimeProvider clock) : IDisposable
{
    public const string CheckpointPath = "/checkpoint";

    /// <summary>For so long the same word is said: signing is cheap, and a flood of questions should cost less still.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim turn = new(1, 1);
    private Both? last;
    private Counted? counted;
    private Shelves? shelves;

    public async Task<Balance> OwnAsync(Sight sight, CancellationToken stop)
    {
        var head = await ledger.HeadAsync(stop);
        var known = Volatile.Read(ref last);
        if (known is null || known.Head != head || clock.GetUtcNow() - known.Signed > Fresh)
        {
            known = await RenewAsync(head, stop);
        }

        if (sight.Least == Audience.Public || await changes.ListedAsync(sight.Relation, stop) is not { Count: > 0 } listed)
        {
            return sight.Least == Audience.Public ? known.Public : known.Network;
        }

        return Sign(known.Network.Digest.With(listed.Select(each => (IdOf(each), each.Revision))), known.Network.Cursor, pole.NetworkAudience);
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

    /// <summary>What is in the given buckets, as far as the asker may see it.</summary>
    public async Task<ILookup<int, Living>> ListAsync(Sight sight, IReadOnlySet<int> buckets, CancellationToken stop)
    {
        var head = await ledger.HeadAsync(stop);
        var known = Volatile.Read(ref shelves);
        if (known is null || known.Head < head)
        {
            known = await FillAsync(head, stop);
        }

        var listed = sight.Least == Audience.Public ? [] : await changes.ListedAsync(sight.Relation, stop);
        return buckets.SelectMany(bucket => known.Living[bucket]).Where(each => each.Audience >= sight.Least)
            .Concat(listed.Where(each => buckets.Contains(Digest.BucketOf(IdOf(each)))))
            .ToLookup(each => Digest.BucketOf(IdOf(each)));
    }

    public string IdOf(Living living) => pole.Origin + "/" + living.Key;

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
                known = Sign(head, forNetwork, forAll);
            }
            else if (now - known.Signed > Fresh)
            {
                known = Sign(known.Head, known.Network.Digest, known.Public.Digest);
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
        var id = IdOf(each);
        if (each.Audience >= Audience.Network)
        {
            forNetwork.Add(id, each.Revision);
        }

        if (each.Audience == Audience.Public)
        {
            forAll.Add(id, each.Revision);
        }
    }

    /// <summary>Kept as the digests are: whoever asks for each bucket in turn must not have the library read each time.</summary>
    private async Task<Shelves> FillAsync(long head, CancellationToken stop)
    {
        await turn.WaitAsync(stop);
        try
        {
            if (shelves is { } known && known.Head >= head)
            {
                return known;
            }

            var living = Enumerable.Range(0, Digest.Buckets).Select(_ => new List<Living>()).ToArray();
            head = await changes.ScanAsync(
                "",
                each =>
                {
                    if (each.Audience >= Audience.Network)
                    {
                        living[Digest.BucketOf(IdOf(each))].Add(each);
                    }
                },
                stop);
            Volatile.Write(ref shelves, new(head, living));
            return shelves;
        }
        finally
        {
            turn.Release();
        }
    }

    private Both Sign(long head, Digest forNetwork, Digest forAll)
    {
        var cursor = new Cursor(pole.Epoch, head);
        return new(head, clock.GetUtcNow(), Sign(forNetwork, cursor, pole.NetworkAudience), Sign(forAll, cursor, Addresses.Public));
    }

    private Balance Sign(Digest digest, Cursor cursor, string to) => new(
        digest, cursor, Checkpoint.Sign(pole.Origin + CheckpointPath, pole.ActorAddress, to, cursor, digest.Count, digest.Root, pole.PoleEd25519, clock.GetUtcNow()));

    private sealed record Counted(long Head, long Total);

    private sealed record Both(long Head, DateTimeOffset Signed, Balance Network, Balance Public);

    private sealed record Shelves(long Head, IReadOnlyList<Living>[] Living);
}
