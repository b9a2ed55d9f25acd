using System.Security.Claims;
using Citess.ActivityPub.Fetching;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Culture;
using Citess.Poles.Kernel.Records;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Citess.Poles.Calls.Partners;

/// <summary>The revision that the candidate has now.</summary>
public sealed record CandidateReceipt(string Id, int Revision);

/// <summary>The link by which the candidate answers; told this once.</summary>
public sealed record CandidateAddress(string Link);

/// <summary>Whether candidates see who else is in.</summary>
public sealed record ShownNames(bool ShowsNames);

internal static class ConsortiumEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/calls/{id}/consortium").WithTags("calls").RequireAuthorization(Permissions.Share).ProducesProblem(403).ProducesProblem(404);
        group.MapGet("/", ReadAsync).WithName("read-consortium");
        group.MapPut("/", ShowAsync).WithName("put-consortium");
        group.MapPut("/{candidate}", PutAsync).WithName("put-candidate").ProducesProblem(400).ProducesProblem(409).ProducesProblem(428);
        group.MapDelete("/{candidate}", RemoveAsync).WithName("remove-candidate");
        group.MapPost("/{candidate}/link", LinkAsync).WithName("link-candidate");
        group.MapDelete("/{candidate}/link", UnlinkAsync).WithName("unlink-candidate");
        group.MapDelete("/{candidate}/contact", ForgetAsync).WithName("forget-candidate");
    }

    /// <summary>The address that a candidate is sent, in its language.</summary>
    public static string Link(Origin origin, string call, string secret, string language) => $"{origin.Url}/{Languages.Find(language)?.Code ?? Languages.Current.Code}/calls/{call}/sheet/{secret}";

    private static async Task<Ok<ConsortiumReport>> ReadAsync(string id, ConsortiumDesk desk, TimeProvider clock, ClaimsPrincipal who, HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        var (call, consortium) = await desk.ReadAsync(who, id) ?? throw new RefusedException(Refusal.NotFound, "There is no such call.");
        return TypedResults.Ok(ConsortiumReport.Of(call.Content, consortium, clock.GetUtcNow()));
    }

    private static async Task<NoContent> ShowAsync(string id, [FromBody] ShownNames names, ConsortiumDesk desk, ClaimsPrincipal who)
    {
        await desk.ShowNamesAsync(who, id, names.ShowsNames);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<CandidateReceipt>, ProblemHttpResult>> PutAsync(string id, string candidate, [FromBody] CandidateDraft draft, ConsortiumDesk desk, ClaimsPrincipal who, HttpRequest request)
    {
        var seen = 0;
        if (request.Headers.IfNoneMatch != "*" && !RecordEndpoints.TrySeen(request, out seen))
        {
            return RecordEndpoints.NeedsPrecondition();
        }

        var revision = await desk.PutAsync(who, id, candidate, draft, seen);
        request.HttpContext.Response.Headers.ETag = RecordEndpoints.Tag(revision);
        return TypedResults.Ok(new CandidateReceipt(candidate, revision));
    }

    private static async Task<Ok<CandidateAddress>> LinkAsync(string id, string candidate, ConsortiumDesk desk, [FromServices] Origin origin, ClaimsPrincipal who, HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        var secret = await desk.LinkAsync(who, id, candidate);
        var held = (await desk.ReadAsync(who, id))?.Consortium.Find(candidate);
        return TypedResults.Ok(new CandidateAddress(Link(origin, id, secret, held?.Language ?? "")));
    }

    private static Task<NoContent> RemoveAsync(string id, string candidate, ConsortiumDesk desk, ClaimsPrincipal who) => DoAsync(desk.RemoveAsync(who, id, candidate));

    private static Task<NoContent> UnlinkAsync(string id, string candidate, ConsortiumDesk desk, ClaimsPrincipal who) => DoAsync(desk.UnlinkAsync(who, id, candidate));

    private static Task<NoContent> ForgetAsync(string id, string candidate, ConsortiumDesk desk, ClaimsPrincipal who) => DoAsync(desk.ForgetAsync(who, id, candidate));

    private static async Task<NoContent> DoAsync(Task deed)
    {
        await deed;
        return TypedResults.NoContent();
    }
}
