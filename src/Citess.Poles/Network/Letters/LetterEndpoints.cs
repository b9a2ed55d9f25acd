using System.ComponentModel;
using System.Security.Claims;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Letters;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Citess.Poles.Network.Letters;

/// <summary>What a program sends to write a letter.</summary>
public sealed record LetterDraft(
    [property: Description("Relation of the partner pole, as /api/partners lists it.")] string Addressee,
    [property: Description("Plain text, at most 20,000 characters.")] string Text,
    [property: Description("BCP 47 tag.")] string Language);

/// <summary>
/// One letter. <c>state</c> of ours: waiting, received, erased; of theirs: waiting (not fetched yet), received, erased, gone
/// (taken back before it was fetched).
/// </summary>
public sealed record LetterReport(string Id, string? From, string? To, string State, DateTimeOffset Written, string? Language, string? Text)
{
    public DateTimeOffset? Received { get; init; }

    public DateTimeOffset? Erased { get; init; }

    [Description("When the other side said, signed, that it is erased there too.")]
    public DateTimeOffset? ErasedThere { get; init; }

    [Description("Why it could not be fetched yet.")]
    public string? Problem { get; init; }

    internal static LetterReport Of(SealedLetter letter) => new(letter.Id, letter.IsOurs ? null : letter.Relation, letter.IsOurs ? letter.Relation : null, StateOf(letter), letter.Written, letter.Language, letter.Text)
    {
        Received = letter.Received,
        Erased = letter.Erased,
        ErasedThere = letter.Confirmed,
        Problem = letter.Problem,
    };

    private static string StateOf(SealedLetter letter) =>
        letter.Erased is not null ? "erased" : letter.Problem == LetterProblems.Gone ? "gone" : letter.Received is not null ? "received" : "waiting";
}

internal static class LetterEndpoints
{
    private const string From = "The pole that wrote it; left out for letters of this pole.";

    public static void Map(IEndpointRouteBuilder routes)
    {
        LetterAtOrigin.Map(routes);
        var group = routes.MapGroup("/api/letters").WithTags("letters").RequireAuthorization(Permissions.Correspond).ProducesProblem(401).ProducesProblem(403);
        group.MapGet("/", ListAsync).WithName("list-letters");
        group.MapGet("/{id}", ReadAsync).WithName("read-letter").ProducesProblem(404);
        group.MapPut("/{id}", WriteAsync).WithName("write-letter").ProducesProblem(400).ProducesProblem(409);
        group.MapDelete("/{id}", EraseAsync).WithName("erase-letter").ProducesProblem(404);
    }

    private static async Task<Ok<IReadOnlyList<LetterReport>>> ListAsync(LetterDesk desk, ClaimsPrincipal who, CancellationToken stop) =>
        TypedResults.Ok<IReadOnlyList<LetterReport>>([.. (await desk.ListAsync(who, 100, stop)).Select(LetterReport.Of)]);

    private static async Task<Ok<LetterReport>> ReadAsync(string id, [Description(From)] string? from, LetterDesk desk, ClaimsPrincipal who) =>
        await desk.ReadAsync(who, from ?? "", id) is { } letter ? TypedResults.Ok(LetterReport.Of(letter)) : throw new RefusedException(Refusal.NotFound, "There is no such letter.");

    private static async Task<Results<Created<LetterReport>, Ok<LetterReport>>> WriteAsync(string id, [FromBody] LetterDraft draft, LetterDesk desk, ClaimsPrincipal who, HttpRequest request)
    {
        var (letter, isNew) = await desk.WriteAsync(who, id, draft.Addressee ?? "", draft.Text ?? "", draft.Language ?? "");
        return isNew ? TypedResults.Created(request.Path, LetterReport.Of(letter)) : TypedResults.Ok(LetterReport.Of(letter));
    }

    private static async Task<Ok<LetterReport>> EraseAsync(
        string id, [Description(From)] string? from, [Description("True to ask the other side to erase it too.")] bool? everywhere, LetterDesk desk, ClaimsPrincipal who) =>
        TypedResults.Ok(LetterReport.Of(await desk.EraseAsync(who, from ?? "", id, everywhere == true)));
}
