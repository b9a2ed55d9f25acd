using System.Collections.Immutable;
using System.Globalization;
using System.Security.Claims;
using System.Text.Json;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Kernel.Vocabularies;
using Citess.Poles.Matching;

namespace Citess.Poles.Exchange;

/// <summary>
/// An offer or a want is a <c>Proposal</c> of FEP-0837 that publishes one <c>Intent</c>; beside its terms stand ours. There is no
/// reciprocal intent: what a pole gives to another is not paid for here.
/// </summary>
public abstract class ProposalKind<TContent>(Prose prose, TimeProvider clock) : RecordKind<TContent>
    where TContent : Proposal, new()
{
    /// <summary>States in which lists show one that is not over.</summary>
    public const string Open = "open";
    public const string Taken = "taken";

    private const int MaxSummary = 200;

    /// <summary>The word of FEP-0837.</summary>
    protected abstract string Purpose { get; }

    /// <summary>The member of the intent under which our pole stands.</summary>
    protected abstract string Side { get; }

    public override IEnumerable<FieldProblem> Check(TContent content) =>
    [
        .. Kernel.Check.Text("Title", content.Title, Proposal.MaxTitle, isNeeded: true),
        .. Kernel.Check.Text("Text", content.Text, Proposal.MaxText, isNeeded: false),
        .. Kernel.Check.List("Means", [content.Means.Word()], 1, word => EnumWords.Choice<Means>(word) is not null),
        .. Kernel.Check.List("Concepts", content.Concepts, Proposal.MaxConcepts, ConceptCode.IsFit),
        .. content.Concepts.Distinct(StringComparer.Ordinal).Count() < content.Concepts.Length ? [new FieldProblem("Concepts", "kernel.check.choice")] : Array.Empty<FieldProblem>(),
        .. Kernel.Check.List("Territory", [content.Territory], 1, Kernel.Check.IsTerritory),
        .. Kernel.Check.List("Languages", content.Languages, 20, Kernel.Check.IsLanguage),
        .. content.Until == default ? [new("Until", "exchange.check.until")] : content.From > content.Until ? [new("Until", "exchange.check.order")] : Array.Empty<FieldProblem>(),
        .. content.Quantity is < 0 or > Proposal.MaxQuantity ? [new("Quantity", "exchange.check.quantity", $"{Proposal.MaxQuantity}")] : Array.Empty<FieldProblem>(),
        .. Kernel.Check.List("Unit", [content.Unit.Word()], 1, word => EnumWords.Choice<Unit>(word) is not null),
        .. content.Taken < 0 || (content.Quantity > 0 && content.Taken > content.Quantity) ? [new("Quantity", "exchange.check.taken", $"{content.Taken}")] : Array.Empty<FieldProblem>(),
        .. Kernel.Check.List("Counted", content.Counted, 1000, id => RecordKey.TryRecord("agreement", id, out _)),
        .. Kernel.Check.Text("Contact", content.Contact, Proposal.MaxContact),
    ];

    /// <summary>What our people write says what it is about, and for no longer than anybody can know; others may see it otherwise.</summary>
    public override Task CheckAsync(TContent content, ClaimsPrincipal who, IGrainFactory grains)
    {
        ArgumentNullException.ThrowIfNull(content);
        FieldProblem[] problems =
        [
            .. content.Concepts.IsEmpty ? [new("Concepts", "exchange.check.concepts")] : Array.Empty<FieldProblem>(),
            .. content.Until > DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddMonths(Proposal.MaxMonths) ? [new("Until", "exchange.check.far")] : Array.Empty<FieldProblem>(),
        ];
        return problems.Length == 0 ? Task.CompletedTask : throw new RefusedException(Refusal.Invalid, "Some fields need a second look.", [.. problems, .. Check(content)]);
    }

    public override TContent Shown(TContent content, ClaimsPrincipal who) =>
        who.Identity?.IsAuthenticated == true ? content : content with { Contact = "", Counted = [] };

    public override JsonElement Write(TContent content, Frame frame) => Ap.WriteDocument(new Told(content.Title, MultilingualText.Empty, content.Text).Into(
        frame.Open("Proposal"),
        prose,
        ("purpose", Purpose),
        ("publishes", Intent(content, frame)),
        ("unitBased", content.Quantity > 0 ? JsonSerializer.SerializeToElement(true) : null),
        ("means", content.Means.Word()),
        ("concepts", content.Concepts.Select(code => ConceptCode.Address(code, frame.Pole)).OfType<string>()),
        ("territory", content.Territory),
        ("languages", content.Languages),
        ("startTime", content.From is { } from ? Time(from) : null),
        ("endTime", Time(content.Until, "T23:59:59Z")),
        ("capacity", content.Quantity > 0 ? content.Quantity : null),
        ("urgency", UrgencyOf(content))));

    public override TContent? Read(ApObject document) => ProposalDocument.Read<TContent>(document, Purpose) is { } read ? Rest(read, document) : null;

    public override CatalogueEntry Describe(TContent content, CatalogueEntry blank) => blank with
    {
        Name = content.Title,
        Summary = content.Text.Each(Beginning),
        Text = Prose.Words(string.Join('\n', content.Text.Texts.Values.Select(text => text.Text).Concat(content.Concepts.SelectMany(ExchangeConcepts.Words)))),
        Languages = content.Languages.IsEmpty ? [.. content.Title.Texts.Keys] : content.Languages,
        Territory = content.Territory,
        Status = content.IsTaken ? Taken : Open,
        Ends = content.Ends,
        Tags = Tags(content),
        Facts = new (string Name, string Word)[]
        {
            (ProposalFacts.Concepts, string.Join(' ', content.Concepts)),
            (ProposalFacts.From, content.From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? ""),
            (ProposalFacts.Until, content.Until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("left", content.Left?.ToString(CultureInfo.InvariantCulture) ?? ""),
            ("unit", content.Unit.Word()),
        }.Where(fact => fact.Word.Length > 0).ToImmutableSortedDictionary(fact => fact.Name, fact => fact.Word, StringComparer.Ordinal),
    };

    public override TContent Complete(TContent recovered, TContent held) => recovered with { Contact = held.Contact, Counted = held.Counted };

    protected virtual object? UrgencyOf(TContent content) => null;

    /// <summary>What the kind has beyond what all proposals have.</summary>
    protected virtual TContent Rest(TContent read, ApObject document) => read;

    private JsonElement Intent(TContent content, Frame frame) => Ap.Write(new ApObject
    {
        Id = frame.Address + ProposalDocument.Primary,
        Type = "Intent",
        Other = Terms.Of(
            ("action", content.Means is Means.Equipment or Means.Funding ? ProposalDocument.Transfer : ProposalDocument.DeliverService),
            ("resourceConformsTo", content.Concepts.IsEmpty ? null : ConceptCode.Address(content.Concepts[0], frame.Pole)),
            (Side, frame.Pole.ActorAddress),
            ("resourceQuantity", new Measure(content.Quantity > 0 ? 1 : null, content.Unit).Write()),
            ("availableQuantity", content.Left is { } left ? new Measure(left, content.Unit).Write() : null)),
    });

    private static ImmutableSortedDictionary<string, ImmutableArray<string>> Tags(TContent content)
    {
        var tags = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty.WithComparers(StringComparer.Ordinal).Add(Facets.Means, [content.Means.Word()]);
        tags = content.Concepts.IsEmpty ? tags : tags.Add(Facets.Concept, [.. content.Concepts.SelectMany(ExchangeConcepts.Widened).Distinct(StringComparer.Ordinal)]);
        return content.Territory.Length == 0 ? tags : tags.Add(Facets.Country, [content.Territory.Split('-')[0]]);
    }

    private static string Beginning(string text)
    {
        var line = text.Split('\n').Select(each => each.TrimStart('#', '-', '*', ' ')).FirstOrDefault(each => each.Length > 0) ?? "";
        return line.Length <= MaxSummary ? line : line[..(MaxSummary - 1)] + "…";
    }

    private static string Time(DateOnly day, string time = "T00:00:00Z") => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + time;
}
