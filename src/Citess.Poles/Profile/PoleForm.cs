using Citess.Poles.Components;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Records.Pages;
using Citess.Poles.Kernel.Texts;

namespace Citess.Poles.Profile;

/// <summary>The pole's profile as its form holds it.</summary>
public sealed class PoleForm : RecordForm<PoleProfile>
{
    public TextForm Name { get; set => field = value ?? new(); } = new();

    public TextForm Line { get; set => field = value ?? new(); } = new();

    public TextForm About { get; set => field = value ?? new(); } = new();

    public TextForm Perimeter { get; set => field = value ?? new(); } = new();

    public string? Territory { get; set; }

    public List<string> Languages { get; set => field = value ?? []; } = [];

    public string? Telephone { get; set; }

    public string? Website { get; set; }

    public string? Place { get; set; }

    public override void Fill(PoleProfile content, string source)
    {
        Audience = AudienceChoice.Public;
        (Name, Line) = (TextForm.Of(content.Name, source), TextForm.Of(content.Line, source));
        (About, Perimeter) = (TextForm.Of(content.About, source), TextForm.Of(content.Perimeter, source));
        (Territory, Languages) = (content.Territory, [.. content.Languages]);
        (Telephone, Website, Place) = (content.Telephone, content.Website, content.Place);
    }

    public override PoleProfile ToContent(PoleProfile? before, string by) => new()
    {
        Name = Name.ToText((before ?? new()).Name, by),
        Line = Line.ToText((before ?? new()).Line, by),
        About = About.ToText((before ?? new()).About, by),
        Perimeter = Perimeter.ToText((before ?? new()).Perimeter, by),
        Territory = Territory ?? "",
        Languages = [.. Languages],
        Telephone = (Telephone ?? "").Trim(),
        Website = (Website ?? "").Trim(),
        Place = (Place ?? "").Trim(),
        IsDemo = before?.IsDemo == true,
    };

    public override IEnumerable<FieldDifference> Differences(PoleProfile theirs, PoleProfile yours, Text words) =>
    [
        .. Differ(words["profile.name"], theirs.Name, yours.Name),
        .. Differ(words["profile.line"], theirs.Line, yours.Line),
        .. Differ(words["profile.about"], theirs.About, yours.About),
        .. Differ(words["profile.perimeter"], theirs.Perimeter, yours.Perimeter),
        .. Differ(words["kernel.territory"], theirs.Territory, yours.Territory),
        .. Differ(words["profile.languages"], string.Join(", ", theirs.Languages), string.Join(", ", yours.Languages)),
        .. Differ(words["profile.telephone"], theirs.Telephone, yours.Telephone),
        .. Differ(words["profile.website"], theirs.Website, yours.Website),
        .. Differ(words["profile.place"], theirs.Place, yours.Place),
    ];
}
