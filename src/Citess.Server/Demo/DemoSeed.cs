using Citess.Poles.Accounts;
using Citess.Poles.Calls;
using Citess.Poles.Calls.Partners;
using Citess.Poles.Calls.State;
using Citess.Poles.Directory;
using Citess.Poles.Exchange;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Practices;
using Citess.Poles.Practices.Fit;
using Citess.Poles.Profile;
using Citess.Poles.Services;
using Citess.Poles.Topics;
using Microsoft.AspNetCore.Identity;

namespace Citess.Server.Demo;

/// <summary>
/// Fills a demo pole through its own grains. Ids are fixed, so a second start finds everything there; what people changed
/// since then stays as they left it.
/// </summary>
internal sealed class DemoSeed(
    IServiceScopeFactory scopes,
    Profiles profiles,
    RecordKind<SseActor> actors,
    RecordKind<Service> services,
    RecordKind<Practice> practices,
    RecordKind<Offering> offers,
    RecordKind<Want> wants,
    RecordKind<Call> calls,
    RecordKind<OwnConcept> concepts,
    IGrainFactory grains,
    TimeProvider clock)
{
    public const string Administrator = "admin";
    public const string Coordinator = "amira";

    /// <summary>Known to everyone: a demo pole listens on this machine only.</summary>
    public const string Password = "olive-terracotta-sea";

    public async Task FillAsync(DemoPole demo, Action<string> tell)
    {
        var by = await AccountAsync(Administrator, "Admin", Roles.Administrator);
        by = await AccountAsync(Coordinator, "Amira", Roles.Coordinator) ?? by;
        await profiles.SetUpAsync(demo.Profile, by!);
        await FillAsync(actors, demo.Actors, by!);
        await FillAsync(services, demo.Services, by!);
        await FillAsync(practices, demo.Practices, by!);
        await FillAsync(offers, [.. demo.Offers.Select((offer, index) => (offer.Id, offer.Content with { Until = Until(index) }, offer.Audience))], by!);
        await FillAsync(wants, [.. demo.Wants.Select((want, index) => (want.Id, want.Content with { Until = Until(index) }, want.Audience))], by!);
        await FillAsync(calls, [.. demo.Calls.Select(call => (call.Id, call.Content with { Deadline = InThreeWeeks }, call.Audience))], by!);
        await FillAsync(demo.Candidates, by!);
        await FillAsync(concepts, demo.Concepts, by!);
        await FillAsync(demo.Fit, by!);
        tell($"{demo.Actors.Count} actors, {demo.Services.Count} services, {demo.Practices.Count} practices, {demo.Offers.Count + demo.Wants.Count} offers and wants");
    }

    private async Task FillAsync<TContent>(RecordKind<TContent> kind, IReadOnlyList<(string Id, TContent Content, Audience Audience)> records, string by)
        where TContent : class
    {
        foreach (var (id, content, audience) in records)
        {
            var grain = kind.Grain(grains, RecordKey.Parse(kind.Name + "/" + id));
            if (await grain.ReadAsync() is null)
            {
                await grain.CreateAsync(content, audience, by);
            }
        }
    }

    /// <summary>The second of each is about to be over, so that there is something to renew.</summary>
    private DateOnly Until(int index) => index == 1 ? DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(9) : Proposal.LastDay(clock.GetUtcNow());

    private string InThreeWeeks => clock.GetUtcNow().Date.AddDays(21).AddHours(17).ToString(CallDeadline.Form, System.Globalization.CultureInfo.InvariantCulture);

    private async Task FillAsync(IReadOnlyList<(string Call, string Id, CandidateDraft Draft)> candidates, string by)
    {
        foreach (var (call, id, draft) in candidates)
        {
            var grain = grains.GetGrain<IConsortiumGrain>($"{ConsortiumDesk.Kind}/{call}");
            if ((await grain.ReadAsync()).Find(id) is null)
            {
                await grain.PutAsync(id, draft, 0, by);
            }
        }
    }

    private async Task FillAsync(IReadOnlyList<FitReply> replies, string by)
    {
        var grain = grains.GetGrain<IFitGrain>(FitDesk.Key);
        if ((await grain.ReadAsync()).Revision == 0)
        {
            await grain.EditAsync([.. replies], 0, by);
        }
    }

    private async Task<string?> AccountAsync(string userName, string displayName, string role)
    {
        await using var scope = scopes.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        if (await people.FindByNameAsync(userName) is { } known)
        {
            return known.Id;
        }

        var account = new Account { Id = Ulid.NewUlid(clock.GetUtcNow()).ToString(), UserName = userName, NormalizedUserName = userName.ToUpperInvariant(), DisplayName = displayName, Created = clock.GetUtcNow(), Roles = [role] };
        var made = await people.CreateAsync(account, Password);
        return made.Succeeded ? account.Id : throw new InvalidOperationException(string.Join(' ', made.Errors.Select(error => error.Description)));
    }
}
