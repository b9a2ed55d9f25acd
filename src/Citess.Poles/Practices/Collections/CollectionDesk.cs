using System.Security.Claims;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Practices.Collections;

/// <summary>Puts single practices into collections of ours and takes them out again.</summary>
public sealed class CollectionDesk(RecordDesk<PracticeCollection> desk, ICatalogue catalogue)
{
    /// <summary>More than anybody chooses from.</summary>
    private const int MostOwn = 100;
    private const int Attempts = 3;

    /// <summary>The collections of ours that this person may change, the latest first.</summary>
    public async Task<IReadOnlyList<CatalogueEntry>> OwnAsync(ClaimsPrincipal who, CancellationToken stop = default) =>
        await catalogue.AllAsync(new() { Kind = CollectionKind.Kind, Least = who.Least(), From = Provenance.Ours }, stop)
            .Where(entry => who.May(desk.Kind.Permission(entry.IsForList ? Audience.Network : entry.Audience)))
            .Take(MostOwn).ToListAsync(stop);

    /// <summary>Puts it at the end; one that is in keeps its place and has the new reason.</summary>
    public Task<int> PutAsync(ClaimsPrincipal who, string id, CollectedPractice practice)
    {
        ArgumentNullException.ThrowIfNull(practice);
        return ChangeAsync(who, id, content => content with
        {
            Practices = content.Practices.FirstOrDefault(each => each.Is(practice.Practice.ToString())) is { } held
                ? content.Practices.Replace(held, held with { Reason = practice.Reason })
                : content.Practices.Add(practice),
        });
    }

    /// <summary>Takes it out; what is not in stays out. <paramref name="reference"/> is as the catalogue names it.</summary>
    public Task<int> TakeOutAsync(ClaimsPrincipal who, string id, string reference) =>
        ChangeAsync(who, id, content => content with { Practices = [.. content.Practices.Where(each => !each.Is(reference))] });

    private async Task<int> ChangeAsync(ClaimsPrincipal who, string id, Func<PracticeCollection, PracticeCollection> change)
    {
        for (var attempt = 1; ; attempt++)
        {
            var held = await desk.ReadAsync(who, id) ?? throw new RefusedException(Refusal.NotFound, "There is no such collection.");
            try
            {
                return await desk.EditAsync(who, id, change(held.Content), held.Reach, held.Revision);
            }
            catch (RefusedException refused) when (refused.Reason == Refusal.Conflict && !held.IsWithdrawn && attempt < Attempts)
            {
                // Two who put something in at the same time do not contradict each other.
            }
        }
    }
}
