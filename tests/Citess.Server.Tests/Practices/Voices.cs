using System.Collections.Immutable;
using System.Security.Claims;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Practices;
using Citess.Poles.Practices.Adoptions;
using Citess.Poles.Practices.Talk;
using Citess.Poles.Practices.Translations;
using Citess.Server.Tests.Security;
using Citess.Storage.Catalogue;
using Citess.Storage.Sql;
using Microsoft.Extensions.DependencyInjection;

namespace Citess.Server.Tests.Practices;

/// <summary>What poles said, as it came to stand in the catalogue of this one. Empty is the origin of what is ours.</summary>
public sealed class Voices(House mahdia)
{
    public const string Barcelona = "barcelona.example";
    public const string SidiBouzid = "sidibouzid.example";

    public static ClaimsPrincipal Amira { get; } = new(new ClaimsIdentity([new Claim(ClaimTypes.Role, Roles.Administrator)], "test"));

    public Task<CatalogueEntry> PracticeAsync(string origin, string about = "") => PutAsync(origin, PracticeKind.Kind, entry => entry with { About = about });

    public Task<CatalogueEntry> AdoptionAsync(string origin, CatalogueEntry about, AdoptionStage stage, string adapted = "") =>
        PutAsync(origin, AdoptionKind.Kind, entry => entry with { About = about.Reference, Status = stage.Word(), Facts = Fact(AdoptionKind.AdaptedFact, adapted) });

    public Task<CatalogueEntry> QuestionAsync(string origin, CatalogueEntry about) =>
        PutAsync(origin, NoteKind.Kind, entry => entry with { About = about.Reference, Status = NoteKind.Question, Facts = Fact(NoteKind.ReplyFact, "") });

    public Task<CatalogueEntry> AnswerAsync(string origin, CatalogueEntry words) =>
        PutAsync(origin, NoteKind.Kind, entry => entry with { About = words.About, Facts = Fact(NoteKind.ReplyFact, words.Reference) });

    public Task<CatalogueEntry> TranslationAsync(string origin, CatalogueEntry about) => PutAsync(origin, TranslationKind.Kind, entry => entry with { About = about.Reference });

    public Task<CatalogueEntry> DecisionAsync(string origin, CatalogueEntry about, DecisionVerdict verdict) =>
        PutAsync(origin, DecisionKind.Kind, entry => entry with { About = about.Reference, Status = verdict.Word(), Facts = Fact(DecisionKind.RevisionFact, "1") });

    public async Task<CatalogueEntry> PutAsync(string origin, string kind, Func<CatalogueEntry, CatalogueEntry> with)
    {
        var now = mahdia.Clock.GetUtcNow();
        var entry = with(new()
        {
            Origin = origin,
            Key = RecordKey.New(kind, mahdia.Clock).ToString(),
            Revision = 1,
            Audience = Audience.Network,
            Created = now,
            Updated = now,
            Name = MultilingualText.Of("fr", "Four solaire"),
        });
        await WriteAsync(entry);
        return entry;
    }

    public Task WithdrawAsync(CatalogueEntry entry) => WriteAsync(entry with { Revision = entry.Revision + 1, IsWithdrawn = true });

    private Task WriteAsync(CatalogueEntry entry) => mahdia.Services.GetRequiredService<Database>()
        .WriteAsync(writing => mahdia.Services.GetRequiredService<CatalogueRows>().PutAsync(writing, entry));

    private static ImmutableSortedDictionary<string, string> Fact(string name, string value) => ImmutableSortedDictionary<string, string>.Empty.Add(name, value);
}
