using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Kernel.Vocabularies;
using Citess.Poles.Matching;

namespace Citess.Poles.Exchange;

/// <summary>A proposal as others write it, ours among them: with the terms of FEP-0837 alone it can be read as well.</summary>
internal static class ProposalDocument
{
    /// <summary>Behind the address of a proposal: the one intent that it publishes.</summary>
    public const string Primary = "#primary";

    public const string DeliverService = "deliverService";
    public const string Transfer = "transfer";

    /// <summary>Null for anything else than a proposal with this purpose.</summary>
    public static TContent? Read<TContent>(ApObject document, string purpose)
        where TContent : Proposal, new()
    {
        if (document.Type != "Proposal" || Terms.Word(document, "purpose") != purpose || IntentOf(document) is not { } intent)
        {
            return null;
        }

        var told = Told.In(document);
        var origin = Uri.TryCreate(document.Id, UriKind.Absolute, out var id) ? id.GetLeftPart(UriPartial.Authority) : "";
        var lines = told.Name.IsEmpty || told.Markdown.IsEmpty ? Lines(document.Content ?? "") : [];
        var (available, one) = (Measure.Of(intent, "availableQuantity"), Measure.Of(intent, "resourceQuantity"));
        var all = Terms.Number(document, "capacity") ?? available?.Number ?? 0;
        return new TContent
        {
            // A title is recommended and no more: without it the beginning is one.
            Title = told.Name.IsEmpty ? In("und", Short(lines.FirstOrDefault() ?? "", Proposal.MaxTitle)) : told.Name,
            Text = told.Markdown.IsEmpty ? In(told.Name.IsEmpty ? "und" : told.Name.Source, Short(string.Join("\n\n", lines.Select(Prose.Literal)), Proposal.MaxText)) : told.Markdown,
            Means = EnumWords.Choice<Means>(Terms.Word(document, "means")) ?? (Terms.Word(intent, "action") == Transfer ? Means.Equipment : Means.Expertise),
            Concepts = [.. Terms.Words(document, "concepts").Concat(Terms.Words(intent, "resourceConformsTo")).Select(address => ConceptCode.Read(address, origin)).OfType<string>().Distinct(StringComparer.Ordinal).Take(Proposal.MaxConcepts)],
            Territory = Terms.Word(document, "territory"),
            Languages = [.. Terms.Words(document, "languages")],
            From = Day(document, "startTime"),
            Until = Day(document, "endTime") ?? Proposal.LastDay(document.Updated ?? document.Published ?? DateTimeOffset.UnixEpoch),
            Quantity = all,
            Taken = available?.Number is { } left ? Math.Clamp(all - left, 0, Math.Max(0, all)) : 0,
            Unit = EnumWords.Choice<Unit>((one ?? available)?.Unit ?? "") ?? Unit.One,
        };
    }

    private static ApObject? IntentOf(ApObject document) =>
        document.Other is { } other && other.TryGetValue("publishes", out var value) && Ap.Read<ApObject>(value) is { Type: "Intent" } intent ? intent : null;

    private static string[] Lines(string html) => html.Length > 64 * 1024 ? [] : Prose.Lines(html).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string Short(string text, int most) => text.Length <= most ? text : text[..(most - 1)] + "…";

    private static MultilingualText In(string language, string text) =>
        text.Length == 0 ? MultilingualText.Empty : new() { Source = language, Texts = ImmutableSortedDictionary<string, LanguageText>.Empty.Add(language, new LanguageText(text)) };

    private static DateOnly? Day(ApObject document, string member) =>
        DateTimeOffset.TryParse(Terms.Word(document, member), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? DateOnly.FromDateTime(time.UtcDateTime) : null;
}
