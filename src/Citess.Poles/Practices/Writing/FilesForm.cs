using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Blobs;
using Citess.Poles.Kernel.Records.Pages;
using Microsoft.AspNetCore.Http;

namespace Citess.Poles.Practices.Writing;

/// <summary>Pictures and documents: those that are there, and one more of each.</summary>
public sealed class FilesForm : PracticePartForm
{
    public List<FileRow> Images { get; set => field = value ?? []; } = [];

    public List<FileRow> Attachments { get; set => field = value ?? []; } = [];

    /// <summary>What it shows, for whoever does not see it.</summary>
    public TextForm PictureName { get; set => field = value ?? new(); } = new();

    public IFormFile? Picture { get; set; }

    public TextForm DocumentName { get; set => field = value ?? new(); } = new();

    public IFormFile? Document { get; set; }

    /// <summary>What was brought with this form and is kept.</summary>
    internal BlobLink? NewImage { get; set; }

    internal BlobLink? NewAttachment { get; set; }

    protected override void Read(Practice content)
    {
        (Images, Attachments) = (Rows(content.Images), Rows(content.Attachments));
        (PictureName, DocumentName) = (Text(new()), Text(new()));
    }

    protected override Practice Write(Practice held, string by) => held with
    {
        Images = [.. Links(Images, held.Images, by), .. New(NewImage, PictureName, by)],
        Attachments = [.. Links(Attachments, held.Attachments, by), .. New(NewAttachment, DocumentName, by)],
    };

    private List<FileRow> Rows(IEnumerable<BlobLink> links) => [.. links.Select(link => new FileRow { Hash = link.Hash, Name = Text(link.Name) })];

    private static IEnumerable<BlobLink> Links(IEnumerable<FileRow> rows, IEnumerable<BlobLink> held, string by) =>
        rows.Where(row => !row.IsGone).SelectMany(row => held.Where(link => link.Hash == row.Hash).Take(1).Select(link => link with { Name = row.Name.ToText(link.Name, by) }));

    private static IEnumerable<BlobLink> New(BlobLink? link, TextForm name, string by) => link is null ? [] : [link with { Name = name.ToText(MultilingualText.Empty, by) }];
}

/// <summary>One that is there.</summary>
public sealed class FileRow
{
    public string Hash { get; set => field = value ?? ""; } = "";

    public TextForm Name { get; set => field = value ?? new(); } = new();

    /// <summary>True to take it out.</summary>
    public bool IsGone { get; set; }
}
