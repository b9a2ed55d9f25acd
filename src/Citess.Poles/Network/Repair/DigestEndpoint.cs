using System.Globalization;
using System.Text.Json;
using Citess.ActivityPub.Repair;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Ledger;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Citess.Poles.Network.Repair;

/// <summary>
/// <c>/checkpoint</c> tells in a few hundred bytes whether two poles agree, <c>/digest</c> in which of 256 parts they do not,
/// <c>/digest?bucket=…</c> on which records.
/// </summary>
internal static class DigestEndpoint
{
    public const string Path = "/digest";

    /// <summary>Buckets that may be asked for at once.</summary>
    public const int MaxBuckets = 16;

    /// <summary>Items that a list may have on the wire.</summary>
    public const int MaxItems = 1000;

    /// <summary>Letters of an item beside its id.</summary>
    private const int Around = 32;

    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").ExcludeFromDescription().AllowAnonymous().WithMetadata(Signed.Required);
        group.MapGet(Digests.CheckpointPath, ReadCheckpointAsync);
        group.MapGet(Path, ReadAsync);
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> ReadCheckpointAsync(HttpContext http, Sights sights, Digests digests, CancellationToken stop)
    {
        var asker = await sights.OfAsync(http);
        return asker.Refusal is { } refusal ? refusal : RepairDocuments.Send(http, (await digests.OwnAsync(asker.Sight, stop)).Checkpoint);
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> ReadAsync([FromQuery] string[] bucket, HttpContext http, Sights sights, Digests digests, Pole pole, CancellationToken stop)
    {
        var asker = await sights.OfAsync(http);
        if (asker.Refusal is { } refusal)
        {
            return refusal;
        }

        if (bucket.Length > 0)
        {
            return await ListAsync(bucket, http, asker.Sight, digests, pole, stop);
        }

        var balance = await digests.OwnAsync(asker.Sight, stop);
        return RepairDocuments.Write(http, pole.Origin + Path, "Object", json =>
        {
            json.WriteString("cursor", balance.Cursor.ToString());
            json.WriteNumber("count", balance.Digest.Count);
            json.WriteString("root", balance.Digest.Root);
            json.WriteStartArray("buckets");
            for (var each = 0; each < Digest.Buckets; each++)
            {
                json.WriteStringValue(balance.Digest[each]);
            }

            json.WriteEndArray();
        });
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> ListAsync(string[] buckets, HttpContext http, Sight sight, Digests digests, Pole pole, CancellationToken stop)
    {
        var wanted = new SortedSet<int>();
        foreach (var bucket in buckets)
        {
            if (buckets.Length > MaxBuckets || bucket.Length != 2 || !byte.TryParse(bucket, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number))
            {
                return ChangesEndpoint.Unread("bucket is two hexadecimal digits; at most 16 at once.");
            }

            wanted.Add(number);
        }

        var living = await digests.ListAsync(sight, wanted, stop);
        return RepairDocuments.Write(http, pole.Origin + Path + http.Request.QueryString, "Object", json =>
        {
            json.WriteStartArray("buckets");
            foreach (var number in wanted)
            {
                json.WriteStartObject();
                json.WriteString("bucket", number.ToString("x2", CultureInfo.InvariantCulture));
                Write(json, [.. living[number]], digests);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    /// <summary>
    /// A bucket that no list can hold says only how many it has: whoever asks reads the changes feed instead. So does one
    /// that does not go into this answer any more: it is to be asked for again with fewer others.
    /// </summary>
    private static void Write(Utf8JsonWriter json, List<Living> living, Digests digests)
    {
        json.WriteNumber("count", living.Count);
        if (living.Count > MaxItems || json.BytesCommitted + json.BytesPending + living.Sum(each => digests.IdOf(each).Length + Around) > PageRoom.MaxBytes)
        {
            return;
        }

        json.WriteStartArray("items");
        foreach (var each in living)
        {
            json.WriteStartObject();
            json.WriteString("id", digests.IdOf(each));
            json.WriteNumber("revision", each.Revision);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
