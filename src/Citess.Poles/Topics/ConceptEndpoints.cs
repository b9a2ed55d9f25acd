using System.ComponentModel;
using System.Security.Claims;
using Citess.Poles.Kernel.Culture;
using Citess.Poles.Kernel.Vocabularies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Citess.Poles.Topics;

/// <summary>What a text may mean, best first.</summary>
public sealed record ConceptAnswer(IReadOnlyList<ConceptChoice> Concepts);

internal static class ConceptEndpoints
{
    private const int Usual = 8;
    private const int Most = 30;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGroup("/api/concepts").WithTags("concepts").MapGet("/", SuggestAsync).WithName("suggest-concepts").AllowAnonymous();

        // The same for forms, whose people are known by a cookie: the API takes tokens alone.
        routes.MapGet("/concepts/words", SuggestAsync).ExcludeFromDescription().AllowAnonymous();
    }

    [EndpointDescription("Concepts of the thesaurus, and of this pole's own, that somebody who types this may mean. The text may be in any language; the last word may be begun.")]
    private static async Task<Ok<ConceptAnswer>> SuggestAsync(
        [Description("Up to 2000 characters are looked at.")] string text,
        [Description("In which language names are given: ar, ca, en, es, fr or it. What is meant in it comes before what is meant in others.")] string? language,
        [Description("At most 30; 8 when it is left out.")] int? limit,
        ConceptDesk desk, ClaimsPrincipal who, CancellationToken stop) =>
        TypedResults.Ok(new ConceptAnswer(await desk.SuggestAsync(who, text, Math.Clamp(limit ?? Usual, 1, Most), Languages.Find(language ?? "")?.Code ?? Languages.Current.Code, stop)));
}
