using System.ComponentModel;
using System.Globalization;
using System.Security.Claims;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Catalogue;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Citess.Poles.Kernel.Records;

/// <summary>What a client sends to create or edit a record.</summary>
public sealed record RecordDraft<TContent>(
    TContent Content,
    Audience Audience = Audience.Own,
    [property: Description("With the audience own: the relations of the partner poles that may see it as well, as /api/partners lists them. Without them only the people of this pole see it.")] IReadOnlyList<string>? Partners = null,
    [property: Description("What an edit is for, at most 300 characters. It stands with the version, of kinds that keep their versions.")] string? Why = null)
    where TContent : class
{
    internal Reach Reach => Audience == Audience.Own || Partners is null or [] ? new(Audience, Partners)
        : throw new RefusedException(Refusal.Invalid, "Partners are named for the audience own alone: the other audiences include them.", new FieldProblem("Partners", "kernel.audience.both"));
}

/// <summary>The revision that a command led to; the next edit names it in <c>If-Match</c>.</summary>
public sealed record RecordReceipt(string Id, int Revision);

/// <summary>One page of a list: at most 100 entries; <c>isMore</c> when there are more than were counted, <c>isLoose</c> when nothing has all the words and these have some of them.</summary>
public sealed record RecordEntries(IReadOnlyList<CatalogueEntry> Entries, int Total, bool IsMore, bool IsLoose);

/// <summary>What a list may be narrowed by; all of it may be left out.</summary>
public sealed record RecordListQuery(
    string? Q, [property: Description("anywhere (default), ours or partners")] string? From, string? Pole, string? Sector, string? Territory, string? Language, string? Status,
    [property: Description("A Sustainable Development Goal, 1 to 17.")] string? Sdg,
    [property: Description("micro, meso or macro")] string? Level,
    [property: Description("A determinant that must be in place, as C2.1.")] string? Condition,
    string? Beneficiary,
    [property: Description("Only what another pole reviewed so: confirms, doubts or any; with own- before it, only what its own pole did.")] string? Review,
    [property: Description("Only what another pole tries or tried, and how far it is: intended, adapting, running, finished, stopped or any.")] string? Adoption,
    [property: Description("An offer or a want about this concept.")] string? Concept,
    [property: Description("expertise, equipment, space, funding or partner")] string? Means,
    string? Country,
    [property: Description("whenever, soon or urgent")] string? Urgency,
    [property: Description("False for what is not over yet, true for what is; of offers and wants.")] bool? Over,
    [property: Description("Only what came, or changed, after this.")] DateTimeOffset? Since,
    bool? Withdrawn, int? Skip, int? Take)
{
    public CatalogueQuery For(string kind, ClaimsPrincipal who, DateTimeOffset now) => new()
    {
        Kind = kind,
        Least = who.Least(),
        Text = Q ?? "",
        From = Origins(),
        Origin = Pole,
        Sector = Sector,
        Territory = Territory,
        Language = Language,
        Status = Status,
        Tags = Facets.Of((Facets.Goal, Sdg), (Facets.Level, Level), (Facets.Condition, Condition), (Facets.Beneficiary, Beneficiary), (Facets.Concept, Concept), (Facets.Means, Means), (Facets.Country, Country), (Facets.Urgency, Urgency)),
        Said = Facets.Said((Facets.Review, Review), (Facets.Adoption, Adoption)),
        Since = Since,
        OpenAt = Over == false ? now : null,
        OverBy = Over == true ? now : null,
        WithWithdrawn = Withdrawn == true && who.Least() == Audience.Own,
        Skip = Math.Clamp(Skip ?? 0, 0, CatalogueQuery.MaxCounted),
        Take = Math.Clamp(Take ?? 20, 1, 100),
    };

    /// <summary>As the API writes its words: the binder would take only the names of the code.</summary>
    private Provenance Origins() => string.IsNullOrEmpty(From) ? Provenance.Anywhere
        : EnumWords.Choice<Provenance>(From) ?? throw new RefusedException(Refusal.Invalid, "From is anywhere, ours or partners.");
}

