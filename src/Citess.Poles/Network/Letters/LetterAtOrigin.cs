using System.Text.Json;
using Citess.ActivityPub.Inbox;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Letters;
using Citess.Poles.Network.Recovery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Citess.Poles.Network.Letters;

/// <summary>
/// <c>/letter/{ulid}</c>: to its addressee alone, signed, and until its receipt. To anybody else there is no such letter,
/// whether there is or not.
/// </summary>
internal static class LetterAtOrigin
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/letter/{id}", ReadAsync).ExcludeFromDescription().AllowAnonymous().WithMetadata(Signed.Required);

    private static async Task<Results<ContentHttpResult, NotFound, StatusCodeHttpResult>> ReadAsync(string id, HttpContext http, SignedFetch fetch, ISealedLetters letters, Pole pole, CancellationToken stop)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (!RecordKey.TryRecord(SealedLetter.Kind, id, out var key) || await letters.FindAsync("", id, stop) is not { } letter
            || await fetch.WhoAsync(http) is not SignerVerdict.Known(var who, _) || who.Origin.Authority != letter.Relation || who.Id != letter.Actor)
        {
            return TypedResults.NotFound();
        }

        return letter.Text is null || letter.Received is not null
            ? TypedResults.StatusCode(StatusCodes.Status410Gone)
            : TypedResults.Content(Write(pole.Address(key), letter, pole).GetRawText(), Ap.MediaType);
    }

    /// <summary>Without a proof: what says a person's name is signed by nobody, so that whoever keeps a copy of it can show nothing.</summary>
    internal static JsonElement Write(string address, SealedLetter letter, Pole pole) => Ap.WriteDocument(new ApObject
    {
        Id = address,
        Type = "Note",
        Kind = SealedLetter.Kind,
        AttributedTo = pole.ActorAddress,
        To = [letter.Actor],
        Published = letter.Written,
        Content = letter.Text,
        Other = Kernel.Records.Terms.Of(("mediaType", LetterDispatcher.TextType), ("sourceLanguage", letter.Language)),
    });
}
