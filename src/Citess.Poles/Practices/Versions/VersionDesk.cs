using System.Security.Claims;
using System.Text.Json;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Practices.Versions;

/// <summary>What a practice said before, for whoever may see it, and the way back.</summary>
public sealed class VersionDesk(RecordDesk<Practice> desk, IVersions versions, IPersonNames names, PracticeFiles files)
{
    /// <summary>On one page.</summary>
    public const int Page = 20;

    /// <summary>The newest first, one more than a page so that each can be compared with the one before it. <paramref name="authority"/> is null for one of ours.</summary>
    public async Task<IReadOnlyList<PracticeVersion>> OfAsync(ClaimsPrincipal who, string? authority, string id, int below = int.MaxValue, CancellationToken stop = default)
    {
        if (!RecordKey.TryRecord(desk.Kind.Name, id, out var key))
        {
            return [];
        }

        var documents = await versions.OfAsync(authority ?? "", key, who.Least(), below, Page + 1, stop);
        var read = documents.Select(Read).OfType<(SignedDocument Document, ApObject Object, Practice Content)>().ToList();
        var known = authority is null && who.May(Permissions.Write) ? await names.NamesAsync(read.Select(each => Terms.Word(each.Object, "editor")).Distinct(StringComparer.Ordinal), stop) : null;
        return [.. read.Select(each => new PracticeVersion(
            each.Document.Revision,
            each.Object.Updated ?? default,
            known?.GetValueOrDefault(Terms.Word(each.Object, "editor")),
            Shortened(Terms.Word(each.Object, "revisionNote")),
            each.Content))];
    }

    /// <summary>Says again what a version said, as one more version; what never travels stays as it is, and files that are gone stay gone.</summary>
    public async Task<int> BringBackAsync(ClaimsPrincipal who, string id, int revision, int seen, string why)
    {
        if (await desk.ReadAsync(who, id) is not { } held || (await OfAsync(who, authority: null, id, revision + 1)).FirstOrDefault() is not { } version || version.Revision != revision)
        {
            throw new RefusedException(Refusal.NotFound, "There is no such version.");
        }

        return await desk.EditAsync(who, id, await files.HereAsync(desk.Kind.Complete(version.Content, held.Content)), held.Reach, seen, why);
    }

    /// <summary>What of another pole would not be taken today is not shown either.</summary>
    private (SignedDocument, ApObject, Practice)? Read(SignedDocument document) =>
        Ap.Read<ApObject>(JsonElement.Parse(document.Json)) is { } read && desk.Kind.Read(read) is { } content && !desk.Kind.Check(content).Any() ? (document, read, content) : null;

    private static string Shortened(string why) => why.Length <= RecordState<Practice>.MaxWhy ? why : why[..RecordState<Practice>.MaxWhy] + "…";
}
