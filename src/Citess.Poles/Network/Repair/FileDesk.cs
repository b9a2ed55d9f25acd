using System.IO.Compression;
using System.Security.Claims;
using System.Text.Json;
using Citess.ActivityPub.Inbox;
using Citess.ActivityPub.Json;
using Citess.ActivityPub.Repair;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Blobs;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Network.Blocks;

namespace Citess.Poles.Network.Repair;

/// <summary>A line that was not taken, and why.</summary>
public sealed record ImportLine(int Line, string Id, string Reason);

/// <summary>What came of a file: how much was new, how much was here already, and each line that was worth nothing (the first 200).</summary>
public sealed record ImportReport(string Origin, DateTimeOffset? AsOf, bool IsUnconfirmed, int Taken, int Already, int Refused, IReadOnlyList<ImportLine> Lines)
{
    /// <summary>Images and documents that records name and that are here now by this file.</summary>
    public int Blobs { get; init; }
}

/// <summary>Writes what this pole shared into a file, and takes in the file of another, verified as what comes over the wire.</summary>
internal sealed class FileDesk(IChanges changes, IDocuments documents, Digests digests, Owners owners, Intake intake, IBlobs blobs, IRepairTable repairs, IBlocks blocks, Pole pole, TimeProvider clock)
{
    private const int Batch = 100;
    private const int MaxTold = 200;

    /// <summary>More than any pole will share in a lifetime; a small file that unfolds into more is no file of ours.</summary>
    private const int MaxLines = 2_000_000;

    public async Task WriteAsync(ClaimsPrincipal who, Cursor since, Audience least, Stream target, CancellationToken stop)
    {
        who.Require(Permissions.Connect);
        var self = await documents.FindAsync("", pole.Key, stop) ?? throw new RefusedException(Refusal.NotSetUp, "The pole is not set up yet.");
        var sight = new Sight(least, Joined: 0);
        var balance = await digests.OwnAsync(sight, stop);
        await using var zip = new GZipStream(target, CompressionLevel.Optimal, leaveOpen: true);
        await WriteLineAsync(zip, SignedFile.Head(self.Json, System.Text.Encoding.UTF8.GetString(balance.Checkpoint)), stop);
        var named = new HashSet<string>(StringComparer.Ordinal);
        for (var (after, isLast) = (since.Number, false); !isLast;)
        {
            var slice = await changes.ReadAsync(sight, after, stop);
            foreach (var change in slice.Items)
            {
                await WriteLineAsync(zip, System.Text.Encoding.UTF8.GetBytes(change.Document.Json), stop);
                named.UnionWith(NamedBy(change.Document));
            }

            (after, isLast) = (slice.Upto, slice.IsLast);
        }

        foreach (var hash in named.Order(StringComparer.Ordinal))
        {
            if (await blobs.FindAsync(hash, stop) is { } blob)
            {
                await WriteLineAsync(zip, BlobLine.Write(blob), stop);
            }
        }
    }

    public async Task<ImportReport> ReadAsync(ClaimsPrincipal who, Stream source, CancellationToken stop)
    {
        who.Require(Permissions.Connect);
        try
        {
            await using var zip = new GZipStream(source, CompressionMode.Decompress, leaveOpen: true);
            await using var lines = SignedFile.ReadAsync(zip, stop).GetAsyncEnumerator(stop);
            var head = await lines.MoveNextAsync() && lines.Current.Bytes is { } first && StrictJson.TryParse(first, out var root) is null && root.ValueKind == JsonValueKind.Object ? root : default;
            var (owner, isConfirmed) = await OwnerAsync(head, stop);
            var word = head.TryGetProperty("checkpoint", out var signed) ? Checkpoint.TryRead(signed, owner, clock.GetUtcNow()) : null;
            await repairs.ShownAsync(owner.Origin.Authority, owner.Id, word?.Published, !isConfirmed, clock.GetUtcNow(), stop);
            var sum = new Sum();
            sum.Add(await intake.TakeAsync(owner, isConfirmed, [head.GetProperty("actor")], stop), [1]);
            await ReadAsync(lines, owner, isConfirmed, sum, stop);
            return new(owner.Origin.Authority, word?.Published, !isConfirmed, sum.New, sum.Already, sum.Refused, sum.Lines) { Blobs = sum.Blobs };
        }
        catch (InvalidDataException)
        {
            throw NoFile();
        }
    }

