using System.Security.Claims;
using Citess.Poles.Collaborations.Log;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Citess.Poles.Collaborations;

/// <summary>The API: to read collaborations, and to say something, which is the one thing that is done in them.</summary>
internal static class CollaborationEndpoints
{
    private const string Events = "/{id}/events/{ulid}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/collaborations").WithTags("collaborations").RequireAuthorization(Permissions.Write).ProducesProblem(401).ProducesProblem(403);
        group.MapGet("/", ListAsync).WithName("list-collaborations");
        group.MapGet("/{id}", ReadAsync).WithName("read-collaboration").ProducesProblem(404);
        group.MapGet("/{id}/log", ReadLogAsync).WithName("read-collaboration-log").ProducesProblem(404);
        group.MapPut("/new/{ulid}", BeginAsync).WithName("begin-collaboration").ProducesProblem(400);
        group.MapPut(Events, SayAsync).WithName("say-in-collaboration").ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);
    }

    private static async Task<Ok<IReadOnlyList<CollaborationLine>>> ListAsync(CollaborationDesk desk, Pole pole, ClaimsPrincipal who, CancellationToken stop) =>
        TypedResults.Ok<IReadOnlyList<CollaborationLine>>([.. (await desk.ListAsync(who, stop)).Where(each => each.State is not null).Select(each => Line(each.State!, pole))]);

    private static async Task<Ok<CollaborationReport>> ReadAsync(string id, CollaborationDesk desk, ClaimsPrincipal who, CancellationToken stop) =>
        TypedResults.Ok(CollaborationReport.Of(await desk.ReadAsync(who, id, stop) ?? throw NotFound()));

    /// <summary>As it stands in the database, altered or not: to be verified elsewhere.</summary>
    private static async Task<Ok<RawLog>> ReadLogAsync(string id, ICollaborationEvents events, CancellationToken stop)
    {
        var rows = await events.ReadAsync(id, after: 0, stop);
        return rows.Count == 0 ? throw NotFound() : TypedResults.Ok(RawLog.Of(id, rows));
    }

    private static async Task<Ok<EventReceipt>> BeginAsync(string ulid, [FromBody] EventBody body, CollaborationDesk desk, ClaimsPrincipal who)
    {
        var id = await desk.BeginAsync(who, ulid, body.Payload);
        return TypedResults.Ok(new EventReceipt(id, id));
    }

    private static async Task<Ok<EventReceipt>> SayAsync(string id, string ulid, [FromBody] EventBody body, CollaborationDesk desk, ClaimsPrincipal who) =>
        TypedResults.Ok(new EventReceipt(id, await desk.SayAsync(who, id, ulid, body.Says ?? "", body.Payload)));

    private static CollaborationLine Line(Collaboration state, Pole pole) => new(
        state.Id, state.Name, state.Language, state.Membership.Host, state.Evaluation is not null, state.Membership[pole.ActorAddress]?.Taking, state.Events.Length, state.Conflicts.Count());

    private static RefusedException NotFound() => new(Refusal.NotFound, "There is no such collaboration.");
}
