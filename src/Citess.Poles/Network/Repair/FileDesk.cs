using System.IO.Compression;
using System.Security.Claims;
using System.Text.Json;
using Citess.ActivityPub.Repair;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Blobs;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Ledger;

namespace Citess.Poles.Network.Repair;

/// <summary>Writes what this pole shared into a file; <see cref="FileIntake"/> takes such a one in.</summary>
internal sealed class FileDesk(IChanges changes, IDocuments documents, Digests digests, IBlobs blobs, Pole pole)
{
    public async Task WriteAsync(ClaimsPrincipal who, Cursor since, Audience least, Stream target, CancellationToken stop)
    {
        who.Require(Permissions.Connect);
        var self = await documents.FindAsync("", pole.Key, stop) ?? throw new RefusedException(Refusal.NotSetUp, "The pole is not set up yet.");
        var sight = new Sight(least, Joined: 0);
        var balance = await digests.OwnAsync(sight, stop);
        await using var zip = new GZipStream(target, CompressionLevel.Optimal, leaveOpen: true);
        await SignedFile.WriteLineAsync(zip, SignedFile.Head(self.Json, System.Text.Encoding.UTF8.GetString(balance.Checkpoint)), stop);
        var named = new HashSet<string>(StringComparer.Ordinal);
        for (var (after, isLast) = (since.Number, false); !isLast;)
        {
            var slice = await changes.ReadAsync(sight, after, stop);
            foreach (var change in slice.Items)
            {
                await SignedFile.WriteLineAsync(zip, System.Text.Encoding.UTF8.GetBytes(change.Document.Json), stop);
                named.UnionWith(NamedBy(change.Document));
            }

            (after, isLast) = (slice.Upto, slice.IsLast);
        }

        foreach (var hash in named.Order(StringComparer.Ordinal))
        {
            if (await blobs.FindAsync(hash, stop) is { } blob)
            {
                await SignedFile.WriteLineAsync(zip, BlobLine.Write(blob), stop);
            }
        }
    }

    private static IEnumerable<string> NamedBy(SignedDocument document) =>
        document.Json.Contains("\"digestMultibase\"", StringComparison.Ordinal) && Ap.Read<ApObject>(JsonElement.Parse(document.Json)) is { } read
            ? BlobTerms.In(read).Select(link => link.Hash) : [];
}