    private async Task ReadAsync(IAsyncEnumerator<FileLine> lines, RemoteActor owner, bool isConfirmed, Sum sum, CancellationToken stop)
    {
        var (batch, numbers) = (new List<JsonElement>(), new List<int>());
        while (await NextAsync() && lines.Current.Number <= MaxLines)
        {
            var line = lines.Current;
            if (line.Bytes is not { } bytes)
            {
                sum.Refuse(line.Number, "", "it is longer than a document may be");
            }
            else if (BlobLine.Is(bytes))
            {
                // What names it must be here before it.
                await FlushAsync();
                await TakeAsync(line.Number, BlobLine.TryRead(bytes), sum, stop);
            }
            else if (StrictJson.TryParse(bytes, out var document) is { } fault)
            {
                sum.Refuse(line.Number, "", $"it is not acceptable JSON: {fault}");
            }
            else
            {
                batch.Add(document);
                numbers.Add(line.Number);
            }

            if (batch.Count == Batch)
            {
                await FlushAsync();
            }
        }

        await FlushAsync();

        // Each line stands by its own proof: what came before the damage is good.
        async Task<bool> NextAsync()
        {
            var last = lines.Current.Number;
            try
            {
                return await lines.MoveNextAsync();
            }
            catch (InvalidDataException)
            {
                sum.Refuse(last + 1, "", "the file is damaged from here on");
                return false;
            }
        }

        async Task FlushAsync()
        {
            sum.Add(await intake.TakeAsync(owner, isConfirmed, batch, stop), numbers);
            batch.Clear();
            numbers.Clear();
        }
    }

    private async Task TakeAsync(int line, Blob? blob, Sum sum, CancellationToken stop)
    {
        if (blob is null)
        {
            sum.Refuse(line, "", "it is not what its hash says, or of a type that is not taken");
        }
        else if (await blobs.KeepAsync(blob, stop))
        {
            sum.Blobs++;
        }
        else
        {
            sum.Refuse(line, "", "no record that is held here names it");
        }
    }

    private static IEnumerable<string> NamedBy(SignedDocument document) =>
        document.Json.Contains("\"digestMultibase\"", StringComparison.Ordinal) && Ap.Read<ApObject>(JsonElement.Parse(document.Json)) is { } read
            ? BlobTerms.In(read).Select(link => link.Hash) : [];

    private async Task<(RemoteActor Owner, bool IsConfirmed)> OwnerAsync(JsonElement head, CancellationToken stop)
    {
        if (head.ValueKind != JsonValueKind.Object || !head.TryGetProperty("actor", out var shown) || CopyRule.ReadActor(shown, clock.GetUtcNow()) is not { } actor)
        {
            throw NoFile();
        }

        if (actor.Id == pole.ActorAddress)
        {
            throw new RefusedException(Refusal.Invalid, "This file is of this very pole. What it lost comes back by a backup, or from its partners.");
        }

        if ((await blocks.ReadAsync(stop)).IsBlocked(actor.Origin))
        {
            throw new RefusedException(Refusal.Forbidden, "The file is of " + actor.Origin.Authority + ", and that host is blocked here. Nothing was taken.");
        }

        var (owner, isConfirmed) = await owners.OfAsync(actor.Origin.Authority, await repairs.FindAsync(actor.Origin.Authority, stop), shown, stop);
        return owner is null
            ? throw new RefusedException(Refusal.Forbidden, "The file says that it is of " + actor.Origin.Authority + ", and that pole is known here by other keys. Nothing was taken.")
            : (owner, isConfirmed);
    }

    private static RefusedException NoFile() => new(Refusal.Invalid, "This is no file of a pole, or it was damaged on the way: compressed lines, the first with the pole's signed document. Nothing was taken.");

    private static async Task WriteLineAsync(Stream target, byte[] line, CancellationToken stop)
    {
        await target.WriteAsync(line, stop);
        await target.WriteAsync("\n"u8.ToArray(), stop);
    }

    private sealed class Sum
    {
        public int New { get; private set; }

        public int Already { get; private set; }

        public int Refused { get; private set; }

        public int Blobs { get; set; }

        public List<ImportLine> Lines { get; } = [];

        public void Add(Taken taken, IReadOnlyList<int> numbers)
        {
            New += taken.New;
            Already += taken.Already;
            foreach (var refused in taken.Refused)
            {
                Refuse(numbers[refused.Place], refused.Id, refused.Reason);
            }
        }

        public void Refuse(int line, string id, string reason)
        {
            Refused++;
            if (Lines.Count < MaxTold)
            {
                Lines.Add(new(line, id, reason));
            }
        }
    }
}
