using System.Collections.Immutable;
using System.Text.Json;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Blobs;
using Citess.Poles.Kernel.Contributions;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Kernel.Vocabularies;

namespace Citess.Poles.Practices;

/// <summary>A practice as it travels: an <c>Article</c> that any reader shows whole, and beside it each part under a term of its own.</summary>
internal static class PracticeDocument
{
    private const string Required = "required";
    private const string Helpful = "helpful";

    /// <summary>ISO 8601-2: an end that is open.</summary>
    private const string Ellipsis = "..";

    public static JsonElement Write(Practice content, Frame frame, Prose prose, PracticeStory story) => Ap.WriteDocument(new Told(content.Title, content.Line, content.Body) { Story = story.Of(content) }.Into(
        frame.Open("Article"),
        prose,
        [
            .. PracticeSection.All.Select(section => (section.Name, (object?)section.Of(content).ToMap())),
            ("sectors", content.Sectors.Select(code => Concepts.Sectors.Find(code)!.Uri)),
            ("sdgs", content.Sdgs.Select(code => Concepts.Sdgs.Find(code)!.Uri)),
            ("beneficiaries", content.Beneficiaries),
            ("territory", content.Territory),
            ("status", content.Status.Word()),
            ("level", content.Level?.Word()),
            ("temporalCoverage", Period(content)),
            ("cost", content.Cost),
            ("currency", content.Currency),
            ("costNote", content.CostNote.ToMap()),
            ("funding", Things(content.Funding, share => Thing(("fundingSource", share.Source.Word()), ("percent", share.Percent)))),
            ("phases", Things(content.Phases, phase => Thing(phase.Name, ("actors", phase.Actors.ToMap()), ("resources", phase.Resources.ToMap()), ("actions", phase.Actions.ToMap())))),
            ("results", Things(content.Results, result => Thing(result.What, ("figure", result.Figure), ("citation", result.Source), ("asOf", result.Date), ("expectedBy", result.ExpectedBy)))),
            ("conditions", Things(content.Conditions, condition => Thing(condition.Text, ("determinant", condition.Determinant), ("need", condition.IsRequired ? Required : Helpful)))),
            ("risks", Things(content.Risks, risk => Thing(risk.Name, ("coping", risk.Coping.ToMap())))),
            ("blocks", Things(content.Blocks, block => Thing(block.Name, ("details", block.Text.ToMap())) with { Id = BlockAddress(frame.Address, block.Id) })),
            ("awaited", Things(content.Awaited, each => Thing(("section", each.Field), ("expectedBy", each.By)))),
            ("context", frame.Address + Addition.Collection),
            ("replies", frame.Address + Addition.Collection),
            ("isBasedOn", content.AdaptedFrom.IsNone ? null : content.AdaptedFrom.Address(frame.Pole)),
            ("basedOnOwner", content.AdaptedFrom.IsNone ? null : content.AdaptedFrom.OwnerAddress(frame.Pole)),
            ("basedOnName", content.AdaptedFromName.ToMap()),
            ("tag", content.AdaptedFrom.IsNone ? null : ObjectLink(content.AdaptedFrom.Address(frame.Pole), content.AdaptedFromName)),
            (TranslationTerms.Term, TranslationTerms.Write(content)),
            ("history", frame.Address + Frame.HistoryPath),
            ("editor", frame.By),
            ("revisionNote", frame.Why),
            ("license", content.Licence),
            ("creditText", content.Credit),
            ("funderNotice", content.FunderNotice.ToMap()),
            (BlobTerms.Image, BlobTerms.Write(content.Images, frame.Pole.Origin)),
            (BlobTerms.Attachment, BlobTerms.Write(content.Attachments, frame.Pole.Origin)),
        ]));

