using System.Globalization;
using Citess.Poles.Calls.Guests;
using Citess.Poles.Kernel.Records.Pages;

namespace Citess.Poles.Calls.Partners;

/// <summary>What the team writes down about a candidate, as the form holds it.</summary>
public sealed class CandidateForm
{
    /// <summary>Made when the empty form was shown, so that sending it twice is one candidate.</summary>
    public string Id { get; set => field = value ?? ""; } = "";

    public int Revision { get; set; }

    public string? Name { get; set; }

    public List<string> Roles { get; set => field = value ?? []; } = [];

    public string? Country { get; set; }

    public string? Person { get; set; }

    public string? Email { get; set; }

    public string? Telephone { get; set; }

    public CandidateStanding Standing { get; set; }

    public string? Reason { get; set; }

    public string? CommittedBy { get; set; }

    public TextForm Tasks { get; set => field = value ?? new(); } = new();

    /// <summary>As typed.</summary>
    public string? Amount { get; set; }

    public List<string> IsLead { get; set => field = value ?? []; } = [];

    public string? Reference { get; set; }

    public string? Language { get; set; }

    public static CandidateForm Of(Candidate held, string language)
    {
        ArgumentNullException.ThrowIfNull(held);
        return new()
        {
            Id = held.Id,
            Revision = held.Revision,
            Name = held.Name,
            Roles = [.. held.Roles],
            Country = held.Country,
            Person = held.Contact?.Person,
            Email = held.Contact?.Email,
            Telephone = held.Contact?.Telephone,
            Standing = held.Standing,
            Reason = held.Reason,
            Tasks = TextForm.Of(held.Tasks, language),
            Amount = held.Amount?.ToString(CultureInfo.InvariantCulture),
            IsLead = held.IsLead ? ["yes"] : [],
            Reference = held.Reference,
            Language = held.Language.Length > 0 ? held.Language : language,
        };
    }

    public CandidateDraft ToDraft(Candidate? held, string by) => new()
    {
        Name = SheetForm.Typed(Name),
        Roles = [.. Roles],
        Country = SheetForm.Typed(Country),
        Contact = new() { Person = SheetForm.Typed(Person), Email = SheetForm.Typed(Email), Telephone = SheetForm.Typed(Telephone) },
        Standing = Standing,
        Reason = SheetForm.Typed(Reason),
        CommittedBy = SheetForm.Typed(CommittedBy),
        Tasks = Tasks.ToText(held?.Tasks ?? Kernel.MultilingualText.Empty, by),
        Amount = SheetForm.Whole(Amount),
        IsLead = IsLead.Contains("yes", StringComparer.Ordinal),
        Reference = SheetForm.Typed(Reference),
        Language = SheetForm.Typed(Language),
    };
}
