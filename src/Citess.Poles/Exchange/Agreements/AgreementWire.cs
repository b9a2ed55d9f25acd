using System.Globalization;
using System.Text.Json;
using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Quirks;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Exchange.Agreements;

/// <summary>What two sides say to each other about an agreement, in the words of FEP-0837: written, and read with care.</summary>
internal sealed class AgreementWire(Pole pole, Press press)
{
    private const string Result = "result";
    private const string Context = "context";
    private const string InReplyTo = "inReplyTo";
    private const string EndTime = "endTime";
    private const int MostMarkup = 16 * 1024;

    /// <summary>What was proposed, as it must come back.</summary>
    public Stipulation Stipulated(Agreement agreement) => agreement.Elsewhere is { } elsewhere
        ? new(elsewhere.Intent, agreement.Quantity, elsewhere.Unit)
        : new(agreement.Proposal.Address(pole) + ProposalDocument.Primary, agreement.Quantity, agreement.Unit.Word());

    /// <summary>True for the very thing that was proposed; the name of its unit may be written in full, or with a prefix.</summary>
    public bool IsStipulated(Agreement agreement, Stipulation said) =>
        Stipulated(agreement) is var ours && said with { Unit = "" } == ours with { Unit = "" } && ValueflowsNames.Bare(said.Unit) == ValueflowsNames.Bare(ours.Unit);

    public Sharing Offer(RecordKey key, Agreement agreement) => Say(key, 1, agreement, new()
    {
        Type = Verbs.Offer,
        Object = Ap.Write(Written(Stipulated(agreement), id: null)),
        Content = Html(agreement.Note)?.SourceText,
        ContentMap = Html(agreement.Note)?.ToMap(),
        Other = Terms.Of((EndTime, Time(agreement.Expires)), ("sourceLanguage", agreement.Note.Source)),
    });

    public Sharing Undo(RecordKey key, Agreement agreement) => Say(key, 2, agreement, new() { Type = Verbs.Undo, Object = JsonSerializer.SerializeToElement(agreement.Offer) });

    public Sharing Accept(RecordKey key, Agreement agreement) => Say(key, 2, agreement, new()
    {
        Type = Verbs.Accept,
        Object = JsonSerializer.SerializeToElement(agreement.Offer),
        Other = Terms.Of((Result, Ap.Write(Written(Stipulated(agreement), agreement.Address)))),
    });

    public Sharing Reject(RecordKey key, Agreement agreement) => Say(key, 2, agreement, new()
    {
        Type = Verbs.Reject,
        Object = JsonSerializer.SerializeToElement(agreement.Offer),
        Content = Html(agreement.Reason)?.SourceText,
        ContentMap = Html(agreement.Reason)?.ToMap(),
        Other = Terms.Of(("sourceLanguage", agreement.Reason.Source)),
    });

    /// <summary>The confirmation: it names the agreement, as the FEP has it, and the Offer too, since it may overtake the Accept.</summary>
    public Sharing Confirm(RecordKey key, Agreement agreement, DateTimeOffset now) => Say(key, 3, agreement, new()
    {
        Type = Verbs.Create,
        Object = Ap.Write(new ApObject
        {
            Id = pole.Address(RecordKey.Derived("receipt", key.ToString())),
            Type = "Document",
            AttributedTo = pole.ActorAddress,
            Name = agreement.Title.SourceText,
            Published = now,
            To = [agreement.Actor],
            Other = Terms.Of((Context, agreement.Address), (InReplyTo, agreement.Offer)),
        }),
    }, "/done");

