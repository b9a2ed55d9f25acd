using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Vocabulary;

namespace Citess.Poles.Kernel.Records;

/// <summary>Reads the opaque names of audiences.</summary>
public static class AudienceNames
{
    private const string Path = "/audience/";

    /// <summary>
    /// Who may see a document here. What came by a list, or by a name that is not known, is for the people of this pole
    /// alone: it is shown to nobody else and given to no third pole.
    /// </summary>
    public static Audience Of(ApObject document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var names = (document.To ?? []).Concat(document.Cc ?? []).ToList();
        return names.Exists(Addresses.IsPublic) ? Audience.Public
            : names.Exists(name => NameOf(name, document.Id) == "network") ? Audience.Network
            : Audience.Own;
    }

    /// <summary>The name of the list that a document is for; null when it is for an audience that everyone knows.</summary>
    public static string? ListOf(ApObject document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Of(document) == Audience.Own && document.To is [var name, ..] && NameOf(name, document.Id) is { Length: 26 } list && Ulid.TryParse(list, out _) ? list : null;
    }

    private static string? NameOf(string name, string? id) =>
        Origin.Same(name, id) && Uri.TryCreate(name, UriKind.Absolute, out var uri) && uri.AbsolutePath.StartsWith(Path, StringComparison.Ordinal)
            ? uri.AbsolutePath[Path.Length..] : null;
}