    public static Practice? Read(ApObject document, Pole pole)
    {
        if (document.Type != "Article")
        {
            return null;
        }

        var told = Told.In(document);
        var source = Terms.Word(document, "sourceLanguage");
        var period = Terms.Word(document, "temporalCoverage").Split('/');
        return TranslationTerms.Read(new()
        {
            Title = told.Name,
            Line = told.Line,
            Body = told.Markdown,
            Overview = Section("overview"),
            Solution = Section("solution"),
            Approach = Section("approach"),
            Participation = Section("participation"),
            Outcomes = Section("outcomes"),
            Transferability = Section("transferability"),
            Lessons = Section("lessons"),
            Sectors = [.. Terms.Words(document, "sectors").Select(uri => Concepts.Sectors.Find(uri)?.Code).OfType<string>()],
            Sdgs = [.. Terms.Words(document, "sdgs").Select(uri => Concepts.Sdgs.Find(uri)?.Code).OfType<string>()],
            Beneficiaries = [.. Terms.Words(document, "beneficiaries").Where(Concepts.Beneficiaries.HasCode)],
            Territory = Terms.Word(document, "territory"),
            Status = EnumWords.Choice<PracticeStatus>(Terms.Word(document, "status")) ?? PracticeStatus.Running,
            Level = EnumWords.Choice<PracticeLevel>(Terms.Word(document, "level")),
            From = Closed(period[0]),
            To = period.Length == 2 ? Closed(period[1]) : "",
            Cost = Terms.Long(document, "cost"),
            Currency = Terms.Word(document, "currency"),
            CostNote = Section("costNote"),
            Funding = Things("funding", Enum.GetValues<FundingSource>().Length, Funded),
            Phases = Things("phases", PracticePhase.Most, phase => new PracticePhase { Name = Name(phase), Actors = Part(phase, "actors"), Resources = Part(phase, "resources"), Actions = Part(phase, "actions") }),
            Results = Things("results", PracticeResult.Most, result => new PracticeResult
            {
                What = Name(result),
                Figure = Terms.Word(result, "figure"),
                Source = Terms.Word(result, "citation"),
                Date = Terms.Word(result, "asOf"),
                ExpectedBy = Terms.Word(result, "expectedBy"),
            }),
            Conditions = Things("conditions", PracticeCondition.Most, condition => Concepts.Determinants.HasCode(Terms.Word(condition, "determinant"))
                ? new PracticeCondition { Determinant = Terms.Word(condition, "determinant"), IsRequired = Terms.Word(condition, "need") == Required, Text = Name(condition) } : null),
            Risks = Things("risks", PracticeRisk.Most, risk => new PracticeRisk { Name = Name(risk), Coping = Part(risk, "coping") }),
            Blocks = Things("blocks", PracticeBlock.Most, block => BlockId(document.Id, block.Id) is { Length: > 0 } id ? new PracticeBlock { Id = id, Name = Name(block), Text = Part(block, "details") } : null),
            Awaited = Things("awaited", PracticeSection.All.Length, each => PracticeSection.All.Any(section => section.Name == Terms.Word(each, "section"))
                ? new Awaited { Field = Terms.Word(each, "section"), By = Terms.Word(each, "expectedBy") } : null),
            Licence = Terms.Word(document, "license"),
            AdaptedFrom = RecordReference.Of(Terms.Word(document, "isBasedOn"), Terms.Word(document, "basedOnOwner"), pole),
            AdaptedFromName = Terms.Text(document, "basedOnName", Terms.Things(document, "tag", 1).Select(link => Terms.Word(link, "hreflang")).FirstOrDefault("")),
            Credit = Terms.Word(document, "creditText"),
            FunderNotice = Section("funderNotice"),
            Images = [.. BlobTerms.In(document, BlobTerms.Image).Where(link => link.MediaType != "application/pdf").DistinctBy(link => link.Hash)],
            Attachments = [.. BlobTerms.In(document, BlobTerms.Attachment).Where(link => link.MediaType == "application/pdf").DistinctBy(link => link.Hash)],
        }, document);

        MultilingualText Section(string term) => Terms.Text(document, term);

        MultilingualText Part(ApObject thing, string term) => Terms.Text(thing, term, source);

        MultilingualText Name(ApObject thing) => Terms.Text(thing, thing.Name, thing.NameMap, source);

        // What another pole knows and we do not is passed over.
        ImmutableArray<T> Things<T>(string term, int most, Func<ApObject, T?> read)
            where T : class => [.. Terms.Things(document, term, most).Select(read).OfType<T>()];
    }

    /// <summary>FEP-e232: what other software may follow as a link to an object.</summary>
    private static JsonElement ObjectLink(string href, MultilingualText name) => JsonSerializer.SerializeToElement(
        new[] { new { type = "Link", mediaType = Ap.LdMediaType, href, hreflang = name.Source, name = name.SourceText, rel = "https://schema.org/isBasedOn" } }, StateJson.Options);

    /// <summary>From when to when, in ISO 8601; null when neither is said.</summary>
    internal static string? Period(Practice content) => content.From.Length + content.To.Length == 0 ? null : $"{Open(content.From)}/{Open(content.To)}";

    private static string Open(string date) => date.Length == 0 ? Ellipsis : date;

    private static string Closed(string date) => date == Ellipsis ? "" : date;

    private static List<ApObject> Things<T>(IEnumerable<T> all, Func<T, ApObject> write) => [.. all.Select(write)];

    private static ApObject Thing(params ReadOnlySpan<(string Name, object? Value)> terms) => new() { Other = Terms.Of(terms) };

    private static ApObject Thing(MultilingualText name, params ReadOnlySpan<(string Name, object? Value)> terms) =>
        Thing(terms) with { Name = name.IsEmpty ? null : name.SourceText, NameMap = name.ToMap() };

    /// <summary>What a pole that takes over this piece alone refers to.</summary>
    public static string BlockAddress(string practice, string id) => $"{practice}#block-{id}";

    public static string BlockId(string? practice, string? address) =>
        practice is not null && address?.StartsWith(BlockAddress(practice, ""), StringComparison.Ordinal) == true && address[BlockAddress(practice, "").Length..] is { } id && PracticeBlock.IsId(id) ? id : "";

    private static FundingShare? Funded(ApObject thing) =>
        EnumWords.Choice<FundingSource>(Terms.Word(thing, "fundingSource")) is { } from && Terms.Number(thing, "percent") is { } percent ? new() { Source = from, Percent = percent } : null;
}
