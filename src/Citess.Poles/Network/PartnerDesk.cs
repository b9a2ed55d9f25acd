using System.Security.Claims;
using Citess.ActivityPub.Discovery;
using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Network.Blocks;
using Citess.Poles.Network.Outgoing;

namespace Citess.Poles.Network;

/// <summary>A partner pole with how sending to it goes.</summary>
public sealed record PartnerStatus(CatalogueEntry Entry, PartnerView View, CourierStand? Courier, long Waiting)
{
    /// <summary>What it refused for good, the latest first.</summary>
    public IReadOnlyList<CourierRefusal> Refusals { get; init; } = [];

    /// <summary>When it is tried again after a failure; null when nothing failed, or when nothing is sent until it is heard of.</summary>
    public DateTimeOffset? Next => Courier is { Problem: not null and not CourierStand.Unwanted } courier ? courier.DueAt : null;
}

/// <summary>Where pages and the API meet the partners: who may is asked here.</summary>
public sealed class PartnerDesk(IGrainFactory grains, ActorFinder finder, ICatalogue catalogue, ICourierTable couriers, IArrivals arrivals, IBlocks blocks, Pole pole, TimeProvider clock)
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Looks for a pole by what a person typed: a host, a handle, or the address of a page there.</summary>
    public async Task<PartnerActor> FindAsync(ClaimsPrincipal who, string typed, CancellationToken stop)
    {
        who.Require(Permissions.Connect);
        return await finder.FindActorAsync(typed, pole.ServerSigner, stop) switch
        {
            FindResult.Found { Document.Root: var root } when !WireVersion.IsKnown(root) => throw Refuse("network.problem.wire", "This pole speaks another version of the wire than is known here."),
            FindResult.Found { Actor: var actor } when PartnerActor.Of(actor) is { IsPole: true } partner => partner,
            FindResult.Found => throw Refuse("network.problem.kind", "There is a server at this address, but it is not a pole."),
            FindResult.Unreachable => throw Refuse("network.problem.silent", "There is no answer at this address now."),
            FindResult.NotFound { Fault: FetchFault.HostBlocked } => throw Refuse("network.problem.blocked", "This host is blocked here."),
            FindResult.NotFound => throw Refuse("network.problem.missing", "There is no pole at this address."),
            _ => throw Refuse("network.problem.address", "This is not an address of a pole."),
        };
    }

    public async Task<string> ConnectAsync(ClaimsPrincipal who, string typed, CancellationToken stop)
    {
        var actor = await FindAsync(who, typed, stop);
        await Partner(actor.Relation).ConnectAsync(actor, who.AccountId());
        await ListedAsync(actor.Relation, stop);
        return actor.Relation;
    }

    /// <summary>Says yes to a pole that asked.</summary>
    public async Task AcceptAsync(ClaimsPrincipal who, string relation)
    {
        who.Require(Permissions.Connect);
        var view = await ReadAsync(relation);
        if ((await blocks.ReadAsync()).IsBlocked(relation))
        {
            throw Refuse("network.problem.blocked", "This host is blocked here.");
        }

        await Partner(relation).ConnectAsync(view.Actor, who.AccountId());
    }

    public async Task DeclineAsync(ClaimsPrincipal who, string relation)
    {
        who.Require(Permissions.Connect);
        await Partner(relation).DeclineAsync(who.AccountId());
    }

    public async Task DisconnectAsync(ClaimsPrincipal who, string relation)
    {
        who.Require(Permissions.Connect);
        await ReadAsync(relation);
        await Partner(relation).DisconnectAsync(who.AccountId());
    }

    /// <summary>Ends the pause after failures: the courier tries at once, and this waits a moment for what comes of it.</summary>
    public async Task SendNowAsync(ClaimsPrincipal who, string relation)
    {
        who.Require(Permissions.Connect);
        await ReadAsync(relation);
        var sending = grains.GetGrain<ICourierGrain>("courier/" + relation).SendNowAsync();
        await Task.WhenAny(sending, Task.Delay(Patience, clock));
        _ = sending.ContinueWith(late => late.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
    }

    /// <summary>Partner poles, newest first; visitors of other servers are not among them.</summary>
    public async Task<IReadOnlyList<PartnerStatus>> ListAsync(ClaimsPrincipal who, CancellationToken stop)
    {
        var stands = (await couriers.AllAsync(stop)).ToDictionary(stand => stand.Relation, StringComparer.Ordinal);
        var entries = await PoleRelations.ReadAsync(catalogue, who.Least(), stop).ToListAsync(stop);
        var waiting = await arrivals.WaitingAsync([.. entries.Select(entry => entry.Id)], stop);
        var list = new List<PartnerStatus>();
        foreach (var entry in entries)
        {
            if (await Partner(entry.Id).ReadAsync() is { } view)
            {
                var stand = stands.GetValueOrDefault(entry.Id);
                list.Add(new(entry, view, stand, waiting.GetValueOrDefault(entry.Id)) { Refusals = stand is { Refused: > 0 } ? await arrivals.RefusalsAsync(entry.Id, 5, stop) : [] });
            }
        }

        return list;
    }

    public async Task<PartnerView> ReadAsync(string relation) =>
        RecordKey.TryParse("partner/" + relation, out _) && await Partner(relation).ReadAsync() is { } view
            ? view
            : throw new RefusedException(Refusal.NotFound, "There is no such partner.");

    /// <summary>Lists follow what is stored within moments: whoever just asked would find an empty one.</summary>
    private async Task ListedAsync(string relation, CancellationToken stop)
    {
        for (var attempt = 0; attempt < 40 && await catalogue.FindAsync("", RecordKey.Parse("partner/" + relation), stop) is null; attempt++)
        {
            await Task.Delay(Moment, clock, stop);
        }
    }

    private IPartnerGrain Partner(string relation) => grains.GetGrain<IPartnerGrain>("partner/" + relation);

    private static RefusedException Refuse(string key, string sentence) => new(Refusal.Invalid, sentence, new FieldProblem("Address", key));
}
