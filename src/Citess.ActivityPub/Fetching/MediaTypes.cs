using System.Net.Http.Headers;
using Citess.ActivityPub.Vocabulary;

namespace Citess.ActivityPub.Fetching;

/// <summary>Which Content-Type is an ActivityStreams document.</summary>
public static class MediaTypes
{
    private const string Profile = "https://www.w3.org/ns/activitystreams";

    /// <summary>The Accept header of a request for an AS2 document.</summary>
    public const string Accept = $"{Ap.MediaType}, {Ap.LdMediaType}";

    /// <summary>True for <c>application/activity+json</c>, and for <c>application/ld+json</c> with the AS2 profile: plain JSON is what file uploads are served as.</summary>
    public static bool IsActivity(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type) && IsUtf8(type) && (Is(type, Ap.MediaType) || (Is(type, "application/ld+json") && type.Parameters.Any(IsProfile)));

    internal static bool IsJrd(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type) && IsUtf8(type) && (Is(type, "application/json") || Is(type, "application/jrd+json"));

    private static bool Is(MediaTypeHeaderValue type, string name) => string.Equals(type.MediaType, name, StringComparison.OrdinalIgnoreCase);

    private static bool IsUtf8(MediaTypeHeaderValue type) => type.CharSet is null || type.CharSet.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase);

    private static bool IsProfile(NameValueHeaderValue parameter) =>
        string.Equals(parameter.Name, "profile", StringComparison.OrdinalIgnoreCase) && parameter.Value is { } value && value.Trim('"').Split(' ').Contains(Profile);
}
