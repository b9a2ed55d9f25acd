using System.Collections.Immutable;
using System.Text.Json;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Kernel.Vocabularies;

namespace Citess.Poles.Practices;

/// <summary>A practice is an <c>Article</c>, so that any reader shows at least its card.</summary>
public sealed class PracticeKind(Prose prose) : RecordKind<Practice>
{
    public const string Kind = "practice";

    public override string Name => Kind;

    public override IEnumerable<FieldProblem> Check(Practice content) =>
    [
        .. Kernel.Check.Text("Title", content.Title, Practice.MaxTitle, isNeeded: true),
        .. Kernel.Check.Text("Line", content.Line, Practice.MaxLine, isNeeded: true),
        .. Kernel.Check.Text("Body", content.Body, Practice.MaxBody, isNeeded: false),
        .. Kernel.Check.List("Sectors", content.Sectors, 21, code => Sectors.Find(code) is not null),
        .. Kernel.Check.List("Territory", [content.Territory], 1, Kernel.Check.IsTerritory),
        .. Kernel.Check.Web("Licence", content.Licence),
    ];

    public override JsonElement Write(Practice content, Frame frame)
    {
        var html = content.Body with { Texts = content.Body.Texts.ToImmutableSortedDictionary(each => each.Key, each => each.Value with { Text = prose.OfMarkdown(each.Value.Text) }, StringComparer.Ordinal) };
        return Ap.Write(frame.Open("Article") with
        {
            Name = content.Title.SourceText,
            NameMap = content.Title.ToMap(),
            Summary = content.Line.SourceText,
            SummaryMap = content.Line.ToMap(),
            Content = html.IsEmpty ? null : html.SourceText,
            ContentMap = html.ToMap(),
            Other = Terms.Of(
                ("sourceLanguage", content.Title.Source),
                ("sourceMap", content.Body.ToMap()),
                ("sectors", content.Sectors.Select(code => Sectors.Find(code)!.Uri)),
                ("territory", content.Territory),
                ("status", content.Status.ToString().ToLowerInvariant()),
                ("license", content.Licence)),
        });
    }

    public override Practice? Read(ApObject document) => document.Type != "Article" ? null : new()
    {
        Title = Terms.Text(document, document.Name, document.NameMap),
        Line = Terms.Text(document, document.Summary, document.SummaryMap),
        Body = Terms.Text(document, "sourceMap"),
        Sectors = [.. Terms.Words(document, "sectors").Select(uri => Sectors.Find(uri)?.Code).OfType<string>()],
        Territory = Terms.Word(document, "territory"),
        Status = Enum.TryParse<PracticeStatus>(Terms.Word(document, "status"), ignoreCase: true, out var status) ? status : PracticeStatus.Running,
        Licence = Terms.Word(document, "license"),
    };

    public override CatalogueEntry Describe(Practice content, CatalogueEntry blank) => blank with
    {
        Name = content.Title,
        Summary = content.Line,
        Text = Prose.Words(string.Join('\n', content.Body.Texts.Values.Select(each => each.Text))),
        Languages = [.. content.Title.Texts.Keys],
        Sectors = content.Sectors,
        Territory = content.Territory,
        Status = content.Status.ToString().ToLowerInvariant(),
    };

    public override IRecordGrain<Practice> Grain(IGrainFactory grains, RecordKey key) => grains.GetGrain<IPracticeGrain>(key.ToString());
}
