namespace Citess.ActivityPub.Discovery;

/// <summary>A WebFinger answer (RFC 7033 §4.4).</summary>
public sealed record Jrd
{
    /// <summary>Who this is about: <c>acct:pole@barcelona.example</c>.</summary>
    public string? Subject { get; init; }
    /// <summary>Other addresses of the same.</summary>
    public IReadOnlyList<string> Aliases { get => field ?? []; init; }
    /// <summary>Where to go from here.</summary>
    public IReadOnlyList<JrdLink> Links { get => field ?? []; init; }

    /// <summary>The media type of a WebFinger answer.</summary>
    public const string MediaType = "application/jrd+json";

    /// <summary>The answer that leads from a handle to its actor and to its page for people.</summary>
    public static Jrd ForActor(string subject, string actorId, string pageUrl) => new()
    {
        Subject = subject,
        Aliases = [actorId],
        Links =
        [
            new JrdLink { Rel = "self", Type = Vocabulary.Ap.MediaType, Href = actorId },
            new JrdLink { Rel = "http://webfinger.net/rel/profile-page", Type = "text/html", Href = pageUrl },
        ],
    };
}

/// <summary>One link of a WebFinger, host-meta or NodeInfo document.</summary>
public sealed record JrdLink
{
    /// <summary>What the link means.</summary>
    public string? Rel { get; init; }
    /// <summary>Media type of what is there.</summary>
    public string? Type { get; init; }
    /// <summary>Where.</summary>
    public string? Href { get; init; }
    /// <summary>Where, with <c>{uri}</c> to be filled in.</summary>
    public string? Template { get; init; }
}
