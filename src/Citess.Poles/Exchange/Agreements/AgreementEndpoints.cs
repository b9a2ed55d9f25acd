using System.ComponentModel;
using System.Security.Claims;
using Citess.Poles.Exchange.Elsewhere;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Records;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Citess.Poles.Exchange.Agreements;

/// <summary>What a program sends to answer an offer or a want of a partner pole.</summary>
public sealed record AgreementDraft(
    [property: Description("Address of the offer or want at its pole, or on another server that knows FEP-0837.")] string Proposal,
    [property: Description("How much of it, in its unit; 1 where nothing is counted.")] int Quantity = 1,
    [property: Description("Plain text, at most 1,000 characters, without names of people.")] string? Note = null,
    [property: Description("BCP 47 tag of the note.")] string Language = "en");

/// <summary>What a program sends to say no.</summary>
public sealed record AgreementRefusal(string Reason, [property: Description("BCP 47 tag of the reason.")] string Language = "en");

/// <summary>One request, as both sides see it.</summary>
public sealed record AgreementReport(
    string Id, [property: Description("Address of the offer or want.")] string Proposal, [property: Description("True when this pole asks, false when it is asked.")] bool IsOurs, [property: Description("The other side.")] string With,
    [property: Description("proposed, accepted, declined, withdrawn, completed or expired")] AgreementStatus Status, int Quantity, Unit Unit, MultilingualText Note, MultilingualText Reason,
    DateTimeOffset Proposed, DateTimeOffset Expires, DateTimeOffset? Answered, DateTimeOffset? Completed, [property: Description("Id of the agreement, once it is one.")] string? Agreement,
    [property: Description("True when the offer or want stands on software that is no pole.")] bool IsElsewhere, [property: Description("The unit as that writes it; null for a pole's.")] string? UnitElsewhere)
{
    internal static AgreementReport Of(string id, Agreement held, Pole pole, DateTimeOffset now) => new(
        id, held.ProposalAddress(pole), held.IsOurs, held.Relation, held.StatusAt(now), held.Quantity, held.Unit, held.Note, held.Reason,
        held.Proposed, held.Expires, held.Answered, held.Completed, held.Address.Length == 0 ? null : held.Address,
        held.Elsewhere is not null, held.Elsewhere?.Unit);
}

internal static class AgreementEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/requests").WithTags("requests").RequireAuthorization(Permissions.Write).ProducesProblem(401).ProducesProblem(403);
        group.MapGet("/", ListAsync).WithName("list-requests");
        group.MapGet("/elsewhere", LookAsync).WithName("look-elsewhere").WithMetadata(new CostlyAttribute()).ProducesProblem(400);
        group.MapGet("/{id}", ReadAsync).WithName("read-request").ProducesProblem(404);
        group.MapPut("/{id}", ProposeAsync).WithName("make-request").WithMetadata(new CostlyAttribute()).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);
        Command(group, "accept", (desk, who, id) => desk.AcceptAsync(who, id));
        Command(group, "withdraw", (desk, who, id) => desk.WithdrawAsync(who, id));
        Command(group, "complete", (desk, who, id) => desk.CompleteAsync(who, id));
        group.MapPost("/{id}/decline", async (string id, [FromBody] AgreementRefusal refusal, AgreementDesk desk, ClaimsPrincipal who, Pole pole, TimeProvider clock) =>
        {
            await desk.DeclineAsync(who, id, refusal.Reason ?? "", refusal.Language ?? "");
            return await ReadAsync(id, desk, who, pole, clock);
        }).WithName("decline-request").ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);
    }

    private static void Command(RouteGroupBuilder group, string name, Func<AgreementDesk, ClaimsPrincipal, string, Task> command) =>
        group.MapPost("/{id}/" + name, async (string id, AgreementDesk desk, ClaimsPrincipal who, Pole pole, TimeProvider clock) =>
        {
            await command(desk, who, id);
            return await ReadAsync(id, desk, who, pole, clock);
        }).WithName(name + "-request").ProducesProblem(404).ProducesProblem(409);

    private static async Task<Ok<RecordEntries>> ListAsync(
        [Description("proposed, accepted, declined, withdrawn, completed or expired")] string? status, [Description("True for what this pole asks, false for what it is asked.")] bool? ours, int? skip, int? take,
        AgreementDesk desk, ClaimsPrincipal who, CancellationToken stop)
    {
        var page = await desk.ListAsync(who, status is null ? null : EnumWords.Choice<AgreementStatus>(status) ?? throw new RefusedException(Refusal.Invalid, "There is no such status."), ours, about: null, Math.Clamp(skip ?? 0, 0, CatalogueQuery.MaxCounted), Math.Clamp(take ?? 20, 1, 100), stop);
        return TypedResults.Ok(new RecordEntries(page.Entries, page.Total, page.IsMore, page.IsLoose));
    }

    private static async Task<Ok<AgreementReport>> ReadAsync(string id, AgreementDesk desk, ClaimsPrincipal who, Pole pole, TimeProvider clock) =>
        await desk.ReadAsync(who, id) is { } held ? TypedResults.Ok(AgreementReport.Of(id, held, pole, clock.GetUtcNow())) : throw new RefusedException(Refusal.NotFound, "There is no such request.");

    private static async Task<Ok<ProposalElsewhere>> LookAsync(
        [Description("Address of an offer or a want on another server that knows FEP-0837.")] string address, ElsewhereDesk desk, ClaimsPrincipal who, CancellationToken stop) =>
        TypedResults.Ok((await desk.LookAsync(who, address, stop)).Proposal);

    private static async Task<Ok<AgreementReport>> ProposeAsync(string id, [FromBody] AgreementDraft draft, AgreementDesk desk, Proposals proposals, ElsewhereDesk elsewhere, ClaimsPrincipal who, Pole pole, TimeProvider clock, CancellationToken stop)
    {
        if (!Uri.TryCreate(draft.Proposal, UriKind.Absolute, out _))
        {
            throw new RefusedException(Refusal.Invalid, "This is no address of an offer or a want.", new FieldProblem("Proposal", "kernel.check.web"));
        }

        var (note, language) = ((draft.Note ?? "").Trim(), draft.Language ?? "");
        if (await desk.IsMadeAsync(who, id, draft.Proposal, draft.Quantity, note))
        {
            return await ReadAsync(id, desk, who, pole, clock);
        }

        if (await proposals.HereAsync(who, draft.Proposal, pole) is { IsNone: false } here)
        {
            await desk.ProposeAsync(who, id, here.Authority ?? pole.Authority, RecordKey.Parse(here.Key), draft.Quantity, note, language);
        }
        else
        {
            await desk.ProposeAsync(who, id, await elsewhere.LookAsync(who, draft.Proposal, stop), draft.Quantity, note, language);
        }

        return await ReadAsync(id, desk, who, pole, clock);
    }
}
