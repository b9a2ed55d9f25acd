using System.Text.Json;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Blobs;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Kernel.Vocabularies;

namespace Citess.Poles.Practices;

/// <summary>A practice is an <c>Article</c>, so that any reader shows at least its card.</summary>
public sealed class PracticeKind(Prose prose) : RecordKind<Practice>
{
    public const string Kind = "practice";

    public override string Name => Kind;

    public override IReadOnlyCollection<BlobLink> Blobs(Practice content) => [.. content.Images, .. content.Attachments];

    public override IEnumerable<FieldProblem> Check(Practice content) =>
    [
        .. Kernel.Check.Text("Title", content.Title, Practice.MaxTitle, isNeeded: true),
        .. Kernel.Check.Text("Line", content.Line, Practice.MaxLine, isNeeded: true),
        .. Kernel.Check.Text("Body", content.Body, Practice.MaxBody, isNeeded: false),
        .. Kernel.Check.List("Sectors", content.Sectors, 21, code => Sectors.Find(code)?.Code == code),
        .. Kernel.Check.List("Territory", [content.Territory], 1, Kernel.Check.IsTerritory),
        .. Kernel.Check.List("Status", [content.Status.Word()], 1, word => EnumWords.Choice<PracticeStatus>(word) is not null),
        .. Kernel.Check.Web("Licence", content.Licence),
        .. Kernel.Check.Blobs("Images", content.Images, isImage: true),
        .. Kernel.Check.Blobs("Attachments", content.Attachments, isImage: false),
    ];

    public override JsonElement Write(Practice content, Frame frame) => Ap.WriteDocument(new Told(content.Title, content.Line, content.Body).Into(
        frame.Open("Article"),
        prose,
        ("sectors", content.Sectors.Select(code => Sectors.Find(code)!.Uri)),
        ("territory", content.Territory),
        ("status", content.Status.Word()),
        ("license", content.Licence),
        (BlobTerms.Image, BlobTerms.Write(content.Images, frame.Pole.Origin)),
        (BlobTerms.Attachment, BlobTerms.Write(content.Attachments, frame.Pole.Origin))));

    public override Practice? Read(ApObject document)
    {
        if (document.Type != "Article")
        {
            return null;
        }

        var told = Told.In(document);
        return new()
        {
            Title = told.Name,
            Line = told.Line,
            Body = told.Markdown,
            Sectors = [.. Terms.Words(document, "sectors").Select(uri => Sectors.Find(uri)?.Code).OfType<string>()],
            Territory = Terms.Word(document, "territory"),
            Status = EnumWords.Choice<PracticeStatus>(Terms.Word(document, "status")) ?? PracticeStatus.Running,
            Licence = Terms.Word(document, "license"),
            Images = [.. BlobTerms.In(document, BlobTerms.Image).Where(link => link.MediaType != "application/pdf").DistinctBy(link => link.Hash)],
            Attachments = [.. BlobTerms.In(document, BlobTerms.Attachment).Where(link => link.MediaType == "application/pdf").DistinctBy(link => link.Hash)],
        };
    }

    public override CatalogueEntry Describe(Practice content, CatalogueEntry blank) => blank with
    {
        Name = content.Title,
        Summary = content.Line,
        Text = Prose.Words(string.Join('\n', content.Body.Texts.Values.Select(each => each.Text))),
        Languages = [.. content.Title.Texts.Keys],
        Sectors = content.Sectors,
        Territory = content.Territory,
        Status = content.Status.Word(),
    };

    public override IRecordGrain<Practice> Grain(IGrainFactory grains, RecordKey key) => grains.GetGrain<IPracticeGrain>(key.ToString());
}
