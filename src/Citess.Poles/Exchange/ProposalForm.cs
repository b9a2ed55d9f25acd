using System.Globalization;
using Citess.Poles.Components;
using Citess.Poles.Kernel.Records.Pages;
using Citess.Poles.Kernel.Texts;
using Citess.Poles.Kernel.Vocabularies;
using Citess.Poles.Matching;

namespace Citess.Poles.Exchange;

/// <summary>An offer or a want as its form holds it.</summary>
public abstract class ProposalForm<TContent> : RecordForm<TContent>, IProposalFields
    where TContent : Proposal, new()
{
    private const string DayForm = "yyyy-MM-dd";

    public TextForm Title { get; set => field = value ?? new(); } = new();

    public TextForm Text { get; set => field = value ?? new(); } = new();

    public Means Means { get; set; }

    public ConceptsForm Concepts { get; set => field = value ?? new(); } = new();

    public string? Territory { get; set; }

    public List<string> Languages { get; set => field = value ?? []; } = [];

    /// <summary>Days as browsers send them.</summary>
    public string? From { get; set; }

    /// <inheritdoc cref="From"/>
    public string? Until { get; set; }

    public string? Quantity { get; set; }

    public Unit Unit { get; set; }

    public string? Contact { get; set; }

    public override void Fill(TContent content, string source)
    {
        (Title, Text) = (TextForm.Of(content.Title, source), TextForm.Of(content.Text, source));
        (Means, Concepts, Territory, Languages) = (content.Means, ConceptsForm.Of(content.Concepts), content.Territory, [.. content.Languages]);
        (From, Until) = (content.From?.ToString(DayForm, CultureInfo.InvariantCulture), content.Until.ToString(DayForm, CultureInfo.InvariantCulture));
        (Quantity, Unit, Contact) = (content.Quantity == 0 ? "" : content.Quantity.ToString(CultureInfo.InvariantCulture), content.Unit, content.Contact);
    }

    public override TContent ToContent(TContent? before, string by)
    {
        var held = before ?? new TContent();
        return held with
        {
            Title = Title.ToText(held.Title, by),
            Text = Text.ToText(held.Text, by),
            Means = Means,
            Concepts = Concepts.ToCodes(),
            Territory = Territory ?? "",
            Languages = [.. Languages],

            // What is no day, and no number, fails its check: nothing is made of it in silence.
            From = string.IsNullOrWhiteSpace(From) ? null : Day(From) ?? DateOnly.MaxValue,
            Until = Day(Until) ?? default,
            Quantity = string.IsNullOrWhiteSpace(Quantity) ? 0 : int.TryParse(Quantity.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1,
            Unit = Unit,
            Contact = (Contact ?? "").Trim(),
        };
    }

    public override IEnumerable<FieldDifference> Differences(TContent theirs, TContent yours, Text words) =>
    [
        .. Differ(words["exchange.title"], theirs.Title, yours.Title),
        .. Differ(words["exchange.text"], theirs.Text, yours.Text),
        .. Differ(words["exchange.means"], words.Name(theirs.Means), words.Name(yours.Means)),
        .. Differ(words["exchange.concepts"], Names(theirs, words), Names(yours, words)),
        .. Differ(words["kernel.territory"], Territories.NameOf(theirs.Territory), Territories.NameOf(yours.Territory)),
        .. Differ(words["exchange.languages"], string.Join(words["kit.comma"], theirs.Languages.Select(words.LanguageName)), string.Join(words["kit.comma"], yours.Languages.Select(words.LanguageName))),
        .. Differ(words["exchange.from"], theirs.From is { } one ? ExchangeWords.Day(one) : "", yours.From is { } other ? ExchangeWords.Day(other) : ""),
        .. Differ(words["exchange.until"], ExchangeWords.Day(theirs.Until), ExchangeWords.Day(yours.Until)),
        .. Differ(words["exchange.quantity"], words.Amount(theirs.Quantity, theirs.Unit), words.Amount(yours.Quantity, yours.Unit)),
        .. Differ(words["exchange.contact"], theirs.Contact, yours.Contact),
    ];

    private static string Names(TContent content, Text words) => string.Join(words["kit.comma"], content.Concepts.Select(ExchangeConcepts.Name));

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact((text ?? "").Trim(), DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
