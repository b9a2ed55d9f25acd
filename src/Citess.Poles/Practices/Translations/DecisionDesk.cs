using System.Globalization;
using System.Security.Claims;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Contributions;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Practices.Contributing;

namespace Citess.Poles.Practices.Translations;

/// <summary>What this pole does with what others bring to its practices.</summary>
public sealed class DecisionDesk(RecordDesk<Practice> practices, RecordDesk<Translation> translations, RecordDesk<Decision> decisions, References references, Decisions made)
{
    /// <summary>Puts a proposed translation, as it may have been changed here, into our practice, with credit; then says so.</summary>
    public async Task AcceptAsync(ClaimsPrincipal who, string authority, string id, TranslatedTexts texts, int seen, MultilingualText word, string why)
    {
        var (proposal, about) = await ReadAsync(who, authority, id);
        var held = await practices.ReadAsync(who, proposal.Content.About.Id) ?? throw new RefusedException(Refusal.NotFound, "There is no such practice.");
        if (Decisions.On(await made.OfAsync(who, authority: null), about.ToString(), proposal.Revision) is not null)
        {
            throw new RefusedException(Refusal.Conflict, "Somebody else has decided meanwhile.");
        }

        await practices.EditAsync(who, proposal.Content.About.Id, texts.Written().Into(held.Content, about.Origin), held.Reach, seen, why);
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
        IdOf(words, entry.Revision),
        new() { About = words, AboutRevision = entry.Revision, AboutName = entry.Name, Verdict = DecisionVerdict.Declined },
        reach);

    /// <summary>One decision for each revision: of two that are made at once the second is refused.</summary>
    private static string IdOf(RecordReference about, int revision) => RecordKey.Derived(DecisionKind.Kind, string.Create(CultureInfo.InvariantCulture, $"{about}@{revision}")).Id;

    private async Task<(RecordView<Translation> Proposal, RecordReference About)> ReadAsync(ClaimsPrincipal who, string authority, string id)
    {
        var about = await references.FindAsync(TranslationKind.Kind, authority, id);
        return !about.IsNone && await translations.ReadAsync(who, authority, id) is { IsWithdrawn: false, Content.About.IsOurs: true } proposal
            ? (proposal, about) : throw new RefusedException(Refusal.NotFound, "There is no such translation.");
    }

    private Task DecideAsync(ClaimsPrincipal who, RecordReference about, RecordView<Translation> proposal, DecisionVerdict verdict, MultilingualText word, Reach reach) => decisions.CreateAsync(
        who,
        IdOf(about, proposal.Revision),
        new() { About = about, AboutRevision = proposal.Revision, AboutName = proposal.Content.AboutName, Verdict = verdict, Word = word },
        reach);
}
