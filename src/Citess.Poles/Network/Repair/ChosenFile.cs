using System.IO.Compression;
using System.Text;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Ledger;

namespace Citess.Poles.Network.Repair;

internal sealed class ChosenFile(IDocuments documents, HeldOf held, Pole pole) : ISignedFiles
{
    public async Task WriteAsync(IAsyncEnumerable<SignedDocument> documents, Stream target, CancellationToken stop = default)
    {
        await using var zip = new GZipStream(target, CompressionLevel.Optimal, leaveOpen: true);
        var (origin, isKnown) = ((string?)null, false);
        await foreach (var document in documents.WithCancellation(stop))
        {
            if (document.Origin != origin)
            {
                var actor = await ActorAsync(document.Origin, stop);
                (origin, isKnown) = (document.Origin, actor is not null);
                if (actor is not null)
                {
                    await SignedFile.WriteLineAsync(zip, SignedFile.Head(actor.Json, checkpoint: null), stop);
                }
            }

            if (isKnown)
            {
                await SignedFile.WriteLineAsync(zip, Encoding.UTF8.GetBytes(document.Json), stop);
            }
        }
    }

    private async Task<SignedDocument?> ActorAsync(string origin, CancellationToken stop) =>
        origin.Length == 0 ? await documents.FindAsync("", pole.Key, stop) : (await held.KnownAsync(origin, stop))?.Actor;
}
