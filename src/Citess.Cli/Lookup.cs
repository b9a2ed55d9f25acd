using Citess.ActivityPub.Discovery;

namespace Citess.Cli;

/// <summary><c>citess lookup</c></summary>
internal static class Lookup
{
    public static async Task<int> RunAsync(World world, string who, TextWriter say, CancellationToken stop)
    {
        switch (await world.Actors.FindActorAsync(who, token: stop))
        {
            case FindResult.Found { Actor: var actor }:
                await say.WriteLineAsync($"{actor.Type} {actor.Name ?? actor.PreferredUsername}");
                await say.WriteLineAsync($"id      {actor.Id}");
                await say.WriteLineAsync($"inbox   {actor.Inbox}");
                await say.WriteLineAsync($"kind    {actor.Kind ?? "not a pole"}");
                foreach (var key in actor.PublicKey ?? [])
                {
                    await say.WriteLineAsync($"key     {key.Id} (signatures)");
                }

                foreach (var key in actor.AssertionMethod ?? [])
                {
                    await say.WriteLineAsync($"key     {key.Id} (proofs) {key.PublicKeyMultibase}");
                }

                return 0;
            case FindResult.NotFound missing:
                await say.WriteLineAsync($"There is no actor: {missing.Fault}.");
                return 1;
            case FindResult.Unreachable silent:
                await say.WriteLineAsync($"No answer: {silent.Reason}");
                return 1;
            default:
                await say.WriteLineAsync("This is no host, handle or address.");
                return 2;
        }
    }
}
