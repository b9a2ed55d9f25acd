using Citess.Poles.Collaborations.Log;
using Citess.Poles.Kernel.Blobs;

namespace Citess.Poles.Collaborations.Documents;

/// <summary>A document of a collaboration, or one version of it: two that were brought at once are both there until somebody chooses.</summary>
/// <param name="Thing">What names it.</param>
/// <param name="Version">Which bytes, and who said so.</param>
/// <param name="MediaType">As that author says.</param>
public sealed record CollaborationDocument(Thing Thing, Said Version, string MediaType)
{
    /// <summary>More are not fetched and not kept of one collaboration.</summary>
    public const int Most = 200;

    /// <summary>The event that took it away; null while it is there.</summary>
    public Said? Removal => Thing.Removal;

    /// <summary>True when a pole takes files of this kind.</summary>
    public bool IsFit => BlobLink.MediaTypes.Contains(MediaType);

    /// <summary>As it was called with these bytes: a version may have brought another title.</summary>
    public string Title => Thing.Fields.GetValueOrDefault("title") is { Versions: var said } ? (said.FirstOrDefault(each => each.Event == Version.Event) ?? said[0]).Text : "";

    /// <summary>Under which it is kept by whoever opens it.</summary>
    public string FileName => Title + "." + MediaType[(MediaType.IndexOf('/', StringComparison.Ordinal) + 1)..];

    /// <summary>In the order in which they came, those that were removed among them.</summary>
    public static IEnumerable<CollaborationDocument> Of(Collaboration state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Of(EventTypes.Document).SelectMany(thing => thing.Fields["blob"].Versions.DistinctBy(version => version.Text).Select(version => new CollaborationDocument(thing, version, MediaTypeOf(thing, version))));
    }

    /// <summary>Those that each partner holds, each once, whoever else named it before.</summary>
    public static IReadOnlyList<NamedFile> Named(Collaboration state, string us) =>
    [
        .. Of(state).Where(each => each.Removal is null && each.IsFit).GroupBy(each => each.Version.Text, StringComparer.Ordinal).Take(Most)
            .Select(same => new NamedFile(same.Key, same.First().MediaType, same.Any(each => each.Version.Author == us))),
    ];

    /// <summary>Who brought the bytes says what they are.</summary>
    private static string MediaTypeOf(Thing thing, Said version) => thing.Fields.GetValueOrDefault("mediaType") is { Versions: var said }
        ? (said.FirstOrDefault(each => each.Event == version.Event) ?? said[0]).Text : "";
}
