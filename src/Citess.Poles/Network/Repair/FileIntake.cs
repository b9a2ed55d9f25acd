using System.IO.Compression;
using System.Security.Claims;
using System.Text.Json;
using Citess.ActivityPub.Inbox;
using Citess.ActivityPub.Json;
using Citess.ActivityPub.Repair;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Blobs;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Network.Blocks;

namespace Citess.Poles.Network.Repair;

/// <summary>Takes in the file of other poles, verified as what comes over the wire.</summary>
internal sealed class FileIntake(Owners owners, Intake intake, IBlobs blobs, IRepairTable repairs, IBlocks blocks, Pole pole, TimeProvider clock)
{
    private const int Batch = 100;

    /// <summary>More than any pole will share in a lifetime; a small file that unfolds into more is no file of ours.</summary>
    private const int MaxLines = 2_000_000;

    /// <summary>Each may be a question to a host that does not answer.</summary>
    private const int MaxPoles = 1_000;

    public async Task<ImportReport> ReadAsync(ClaimsPrincipal who, Stream source, CancellationToken stop)
    {
        who.Require(Permissions.Connect);
        var sum = new ImportSum();
        await using var zip = new GZipStream(source, CompressionMode.Decompress, leaveOpen: true);
        await using var lines = SignedFile.ReadAsync(zip, stop).GetAsyncEnumerator(stop);
        var (batch, numbers, owner) = (new List<JsonElement>(), new List<int>(), ((RemoteActor Actor, bool IsConfirmed)?)null);
        while (await NextAsync() && lines.Current.Number <= MaxLines)
        {
            var (number, bytes) = lines.Current;
            var isBlob = bytes is not null && BlobLine.Is(bytes);
            JsonElement document = default;
            var fault = bytes is null ? "it is longer than a document may be"
                : !isBlob && StrictJson.TryParse(bytes, out document) is { } wrong ? $"it is not acceptable JSON: {wrong}" : null;
            if (number == 1 && (fault is not null || !SignedFile.IsHead(document)))
            {
                throw NoFile();
            }

            if (fault is not null)
            {
                sum.Refuse(number, "", fault);
            }
            else if (SignedFile.IsHead(document))
            {
                await FlushAsync();
                owner = await BeginAsync(number, document, sum, stop);
            }
            else if (owner is null)
            {
                sum.Refuse(number, "", "nothing is taken of the pole whose line it stands behind");
            }
            else if (isBlob)
            {
                // What names it must be here before it.
                await FlushAsync();
                await TakeAsync(number, BlobLine.TryRead(bytes!), sum, stop);
            }
            else
            {
                batch.Add(document);
                numbers.Add(number);
            }

            if (batch.Count == Batch)
            {
                await FlushAsync();
            }
        }

        await FlushAsync();
        return sum.Report() ?? throw (sum.Refusal ?? NoFile());

        // Each line stands by its own proof: what came before the damage is good.
        async Task<bool> NextAsync()
        {
            var last = lines.Current?.Number ?? 0;
            try
            {
                return await lines.MoveNextAsync();
            }
            catch (InvalidDataException) when (last > 0)
            {
                sum.Refuse(last + 1, "", "the file is damaged from here on");
                return false;
            }
            catch (InvalidDataException)
            {
                throw NoFile();
            }
        }

        async Task FlushAsync()
        {
            if (owner is var (actor, isConfirmed))
            {
                sum.Add(await intake.TakeAsync(actor, isConfirmed, batch, stop), numbers);
            }

            batch.Clear();
            numbers.Clear();
        }
    }

    /// <summary>Whose documents follow; null when nothing is taken of that pole, and then the others of the file are none the worse.</summary>
    private async Task<(RemoteActor Actor, bool IsConfirmed)?> BeginAsync(int number, JsonElement head, ImportSum sum, CancellationToken stop)
    {
        if (sum.Begun++ == MaxPoles)
        {
            throw new RefusedException(Refusal.Invalid, "The file is of more poles than are taken at once. What stands before them was taken.");
        }

        try
        {
            var (owner, isConfirmed) = await OwnerAsync(head, stop);
            var word = head.TryGetProperty("checkpoint", out var signed) ? Checkpoint.TryRead(signed, owner, clock.GetUtcNow()) : null;
            await repairs.ShownAsync(owner.Origin.Authority, owner.Id, word?.Published, !isConfirmed, clock.GetUtcNow(), stop);
            sum.Origins.Add(new(owner.Origin.Authority, word?.Published, !isConfirmed));
            sum.Add(await intake.TakeAsync(owner, isConfirmed, [head.GetProperty("actor")], stop), [number]);
            return (owner, isConfirmed);
        }
        catch (RefusedException refused)
        {
            sum.Refusal ??= refused;
            sum.Refuse(number, "", refused.Message);
            return null;
        }
    }

    private async Task TakeAsync(int line, Blob? blob, ImportSum sum, CancellationToken stop)
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
}