    /// <summary>Null for anything but an agreement that stipulates one thing of a whole quantity, and nothing in return.</summary>
    public static Stipulation? Read(JsonElement thing, out bool isAgreement, out bool isReciprocal)
    {
        var agreement = Ap.Read<ApObject>(ValueflowsNames.Short(thing));
        (isAgreement, isReciprocal) = (agreement?.Type == "Agreement", agreement?.Other?.ContainsKey("stipulatesReciprocal") == true);

        // The FEP's own examples have a slip of the pen in an Accept, and whoever copied them has it too.
        return isAgreement && agreement!.Other is { } other && (other.TryGetValue("stipulates", out var inside) || other.TryGetValue("stiplulates", out inside))
            && Ap.Read<ApObject>(inside) is { Type: "Commitment" } commitment && Measure.Of(commitment, "resourceQuantity") is { Number: > 0 and var number, Unit: var unit }
            && Satisfied(commitment) is { Length: > 0 and <= 2048 } satisfied
                ? new(satisfied, number, unit) : null;
    }

    /// <summary>What an Accept stands for: the finalized agreement about nothing in return, with an id of its own on the origin of whoever says so.</summary>
    public static (Stipulation Said, string Address)? Finalized(Activity accept) =>
        accept.Other is { } other && other.TryGetValue(Result, out var result) && ValueflowsNames.Short(result) is var agreement
        && Read(agreement, out _, out var isReciprocal) is { } said && !isReciprocal
        && Ap.Read<ApObject>(agreement)?.Id is { } id && ForeignAddress.Fits(id) && Origin.Same(id, accept.Id) ? (said, id) : null;

    /// <summary>The agreement, on the origin of the actor that confirms it, and the Offer if one is named; null for what is no confirmation.</summary>
    public static (string Address, string Offer)? Confirmed(JsonElement thing, string actor) =>
        Ap.Read<ApObject>(thing) is { Kind: null } document && Terms.Word(document, Context) is var address && ForeignAddress.Fits(address) && Origin.Same(address, actor)
            ? (address, Terms.Word(document, InReplyTo)) : null;

    /// <summary>Words of the other side as plain text, cut where nobody writes so much.</summary>
    public static MultilingualText Words(ApObject said, int most, int mostMarkup = MostMarkup) => Plain(Terms.Text(said, said.Content, said.ContentMap), most, mostMarkup);

    /// <summary>The same of any text of another server.</summary>
    public static MultilingualText Plain(MultilingualText read, int most, int mostMarkup = MostMarkup) =>
        read.Texts.Count > 40 || !read.Texts.Keys.All(Check.IsLanguage) ? MultilingualText.Empty
            : read.Each(html => html.Length > mostMarkup ? "" : Prose.Lines(html) is var text && text.Length <= most ? text : text[..most]);

    /// <summary>Until when there may be an answer, or until when a proposal stands; null when nothing is said of it.</summary>
    public static DateTimeOffset? Expires(ApObject said) =>
        DateTimeOffset.TryParse(Terms.Word(said, EndTime), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time.ToUniversalTime() : null;

    private static string Satisfied(ApObject commitment) =>
        commitment.Other!.TryGetValue("satisfies", out var value) ? Addresses.Of(value).FirstOrDefault() ?? "" : "";

    private Sharing Say(RecordKey key, int revision, Agreement agreement, Activity said, string of = "") =>
        press.SayTo(agreement.Actor, agreement.Relation, said, key + of, revision);

    private static ApObject Written(Stipulation stipulation, string? id) => new()
    {
        Id = id,
        Type = "Agreement",
        Other = Terms.Of(("stipulates", Ap.Write(new ApObject
        {
            Id = id is null ? null : id + ProposalDocument.Primary,
            Type = "Commitment",
            Other = Terms.Of(("satisfies", stipulation.Satisfies), ("resourceQuantity", new Measure(stipulation.Quantity, stipulation.Unit).Write())),
        }))),
    };

    /// <summary>Null when there is nothing to say. Content is HTML, whoever reads it.</summary>
    private static MultilingualText? Html(MultilingualText words) => words.IsEmpty ? null : Terms.AsSummary(words).Each(text => text.Replace("\n", "<br>", StringComparison.Ordinal));

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
