using System.Globalization;
using System.Text.Json;
using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Inbox;
using Citess.ActivityPub.Repair;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Ledger;

namespace Citess.Poles.Network.Repair;

/// <summary>Finds by the digest which records differ, and takes these alone: in proportion to the difference, not to the library.</summary>
internal sealed class Differences(Feed feed, IChanges changes, Intake intake, IRepairTable table, TimeProvider clock)
{
    /// <summary>Beyond this many the feed is quicker.</summary>
    private const int MaxSingly = 2_000;

    public async Task<RepairStand> TakeAsync(RepairStand stand, RemoteActor owner, Places places, Checkpoint checkpoint, Digest held, DateTimeOffset until, CancellationToken stop)
    {
        var answer = await feed.GetAsync(places.Digest, stop);
        if (answer is not FetchResult.Fetched fetched || Strings(fetched.Root, "buckets") is not { Count: Digest.Buckets } theirs)
        {
            return stand with { Problem = Feed.ProblemOf(answer) };
        }

        var buckets = held.DifferingFrom(theirs);
        if (buckets.Count == 0)
        {
            return stand;
        }

        var (listed, unlisted) = (new Dictionary<string, int>(StringComparer.Ordinal), (IReadOnlyList<int>)buckets);
        for (var atOnce = DigestEndpoint.MaxBuckets; atOnce > 0 && unlisted.Count > 0; atOnce /= 4)
        {
            // What did not go into one answer is asked for again with fewer others.
            var left = new List<int>();
            foreach (var some in unlisted.Chunk(atOnce))
            {
                answer = await feed.GetAsync(places.Digest + "?" + string.Join('&', some.Select(bucket => $"bucket={bucket:x2}")), stop);
                if (answer is not FetchResult.Fetched list)
                {
                    return stand with { Problem = Feed.ProblemOf(answer) };
                }

                left.AddRange(List(list.Root, some, listed));
            }

            unlisted = left;
        }

        var (newer, onlyHere) = await WantedAsync(stand.Origin, owner, LeastOf(checkpoint), buckets, listed, stop);

        // Once what is worth nothing was met, reading all of it again would only meet it again.
        if ((unlisted.Count > 0 || newer.Count > MaxSingly) && stand.Refused == 0)
        {
            return stand with { Epoch = checkpoint.Cursor.Epoch, Number = 0, Taken = 0, Total = newer.Count };
        }

        List<string> wanted = [.. newer, .. onlyHere];
        if (wanted.Count == 0)
        {
            // What differed a moment ago has come by itself since.
            return stand;
        }

        return await FetchAsync(stand with { Taken = 0, Total = wanted.Count }, owner, places, wanted, until, stop);
    }

    private async Task<RepairStand> FetchAsync(RepairStand stand, RemoteActor owner, Places places, List<string> wanted, DateTimeOffset until, CancellationToken stop)
    {
        var changed = 0;
        foreach (var some in wanted.Chunk(ChangesEndpoint.MaxIds))
        {
            var pages = 0;
            for (var address = ChangesEndpoint.AddressOf(places.Changes, some); address is not null && pages < some.Length; pages++)
            {
                var answer = await feed.GetAsync(address, stop);
                if (answer is not FetchResult.Fetched fetched || ChangesPage.TryRead(fetched.Root, address) is not { } page)
                {
                    return stand with { Problem = Feed.ProblemOf(answer) };
                }

                var taken = await intake.TakeAsync(owner, mayRenew: true, page.Items, stop);
                changed += taken.New;
                stand = stand with { New = stand.New + taken.New, Refused = stand.Refused + taken.Refused.Count };
                address = page.Next;
            }

            stand = stand with { Taken = stand.Taken + some.Length };
            await table.SaveAsync(stand, stop);
            if (clock.GetUtcNow() >= until)
            {
                return stand;
            }
        }

        // Nothing came that is newer: what is still different is what cannot be read here, or is not shown any more.
        return changed > 0 ? stand : stand with { Problem = RepairProblems.Differs };
    }

    /// <summary>What they have in a higher revision, and what only we have: it may have been withdrawn.</summary>
    private async Task<(List<string> Newer, List<string> OnlyHere)> WantedAsync(string origin, RemoteActor owner, Audience least, IReadOnlyList<int> buckets, Dictionary<string, int> listed, CancellationToken stop)
    {
        var (concerned, ours) = (buckets.ToHashSet(), new Dictionary<string, int>(StringComparer.Ordinal));
        await changes.ScanAsync(
            origin,
            each =>
            {
                var id = owner.Origin.Url + "/" + each.Key;
                if (each.Audience >= least && concerned.Contains(Digest.BucketOf(id)))
                {
                    ours[id] = each.Revision;
                }
            },
            stop);
        return ([.. listed.Where(each => !ours.TryGetValue(each.Key, out var revision) || revision < each.Value).Select(each => each.Key)], [.. ours.Keys.Where(id => !listed.ContainsKey(id))]);
    }

    /// <summary>
    /// What is held here is compared as far as the checkpoint goes. What came by a list is for our own people alone, and the
    /// origin counts it when it speaks to us.
    /// </summary>
    public static Audience LeastOf(Checkpoint checkpoint) => checkpoint.IsPublic ? Audience.Public : Audience.Own;

    /// <summary>Returns the buckets whose items are not listed: they did not go in, or are more than a list can hold.</summary>
    private static List<int> List(JsonElement root, IReadOnlyList<int> asked, Dictionary<string, int> listed)
    {
        var left = asked.ToList();
        foreach (var bucket in Array(root, "buckets").Where(each => each.ValueKind == JsonValueKind.Object && each.TryGetProperty("items", out _)))
        {
            if (bucket.TryGetProperty("bucket", out var name) && name.ValueKind == JsonValueKind.String && byte.TryParse(name.GetString(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var place))
            {
                left.Remove(place);
            }

            foreach (var item in Array(bucket, "items"))
            {
                if (item.ValueKind == JsonValueKind.Object && item.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
                    && item.TryGetProperty("revision", out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out var revision))
                {
                    listed[id.GetString()!] = revision;
                }
            }
        }

        return left;
    }

    private static List<string>? Strings(JsonElement root, string name) =>
        Array(root, name).All(item => item.ValueKind == JsonValueKind.String) ? [.. Array(root, name).Select(item => item.GetString()!)] : null;

    private static IEnumerable<JsonElement> Array(JsonElement root, string name) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];
}
