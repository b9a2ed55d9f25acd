using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Quirks;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Exchange.Agreements;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Exchange.Elsewhere;

/// <summary>An offer or a want of other software, by FEP-0837 alone. It was fetched from its own address; all in it is read with care.</summary>
public sealed record ProposalElsewhere
{
    private const int MaxUnit = 60;
    private const int MostMarkup = 64 * 1024;

    [Description("Address of the offer or want.")]
    public required string Address { get; init; }

    /// <summary>Id of the one intent that it publishes.</summary>
    [JsonIgnore]
    public string Intent { get; init; } = "";

    [Description("Address of the actor that published it.")]
    public required string Actor { get; init; }

    [Description("True for a want, false for an offer.")]
    public bool IsWant { get; init; }

    public required MultilingualText Title { get; init; }

    [Description("Plain text.")]
    public required MultilingualText Text { get; init; }

    [Description("In what it is counted, as it is written there.")]
    public required string Unit { get; init; }

    [Description("What can be asked for is a multiple of this.")]
    public int Step { get; init; } = 1;

    [Description("True when it can be asked for as a whole only.")]
    public bool IsWhole { get; init; }

    [Description("Less is not given.")]
    public int Least { get; init; }

    [Description("How much is left; null when nothing is said of it.")]
    public int? Left { get; init; }

    [Description("Until when it stands; null when nothing is said of it.")]
    public DateTimeOffset? Ends { get; init; }

    [Description("True when it asks for something in return: that is not agreed upon here.")]
    public bool IsReciprocal { get; init; }

    /// <summary>The least that can be asked for.</summary>
    [JsonIgnore]
    public int First => IsWhole ? Step : Math.Max(Step, (Least + Step - 1) / Step * Step);

    /// <summary>The most that can be asked for.</summary>
    [JsonIgnore]
    public int Most => IsWhole ? Step : Left ?? Proposal.MaxQuantity;

    /// <summary>Null for what is no proposal that can be answered from here, or does not stand at its own id.</summary>
    public static ProposalElsewhere? Read(JsonElement root, Uri foundAt)
    {
        if (Ap.Read<ApObject>(ValueflowsNames.Short(root)) is not { Type: "Proposal", Id: { } id } document || !ForeignAddress.Fits(id) || !Origin.SameDocument(id, foundAt.AbsoluteUri)
            || Terms.Word(document, "purpose") is not ("offer" or "request")
            || document.AttributedTo is not { } actor || !ForeignAddress.Fits(actor) || !Origin.Same(actor, id)
            || IntentOf(document) is not { Id: { } intent } published || !ForeignAddress.Fits(intent) || !Origin.Same(intent, id))
        {
            return null;
        }

        var (one, available, least) = (Measure.Of(published, "resourceQuantity"), Measure.Of(published, "availableQuantity"), Measure.Of(published, "minimumQuantity"));
        Measure?[] all = [one, available, least];
        var unit = all.FirstOrDefault(measure => measure is { Unit.Length: > 0 })?.Unit ?? Exchange.Unit.One.Word();
        if (Array.Exists(all, measure => measure is not null && (measure.IsOdd || ValueflowsNames.Bare(measure.Unit.Length > 0 ? measure.Unit : unit) != ValueflowsNames.Bare(unit)))
            || one?.Number == 0 || unit.Length > MaxUnit || Prose.Lines(unit) != unit)
        {
            return null;
        }

        var text = AgreementWire.Words(document, Proposal.MaxText, MostMarkup);
        return new()
        {
            Address = id,
            Intent = intent,
            Actor = actor,
            IsWant = Terms.Word(document, "purpose") == "request",
            Title = TitleOf(document, text, id),
            Text = text,
            Unit = unit,
            Step = one?.Number ?? 1,
            IsWhole = one?.Number is not null && !IsTrue(document, "unitBased"),
            Least = least?.Number ?? 0,
            Left = available?.Number,
            Ends = AgreementWire.Expires(document),
            IsReciprocal = document.Other!.TryGetValue("reciprocal", out var reciprocal) && reciprocal.ValueKind != JsonValueKind.Null && !(reciprocal.ValueKind == JsonValueKind.Array && reciprocal.GetArrayLength() == 0),
        };
    }

    /// <summary>Key of the reason for which nobody here can ask for it; null when one can.</summary>
    public string? WhyNot(DateTimeOffset now) =>
        IsReciprocal ? "elsewhere.no.reciprocal" : now >= Ends ? "exchange.no.over" : First > (Left ?? Proposal.MaxQuantity) ? "exchange.taken.lead" : null;

    public bool Fits(int quantity) => quantity >= First && quantity <= Most && quantity % Step == 0;

    /// <summary>A title is recommended and no more: without one the beginning is one, or else where it stands.</summary>
    private static MultilingualText TitleOf(ApObject document, MultilingualText text, string id)
    {
        var name = AgreementWire.Plain(Terms.Text(document, document.Name, document.NameMap), Proposal.MaxTitle).Each(line => line.Replace('\n', ' '));
        return !name.IsEmpty ? name
            : text.IsEmpty ? MultilingualText.Of("und", Short(id))
            : text.Each(lines => Short(lines.Split('\n')[0]));
    }

    private static string Short(string line) => line.Length <= Proposal.MaxTitle ? line : line[..Proposal.MaxTitle];

    /// <summary>Some write a list of one.</summary>
    private static ApObject? IntentOf(ApObject document) =>
        document.Other is { } other && other.TryGetValue("publishes", out var value)
        && Ap.Read<ApObject>(value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 1 ? value[0] : value) is { Type: "Intent" } intent ? intent : null;

    private static bool IsTrue(ApObject document, string name) => document.Other!.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.True;
}
