using Citess.Poles.Kernel.Catalogue;

namespace Citess.Poles.Kernel.Records;

/// <summary>Partner poles as a list may name them.</summary>
public sealed class ListedPartners(ICatalogue catalogue)
{
    private const string Kind = "partner";

    /// <summary>The partner poles of today, by name.</summary>
    public async Task<IReadOnlyList<CatalogueEntry>> AllAsync() =>
        await catalogue.AllAsync(new() { Kind = Kind, Least = Audience.Public }).OrderBy(entry => entry.Id, StringComparer.Ordinal).ToListAsync();

    /// <summary>A list names partner poles of today; one that it named before may stay on it, though it left.</summary>
    public async Task CheckAsync(Reach reach, Reach held)
    {
        if (reach.Partners.Length > Reach.MaxPartners)
        {
            throw Refuse("kernel.audience.many", "A list names at most 200 partner poles.");
        }

        foreach (var partner in reach.Partners.Except(held.Partners, StringComparer.Ordinal))
        {
            if (!RecordKey.TryParse(Kind + "/" + partner, out var key) || await catalogue.FindAsync("", key) is not { Audience: Audience.Public })
            {
                throw Refuse("kernel.audience.unknown", "A list names partner poles that are connected today.");
            }
        }
    }

    private static RefusedException Refuse(string key, string sentence) => new(Refusal.Invalid, sentence, new FieldProblem("Partners", key));
}
