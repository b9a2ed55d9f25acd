using System.Collections.Immutable;
using System.Security.Claims;
using System.Text.Json;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Kernel.Vocabularies;

namespace Citess.Poles.Directory;

/// <summary>
/// An actor of the territory is a <c>Profile</c> that describes an organisation: it has no inbox and speaks for nobody, so it
/// must not look like an actor of the protocol.
/// </summary>
public sealed class SseActorKind(Prose prose) : RecordKind<SseActor>
{
    public const string Kind = "actor";

    public override string Name => Kind;

    public override IEnumerable<FieldProblem> Check(SseActor content) =>
    [
        .. Kernel.Check.Text("Name", content.Name, SseActor.MaxName, isNeeded: true),
        .. Kernel.Check.Text("Line", content.Line, SseActor.MaxLine, isNeeded: false),
        .. Kernel.Check.Text("About", content.About, SseActor.MaxAbout, isNeeded: false),
        .. Kernel.Check.Text("LegalForm", content.LegalForm, SseActor.MaxLegalForm),
        .. Kernel.Check.List("Sectors", content.Sectors, 21, Concepts.Sectors.HasCode),
        .. Kernel.Check.List("Territory", [content.Territory], 1, Kernel.Check.IsTerritory),
        .. Kernel.Check.Web("Website", content.Website),
        .. Kernel.Check.Telephone("Telephone", content.Telephone),
        .. IsEmail(content.Email) ? [] : (FieldProblem[])[new("Email", "directory.check.email")],
        .. CheckChoices(content),
        .. CheckCounts(content),
    ];

    public override SseActor Shown(SseActor content, ClaimsPrincipal who) =>
        who.Identity?.IsAuthenticated == true ? content : content with { Telephone = "", Email = "" };

    public override JsonElement Write(SseActor content, Frame frame)
    {
        var document = new Told(content.Name, content.Line, content.About).Into(
            frame.Open("Profile"),
            prose,
            ("actorKind", content.Kind?.Word()),
            ("constituency", content.Constituency?.Word()),
            ("level", content.Level?.Word()),
            ("legalForm", content.LegalForm),
            ("sectors", content.Sectors.Select(code => Concepts.Sectors.Find(code)!.Uri)),
            ("territory", content.Territory),
            ("members", content.Members),
            ("women", content.Women),
            ("young", content.Young),
            ("website", content.Website));
        document.Other!["describes"] = Ap.Write(new ApObject { Type = "Organization", Name = content.Name.SourceText });
        return Ap.WriteDocument(document);
    }

    public override SseActor? Read(ApObject document)
    {
        if (document.Type != "Profile")
        {
            return null;
        }

        var told = Told.In(document);
        return new()
        {
            Name = told.Name,
            Line = told.Line,
            About = told.Markdown,
            Kind = EnumWords.Choice<ActorKind>(Terms.Word(document, "actorKind")),
            Constituency = EnumWords.Choice<Constituency>(Terms.Word(document, "constituency")),
            Level = EnumWords.Choice<InterventionLevel>(Terms.Word(document, "level")),
            LegalForm = Terms.Word(document, "legalForm"),
            Sectors = [.. Terms.Words(document, "sectors").Select(uri => Concepts.Sectors.Find(uri)?.Code).OfType<string>()],
            Territory = Terms.Word(document, "territory"),
            Members = Terms.Number(document, "members"),
            Women = Terms.Number(document, "women"),
            Young = Terms.Number(document, "young"),
            Website = Terms.Word(document, "website"),
        };
    }

    /// <summary>Lists travel to visitors and through the API to anyone: no telephone and no e-mail address among it.</summary>
    public override CatalogueEntry Describe(SseActor content, CatalogueEntry blank) => blank with
    {
        Name = content.Name,
        Summary = content.Line,
        Text = Prose.Words(string.Join('\n', content.About.Texts.Values.Select(each => each.Text).Append(content.LegalForm))),
        Languages = [.. content.Name.Texts.Keys],
        Sectors = content.Sectors,
        Territory = content.Territory,

        // An actor has no state of its own; the one word by which people narrow a directory is its kind.
        Status = content.Kind?.Word() ?? "",
        Facts = Facts(content),
    };

    public override SseActor Complete(SseActor recovered, SseActor held) => recovered with { Telephone = held.Telephone, Email = held.Email };

    public override IRecordGrain<SseActor> Grain(IGrainFactory grains, RecordKey key) => grains.GetGrain<IActorGrain>(key.ToString());

    private static ImmutableSortedDictionary<string, string> Facts(SseActor content) => new (string Name, string? Word)[]
    {
        ("kind", content.Kind?.Word()),
        ("constituency", content.Constituency?.Word()),
        ("level", content.Level?.Word()),
        ("legalForm", content.LegalForm),
    }.Where(fact => !string.IsNullOrEmpty(fact.Word)).ToImmutableSortedDictionary(fact => fact.Name, fact => fact.Word!, StringComparer.Ordinal);

    /// <summary>The API takes numbers for choices too, and 77 would be stored as it came.</summary>
    private static IEnumerable<FieldProblem> CheckChoices(SseActor content) => new (string Field, bool IsKnown)[]
    {
        ("Kind", content.Kind is not { } kind || Enum.IsDefined(kind)),
        ("Constituency", content.Constituency is not { } constituency || Enum.IsDefined(constituency)),
        ("Level", content.Level is not { } level || Enum.IsDefined(level)),
    }.Where(choice => !choice.IsKnown).Select(choice => new FieldProblem(choice.Field, "kernel.check.choice"));

    private static IEnumerable<FieldProblem> CheckCounts(SseActor content)
    {
        foreach (var (field, count) in new (string, int?)[] { ("Members", content.Members), ("Women", content.Women), ("Young", content.Young) })
        {
            if (count < 0)
            {
                yield return new(field, "directory.check.count");
            }
            else if (count > content.Members)
            {
                yield return new(field, "directory.check.more", $"{content.Members}");
            }
        }
    }

    /// <summary>Narrower than the mail standards: a <c>?</c> in a mailto link would add recipients.</summary>
    private static bool IsEmail(string address) => address.Length == 0
        || (address.Length <= SseActor.MaxEmail && address.Split('@') is [{ Length: > 0 }, { Length: > 2 } host] && host.Contains('.', StringComparison.Ordinal) && address.All(letter => char.IsLetterOrDigit(letter) || letter is '@' or '.' or '_' or '+' or '-'));
}
