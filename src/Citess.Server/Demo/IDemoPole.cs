using Citess.Poles.Directory;
using Citess.Poles.Kernel;
using Citess.Poles.Practices;
using Citess.Poles.Profile;
using Citess.Poles.Services;

namespace Citess.Server.Demo;

/// <summary>What a demo pole is filled with. Ids are ULIDs and fixed: filling it twice is filling it once.</summary>
internal interface IDemoPole
{
    /// <summary>Word for folders and commands, in lower-case letters.</summary>
    string Name { get; }

    PoleProfile Profile { get; }

    IReadOnlyList<(string Id, SseActor Content, Audience Audience)> Actors { get; }

    IReadOnlyList<(string Id, Service Content, Audience Audience)> Services { get; }

    IReadOnlyList<(string Id, Practice Content, Audience Audience)> Practices { get; }
}
