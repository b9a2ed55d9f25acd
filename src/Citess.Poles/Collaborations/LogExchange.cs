using System.Collections.Concurrent;
using System.Text.Json;
using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Logs;
using Citess.Poles.Collaborations.Log;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Network;
using Citess.Poles.Network.Recovery;
using Citess.Poles.Network.Repair;
using Microsoft.Extensions.Logging;

namespace Citess.Poles.Collaborations;

/// <summary>
/// Asks other partners of a collaboration for what is lacking here, whoever wrote it: each of them holds all. It says which
/// are the latest events here, and is given what these do not stand upon.
/// </summary>
internal sealed class LogExchange(
    CollaborationBook book, ICollaborationEvents events, IGrainFactory grains, Feed feed, Pole pole, SafeHttpOptions http, TimeProvider clock, ILogger<LogExchange> log)
    : Dispatcher(clock, log), IRecovers
{
    /// <summary>Partners asked in one turn: one that answers is enough.</summary>
    private const int MaxAsked = 3;

    /// <summary>Pages of one turn: a log has no more.</summary>
    private const int MaxPages = 1000;

    /// <summary>What is pushed comes at once; this is for what went past.</summary>
    private static readonly TimeSpan Often = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Seldom = TimeSpan.FromHours(6);

    private readonly ConcurrentDictionary<string, DateTimeOffset> due = new(StringComparer.Ordinal);

    // On one machine poles are looked at as they meet.
    private readonly TimeSpan often = http.AllowPrivateAddresses ? TimeSpan.FromSeconds(5) : Often;

    /// <summary>Asks one pole about one collaboration as soon as may be.</summary>
    public void Ask(string id, string actor) => Nudge(id + " " + actor);

    protected override async Task<IReadOnlyList<string>> DueAsync(CancellationToken stop)
    {
        var now = Clock.GetUtcNow();
        return [.. (await events.AllAsync(stop)).Where(id => due.GetOrAdd(id, now) <= now)];
    }

    /// <summary>After a restore: what this pole said itself and lost would else be said a second time, under the same numbers.</summary>
    public async Task<bool> TryAsync(CancellationToken stop)
    {
        var isDone = true;
        foreach (var held in await book.AllAsync(stop))
        {
            foreach (var other in Others(held.State))
            {
                isDone &= await AskAsync(held.Id, other);
            }
        }

        return isDone;
    }

    protected override async Task DoAsync(string name)
    {
        if (name.Split(' ') is [var asked, var actor])
        {
            await AskAsync(asked, actor);
            return;
        }

        var state = (await book.ReadAsync(name)).State;
        due[name] = Clock.GetUtcNow() + (state?.Evaluation is null ? often : Seldom);
        var others = Others(state);
        Random.Shared.Shuffle(others);
        foreach (var other in others.Take(MaxAsked))
        {
            await AskAsync(name, other);
        }
    }

    private string[] Others(Collaboration? state) =>
        [.. state?.Membership.Members.Where(each => each.Actor != pole.ActorAddress && each.Taking is Taking.Joined or Taking.Invited).Select(each => each.Actor) ?? []];

    /// <summary>True when it answered to the end.</summary>
    private async Task<bool> AskAsync(string id, string actor)
    {
        if (!Origin.TryParse(actor, allowHttp: true, out var origin))
        {
            return true;
        }

        for (var page = 0; page < MaxPages; page++)
        {
            var heads = (await book.ReadAsync(id)).State?.Heads.ToArray() ?? [];
            Random.Shared.Shuffle(heads);
            var address = LogEndpoint.AddressOf(origin.Url, id, heads.Take(SignedEvent.MaxHeads));
            if (await feed.ProbeAsync(address, CancellationToken.None) is not FetchResult.Fetched { Root: { ValueKind: JsonValueKind.Object } root }
                || !root.TryGetProperty("orderedItems", out var items) || items.ValueKind != JsonValueKind.Array)
            {
                return false;
            }

            if (items.GetArrayLength() == 0
                || await grains.GetGrain<ICollaborationGrain>($"{CollaborationDesk.Kind}/{id}").TakeAsync([.. items.EnumerateArray().Select(item => item.GetRawText())]) is { New: 0 })
            {
                return true;
            }
        }

        return true;
    }
}
