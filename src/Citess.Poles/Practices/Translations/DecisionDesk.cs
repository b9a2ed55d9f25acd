using System.Security.Claims;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Contributions;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Practices.Contributing;

namespace Citess.Poles.Practices.Translations;

/// <summary>What this pole does with what others bring to its practices, and what others did with ours.</summary>
public sealed class DecisionDesk(RecordDesk<Practice> practices, RecordDesk<Translation> translations, RecordDesk<Decision> decisions, References references, ICatalogue catalogue, TimeProvider clock)
{
    /// <summary>The decision of the pole whose the practice is; null as long as there is none. <paramref name="about"/> as the catalogue has it.</summary>
    public async Task<CatalogueEntry?> FindAsync(ClaimsPrincipal who, RecordReference practice, string about, CancellationToken stop = default)
    {
        var page = await catalogue.SearchAsync(new() { Kind = DecisionKind.Kind, Least = who.Least(), About = about, Take = 20 }, stop);
        return page.Entries.FirstOrDefault(entry => entry.Origin == (practice.Authority ?? ""));
    }

    /// <summary>Puts a proposed translation, as it may have been changed here, into our practice, with credit; then says so.</summary>
    public async Task AcceptAsync(ClaimsPrincipal who, string authority, string id, TranslatedTexts texts, int seen, MultilingualText word, string why)
    {
        var (proposal, about) = await ReadAsync(who, authority, id);
        var held = await practices.ReadAsync(who, proposal.Content.About.Id) ?? throw new RefusedException(Refusal.NotFound, "There is no such practice.");
        await practices.EditAsync(who, proposal.Content.About.Id, texts.Into(held.Content, about.Origin), held.Reach, seen, why);
        await DecideAsync(who, about, proposal, DecisionVerdict.Accepted, word, held.Reach);
    }

    public async Task DeclineAsync(ClaimsPrincipal who, string authority, string id, MultilingualText word)
    {
        var (proposal, about) = await ReadAsync(who, authority, id);
        var held = await practices.ReadAsync(who, proposal.Content.About.Id) ?? throw new RefusedException(Refusal.NotFound, "There is no such practice.");
        await DecideAsync(who, about, proposal, DecisionVerdict.Declined, word, held.Reach);
    }

    /// <summary>Words of another pole about our practice that do not belong there: whoever reads it does not see them any more.</summary>
    public Task PutAsideAsync(ClaimsPrincipal who, RecordReference words, CatalogueEntry entry, Reach reach) => decisions.CreateAsync(
        who,
        Ulid.NewUlid(clock.GetUtcNow()).ToString(),
        new() { About = words, AboutRevision = entry.Revision, AboutName = entry.Name, Verdict = DecisionVerdict.Declined },
        reach);

    private async Task<(RecordView<Translation> Proposal, RecordReference About)> ReadAsync(ClaimsPrincipal who, string authority, string id)
    {
        var about = await references.FindAsync(TranslationKind.Kind, authority, id);
        return !about.IsNone && await translations.ReadAsync(who, authority, id) is { IsWithdrawn: false, Content.About.IsOurs: true } proposal
            ? (proposal, about) : throw new RefusedException(Refusal.NotFound, "There is no such translation.");
    }

    private Task DecideAsync(ClaimsPrincipal who, RecordReference about, RecordView<Translation> proposal, DecisionVerdict verdict, MultilingualText word, Reach reach) => decisions.CreateAsync(
        who,
        Ulid.NewUlid(clock.GetUtcNow()).ToString(),
        new() { About = about, AboutRevision = proposal.Revision, AboutName = proposal.Content.AboutName, Verdict = verdict, Word = word },
        reach);
}