/// <summary>The API of every kind of record: the same verbs, the same preconditions.</summary>
public static class RecordEndpoints
{
    /// <summary>
    /// <c>PUT</c> with <c>If-None-Match: *</c> creates under an id made by the client, <c>PUT</c> with <c>If-Match</c> edits
    /// the named revision; both may be repeated without harm.
    /// </summary>
    public static RouteGroupBuilder MapRecords<TContent>(this IEndpointRouteBuilder routes, string path)
        where TContent : class
    {
        var group = routes.MapGroup("/api/" + path).WithTags(path);
        group.MapGet("/", ListAsync<TContent>).WithName("list-" + path).AllowAnonymous();
        group.MapGet("/{id}", ReadAsync<TContent>).WithName("read-" + path).AllowAnonymous();
        group.MapPut("/{id}", PutAsync<TContent>).WithName("put-" + path).RequireAuthorization(Permissions.Write)
            .ProducesProblem(400).ProducesProblem(403).ProducesProblem(409).ProducesProblem(428);
        group.MapPost("/{id}/withdraw", WithdrawAsync<TContent>).WithName("withdraw-" + path).RequireAuthorization(Permissions.Write).ProducesProblem(409).ProducesProblem(428);
        group.MapPost("/{id}/restore", RestoreAsync<TContent>).WithName("restore-" + path).RequireAuthorization(Permissions.Write).ProducesProblem(409).ProducesProblem(428);
        return group;
    }

    private static async Task<Ok<RecordEntries>> ListAsync<TContent>([AsParameters] RecordListQuery query, RecordKind<TContent> kind, ICatalogue catalogue, ClaimsPrincipal who, TimeProvider clock, CancellationToken stop)
        where TContent : class
    {
        var page = await catalogue.SearchAsync(query.For(kind.Name, who, clock.GetUtcNow()), stop);
        return TypedResults.Ok(new RecordEntries(page.Entries, page.Total, page.IsMore, page.IsLoose));
    }

    private static async Task<Results<Ok<RecordView<TContent>>, ProblemHttpResult>> ReadAsync<TContent>(string id, RecordDesk<TContent> desk, ClaimsPrincipal who, HttpResponse response)
        where TContent : class
    {
        if (await desk.ReadAsync(who, id) is not { } view)
        {
            throw new RefusedException(Refusal.NotFound, "There is no such record.");
        }

        response.Headers.ETag = Tag(view.Revision);
        return TypedResults.Ok(view);
    }

    private static async Task<Results<Created<RecordReceipt>, Ok<RecordReceipt>, ProblemHttpResult>> PutAsync<TContent>(
        string id, [FromBody] RecordDraft<TContent> draft, RecordDesk<TContent> desk, ClaimsPrincipal who, HttpRequest request)
        where TContent : class
    {
        if (request.Headers.IfNoneMatch == "*")
        {
            var made = await desk.CreateAsync(who, id, draft.Content, draft.Reach);
            request.HttpContext.Response.Headers.ETag = Tag(made);
            return TypedResults.Created(request.Path, new RecordReceipt(id, made));
        }

        if (!TrySeen(request, out var seen))
        {
            return NeedsPrecondition();
        }

        return Receipt(request, id, await desk.EditAsync(who, id, draft.Content, draft.Reach, seen, draft.Why ?? ""));
    }

    private static async Task<Results<Ok<RecordReceipt>, ProblemHttpResult>> WithdrawAsync<TContent>(string id, RecordDesk<TContent> desk, ClaimsPrincipal who, HttpRequest request)
        where TContent : class =>
        TrySeen(request, out var seen) ? Receipt(request, id, await desk.WithdrawAsync(who, id, seen)) : NeedsPrecondition();

    private static async Task<Results<Ok<RecordReceipt>, ProblemHttpResult>> RestoreAsync<TContent>(string id, RecordDesk<TContent> desk, ClaimsPrincipal who, HttpRequest request)
        where TContent : class =>
        TrySeen(request, out var seen) ? Receipt(request, id, await desk.RestoreAsync(who, id, seen)) : NeedsPrecondition();

    private static Ok<RecordReceipt> Receipt(HttpRequest request, string id, int revision)
    {
        request.HttpContext.Response.Headers.ETag = Tag(revision);
        return TypedResults.Ok(new RecordReceipt(id, revision));
    }

    internal static bool TrySeen(HttpRequest request, out int seen) =>
        int.TryParse(request.Headers.IfMatch.ToString().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out seen);

    internal static ProblemHttpResult NeedsPrecondition() => TypedResults.Problem(
        type: Problems.Address("precondition-required"), statusCode: 428, title: "Say which revision you saw",
        detail: "Send If-None-Match: * to create, or If-Match with the revision that you edit.");

    internal static string Tag(int revision) => string.Create(CultureInfo.InvariantCulture, $"\"{revision}\"");
}
