using System.Security.Claims;
using Citess.Poles.Accounts;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Calls.Partners;

/// <summary>Where pages and the API meet the consortium of a call of ours: it is for whoever may share in the name of the pole, as it names organisations that have agreed to nothing yet.</summary>
public sealed class ConsortiumDesk(RecordDesk<Call> calls, IGrainFactory grains, TimeProvider clock)
{
    public const string Kind = "consortium";

    /// <summary>The call with who is asked and who is in; null when there is no such call of ours.</summary>
    public async Task<(RecordView<Call> Call, Consortium Consortium)?> ReadAsync(ClaimsPrincipal who, string call)
    {
        who.Require(Permissions.Share);
        return await calls.ReadAsync(who, call) is { } view ? (view, await Grain(call).ReadAsync()) : null;
    }

    /// <summary>Adds or changes a candidate; its revision.</summary>
    public async Task<int> PutAsync(ClaimsPrincipal who, string call, string id, CandidateDraft draft, int seen)
    {
        var grain = await OpenAsync(who, call);
        return Ulid.TryParse(id, out var ulid) && ulid.ToString() == id ? await grain.PutAsync(id, draft, seen, who.AccountId())
            : throw new RefusedException(Refusal.Invalid, "The id of a candidate is a ULID.");
    }

    /// <summary>Gives a candidate a link, and ends the one that there was. Returns its secret, which is nowhere else.</summary>
    public async Task<string> LinkAsync(ClaimsPrincipal who, string call, string id)
    {
        var grain = await OpenAsync(who, call);
        var (secret, now) = (Secrets.Long(), clock.GetUtcNow());
        await grain.LinkAsync(id, new() { Id = Ulid.NewUlid(now).ToString(), Hash = Secrets.Hash(secret), Made = now });
        return secret;
    }

    /// <summary>Ends the link of a candidate.</summary>
    public async Task UnlinkAsync(ClaimsPrincipal who, string call, string id) => await (await OpenAsync(who, call)).LinkAsync(id, link: null);

    /// <summary>Erases whom to ask at a candidate.</summary>
    public async Task ForgetAsync(ClaimsPrincipal who, string call, string id) => await (await OpenAsync(who, call)).ForgetAsync(id);

    public async Task RemoveAsync(ClaimsPrincipal who, string call, string id) => await (await OpenAsync(who, call)).RemoveAsync(id);

    public async Task ShowNamesAsync(ClaimsPrincipal who, string call, bool shows) => await (await OpenAsync(who, call)).ShowNamesAsync(shows);

    internal static string Key(string call) => Kind + "/" + call;

    private IConsortiumGrain Grain(string call) => grains.GetGrain<IConsortiumGrain>(Key(call));

    private async Task<IConsortiumGrain> OpenAsync(ClaimsPrincipal who, string call)
    {
        who.Require(Permissions.Share);

        // Also of a call that was withdrawn: what is personal must be erasable then too.
        return await calls.ReadAsync(who, call) is not null ? Grain(call) : throw new RefusedException(Refusal.NotFound, "There is no such call.");
    }
}
