using System.Text.Json;
using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Inbox;
using Citess.ActivityPub.Proofs;
using Citess.ActivityPub.Vocabulary;

namespace Citess.Cli;

/// <summary><c>citess verify</c></summary>
internal static class Verify
{
    public static async Task<int> RunAsync(World world, string address, TextWriter say, CancellationToken stop)
    {
        var budget = new FetchBudget();
        if (await world.Documents.FetchAsync(address, budget, token: stop) is not FetchResult.Fetched document)
        {
            await say.WriteLineAsync("The record cannot be fetched as ActivityStreams from there.");
            return 1;
        }

        var record = Ap.Read<ApObject>(document.Root);
        var owner = record?.AttributedTo ?? record?.Id;
        if (owner is null || !Origin.Same(owner, document.Address.AbsoluteUri)
            || await world.Documents.FetchAsync(owner, budget, token: stop) is not FetchResult.Fetched actor
            || RemoteActor.TryRead(actor.Bytes, world.Clock.GetUtcNow()) is not { } speaker)
        {
            await say.WriteLineAsync("The actor that speaks for it cannot be found on its own origin.");
            return 1;
        }

        var fault = Judge(document.Root, speaker, world.Clock.GetUtcNow());
        await say.WriteLineAsync(fault is null
            ? $"Good: revision {record!.Revision} of {record.Id} is signed by {speaker.Id}."
            : $"Not good: {fault}.");
        return fault is null ? 0 : 1;
    }

    private static string? Judge(JsonElement record, RemoteActor speaker, DateTimeOffset now) => speaker.FaultOfProof(record, now) switch
    {
        ProofFault.Missing => "there is no proof",
        ProofFault.WrongKey => "its key is not one of the actor's",
        var fault => fault?.ToString(),
    };
}
