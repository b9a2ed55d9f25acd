using System.Globalization;
using Citess.Poles.Components;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Kernel.Records.Pages;
using Citess.Poles.Kernel.Texts;
using Citess.Poles.Kernel.Vocabularies;

namespace Citess.Poles.Directory;

/// <summary>An actor as its form holds it.</summary>
public sealed class ActorForm : RecordForm<SseActor>
{
    public TextForm Name { get; set => field = value ?? new(); } = new();

    public TextForm Line { get; set => field = value ?? new(); } = new();

    public TextForm About { get; set => field = value ?? new(); } = new();

    public ActorKind? Kind { get; set; }

    public Constituency? Constituency { get; set; }

    public InterventionLevel? Level { get; set; }

    public string? LegalForm { get; set; }

    public List<string> Sectors { get; set => field = value ?? []; } = [];

    public string? Territory { get; set; }

    /// <summary>As typed: what is no number stays in the form beside its problem.</summary>
    public string? Members { get; set; }

    public string? Women { get; set; }

    public string? Young { get; set; }

    public string? Website { get; set; }

    public string? Telephone { get; set; }

    public string? Email { get; set; }

    public override void Fill(SseActor content, string source)
    {
        (Name, Line, About) = (TextForm.Of(content.Name, source), TextForm.Of(content.Line, source), TextForm.Of(content.About, source));
        (Kind, Constituency, Level, LegalForm) = (content.Kind, content.Constituency, content.Level, content.LegalForm);
        (Sectors, Territory) = ([.. content.Sectors], content.Territory);
        (Members, Women, Young) = (Said(content.Members), Said(content.Women), Said(content.Young));
        (Website, Telephone, Email) = (content.Website, content.Telephone, content.Email);
    }

    public override SseActor ToContent(SseActor? before, string by) => new()
    {
        Name = Name.ToText((before ?? new()).Name, by),
        Line = Line.ToText((before ?? new()).Line, by),
        About = About.ToText((before ?? new()).About, by),
        Kind = Kind,
        Constituency = Constituency,
        Level = Level,
        LegalForm = (LegalForm ?? "").Trim(),
        Sectors = [.. Sectors.Order(StringComparer.Ordinal)],
        Territory = Territory ?? "",
        Members = Count(Members),
        Women = Count(Women),
        Young = Count(Young),
        Website = (Website ?? "").Trim(),
        Telephone = (Telephone ?? "").Trim(),
        Email = (Email ?? "").Trim(),
    };

    public override IEnumerable<FieldDifference> Differences(SseActor theirs, SseActor yours, Text words) =>
    [
        .. Differ(words["directory.name"], theirs.Name, yours.Name),
        .. Differ(words["directory.line"], theirs.Line, yours.Line),
        .. Differ(words["directory.about"], theirs.About, yours.About),
        .. Differ(words["directory.kind"], Say(words, "kind", theirs.Kind?.Word()), Say(words, "kind", yours.Kind?.Word())),
        .. Differ(words["directory.constituency"], Say(words, "constituency", theirs.Constituency?.Word()), Say(words, "constituency", yours.Constituency?.Word())),
        .. Differ(words["directory.level"], Say(words, "level", theirs.Level?.Word()), Say(words, "level", yours.Level?.Word())),
        .. Differ(words["directory.legalForm"], theirs.LegalForm, yours.LegalForm),
        .. Differ(words["kernel.sector"], Names(theirs), Names(yours)),
        .. Differ(words["kernel.territory"], theirs.Territory, yours.Territory),
        .. Differ(words["directory.members"], Said(theirs.Members), Said(yours.Members)),
        .. Differ(words["directory.women"], Said(theirs.Women), Said(yours.Women)),
        .. Differ(words["directory.young"], Said(theirs.Young), Said(yours.Young)),
        .. Differ(words["directory.website"], theirs.Website, yours.Website),
        .. Differ(words["directory.telephone"], theirs.Telephone, yours.Telephone),
        .. Differ(words["directory.email"], theirs.Email, yours.Email),
    ];

    /// <summary>A choice of one of the three lists in the reader's language; empty when nobody said.</summary>
    public static string Say(Text words, string list, string? word) => word is null ? "" : words[$"directory.{list}.{word}"];

    private static string Said(int? count) => count?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>A count in the digits of any script; below zero when it is none, which the rule then names.</summary>
    private static int? Count(string? typed)
    {
        var letters = (typed ?? "").Trim();
        if (letters.Length == 0)
        {
            return null;
        }

        var digits = letters.Select(CharUnicodeInfo.GetDecimalDigitValue).ToList();
        return digits.Count > 9 || digits.Contains(-1) ? -1 : digits.Aggregate(0, (count, digit) => (count * 10) + digit);
    }

    private static string Names(SseActor actor) => Concepts.Sectors.Names(actor.Sectors);
}
