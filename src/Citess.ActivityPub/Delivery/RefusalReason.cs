using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Citess.ActivityPub.Delivery;

/// <summary>Why a peer refused, as far as it says so: RFC 9457 has the words, and any other answer only its number.</summary>
internal static class RefusalReason
{
    private const int MaxBytes = 8 * 1024;
    private const int MaxLetters = 300;

    // The headers have come within the request's time; a peer that drips the body must not hold a courier's window.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>
    /// The beginning of the answer. It is read for a 202 too: a connection whose answer was not read to its end is not
    /// used a second time, and each send would open another.
    /// </summary>
    public static async Task<byte[]> BodyAsync(HttpResponseMessage response, TimeProvider time, CancellationToken token)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(token, patience.Token);
        var body = new byte[MaxBytes];
        var length = 0;
        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(either.Token);
            for (int read; length < MaxBytes && (read = await stream.ReadAsync(body.AsMemory(length), either.Token)) > 0; length += read)
            {
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !token.IsCancellationRequested))
        {
            // The status is known: what the peer had to say beside it is not worth a failure.
        }

        return body[..length];
    }

    /// <summary>A sentence for the status page: status, type and detail; nothing of it is trusted to be more than text.</summary>
    public static string Of(int status, ReadOnlySpan<byte> body)
    {
        var answered = string.Create(CultureInfo.InvariantCulture, $"the peer answered {status}");
        try
        {
            var reader = new Utf8JsonReader(body, new() { MaxDepth = 16 });
            using var problem = JsonDocument.ParseValue(ref reader);
            var said = string.Join(": ", new[] { Slug(Text(problem.RootElement, "type")), Text(problem.RootElement, "detail") ?? Text(problem.RootElement, "title") }.Where(each => each is not null));
            return said.Length == 0 ? answered : Clean($"{answered}, {said}");
        }
        catch (JsonException)
        {
            return answered;
        }
    }

    private static string? Slug(string? type) => type is null or "about:blank" ? null : type[(type.LastIndexOfAny(['#', '/']) + 1)..] is { Length: > 0 } slug ? slug : null;

    private static string? Text(JsonElement problem, string name) =>
        problem.ValueKind == JsonValueKind.Object && problem.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    // Control letters and marks that turn the direction of text would change what stands beside it on a page.
    private static string Clean(string text)
    {
        var clean = new StringBuilder(Math.Min(text.Length, MaxLetters));
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length >= MaxLetters)
            {
                break;
            }

            clean.Append(Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format ? " " : rune.ToString());
        }

        return clean.ToString();
    }
}
