using System.Globalization;
using Citess.Poles.Calls.Partners;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Records.Pages;

namespace Citess.Poles.Calls.Guests;

/// <summary>The sheet of a candidate as its form holds it.</summary>
public sealed class SheetForm
{
    /// <summary>Of the candidate, as it was seen.</summary>
    public int Revision { get; set; }

    /// <summary>The button that was pressed.</summary>
    public SheetDeed Deed { get; set; }

    public TextForm About { get; set => field = value ?? new(); } = new();

    public TextForm Brings { get; set => field = value ?? new(); } = new();

    public TextForm Experience { get; set => field = value ?? new(); } = new();

    public TextForm People { get; set => field = value ?? new(); } = new();

    public TextForm Tasks { get; set => field = value ?? new(); } = new();

    public string? LegalForm { get; set; }

    public string? Registration { get; set; }

    public string? Website { get; set; }

    /// <summary>As typed.</summary>
    public string? Amount { get; set; }

    public string? Name { get; set; }

    public string? Function { get; set; }

    public string? Reason { get; set; }

    public List<string> Agrees { get; set => field = value ?? []; } = [];

    public static SheetForm Of(Candidate held, string language)
    {
        ArgumentNullException.ThrowIfNull(held);
        var sheet = held.Sheet;
        return new()
        {
            Revision = held.Revision,
            About = TextForm.Of(sheet.About, language),
            Brings = TextForm.Of(sheet.Brings, language),
            Experience = TextForm.Of(sheet.Experience, language),
            People = TextForm.Of(sheet.People, language),
            Tasks = TextForm.Of(held.Tasks, language),
            LegalForm = sheet.LegalForm,
            Registration = sheet.Registration,
            Website = sheet.Website,
            Amount = held.Amount?.ToString(CultureInfo.InvariantCulture),
            Name = held.Commitment?.Name,
            Function = held.Commitment?.Function,
            Reason = held.Reason,
        };
    }

    public SheetAnswer ToAnswer(Candidate held)
    {
        ArgumentNullException.ThrowIfNull(held);
        return new()
        {
            Deed = Deed,
            Seen = Revision,
            Sheet = new()
            {
                About = About.ToText(held.Sheet.About, ""),
                Brings = Brings.ToText(held.Sheet.Brings, ""),
                Experience = Experience.ToText(held.Sheet.Experience, ""),
                People = People.ToText(held.Sheet.People, ""),
                LegalForm = Typed(LegalForm),
                Registration = Typed(Registration),
                Website = Typed(Website),
            },
            Tasks = Tasks.ToText(held.Tasks, ""),
            Amount = Whole(Amount),
            Name = Typed(Name),
            Function = Typed(Function),
            Reason = Typed(Reason),
            Agrees = Agrees.Contains("yes", StringComparer.Ordinal),
        };
    }

    /// <summary>A whole number as people type it, spaces between thousands or not: a comma means thousands to some and cents to others; null for nothing, below zero for what is no number, which the rules refuse.</summary>
    public static long? Whole(string? typed)
    {
        var text = Typed(typed);
        return text.Length == 0 ? null
            : text.Length <= 30 && long.TryParse(string.Concat(text.Where(letter => !char.IsWhiteSpace(letter))), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
    }

    internal static string Typed(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();
}
