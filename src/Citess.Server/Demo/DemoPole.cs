using Citess.Poles.Calls;
using Citess.Poles.Calls.Partners;
using Citess.Poles.Directory;
using Citess.Poles.Exchange;
using Citess.Poles.Kernel;
using Citess.Poles.Practices;
using Citess.Poles.Practices.Fit;
using Citess.Poles.Profile;
using Citess.Poles.Services;
using Citess.Poles.Topics;
using Citess.Server.Demo.Voices;

namespace Citess.Server.Demo;

/// <summary>What a demo pole is filled with. Ids are ULIDs and fixed: filling it twice is filling it once.</summary>
internal sealed record DemoPole
{
    /// <summary>Word for folders and commands, in lower-case letters.</summary>
    public required string Name { get; init; }

    public required PoleProfile Profile { get; init; }

    public required IReadOnlyList<(string Id, SseActor Content, Audience Audience)> Actors { get; init; }

    public required IReadOnlyList<(string Id, Service Content, Audience Audience)> Services { get; init; }

    public required IReadOnlyList<(string Id, Practice Content, Audience Audience)> Practices { get; init; }

    /// <summary>Their deadlines are set when they are filled in: three weeks later, so that they are open.</summary>
    public IReadOnlyList<(string Id, Call Content, Audience Audience)> Calls { get; init; } = [];

    /// <summary>Who is asked for its calls.</summary>
    public IReadOnlyList<(string Call, string Id, CandidateDraft Draft)> Candidates { get; init; } = [];
    /// <summary>What it adds to the list of topics.</summary>
    public IReadOnlyList<(string Id, OwnConcept Content, Audience Audience)> Concepts { get; init; } = [];

    /// <summary>What it can give; the last days are set when it is filled.</summary>
    public required IReadOnlyList<(string Id, Offering Content, Audience Audience)> Offers { get; init; }

    /// <summary>What it looks for.</summary>
    public required IReadOnlyList<(string Id, Want Content, Audience Audience)> Wants { get; init; }

    /// <summary>What is in place there.</summary>
    public required IReadOnlyList<FitReply> Fit { get; init; }

    /// <summary>What it says about practices of its own and of others, in this order.</summary>
    public required IReadOnlyList<IDemoVoice> Voices { get; init; }
}
