using System.Collections.Immutable;
using System.Text;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Kernel.Vocabularies;

namespace Citess.Poles.Calls.Partners;

/// <summary>What may be said of candidates and by them.</summary>
public static class ConsortiumRules
{
    public static IEnumerable<FieldProblem> Check(CandidateDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var contact = draft.Contact ?? new();
        return
        [
            .. Kernel.Check.Text("Name", draft.Name, Candidate.MaxName, isNeeded: true),
            .. Kernel.Check.List("Roles", draft.Roles, Candidate.MaxRoles, Concepts.PartnerRoles.HasCode),
            .. draft.Roles.Length == 0 ? [new FieldProblem("Roles", "kernel.check.needed")] : Array.Empty<FieldProblem>(),
            .. Kernel.Check.List("Country", [draft.Country], 1, CallChecks.IsCountry),
            .. Kernel.Check.Text("Contact.Person", contact.Person, Candidate.MaxContact),
            .. Email("Contact.Email", contact.Email),
            .. Kernel.Check.Telephone("Contact.Telephone", contact.Telephone),
            .. Kernel.Check.List("Standing", [draft.Standing.Word()], 1, word => EnumWords.Choice<CandidateStanding>(word) is not null),
            .. Kernel.Check.Text("Reason", draft.Reason, Candidate.MaxReason),
            .. Kernel.Check.Text("CommittedBy", draft.CommittedBy, Commitment.MaxName),
            .. Kernel.Check.List("Reference", [draft.Reference], 1, reference => reference.Length is 0 or <= 200),
            .. Kernel.Check.List("Language", [draft.Language], 1, language => language.Length == 0 || Kernel.Check.IsLanguage(language)),
            .. Offer(draft.Tasks, draft.Amount),
        ];
    }

    public static IEnumerable<FieldProblem> Check(SheetAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var commits = answer.Deed == SheetDeed.Commit;
        return
        [
            .. Kernel.Check.List("Deed", [answer.Deed.Word()], 1, word => EnumWords.Choice<SheetDeed>(word) is not null),
            .. Text("About", answer.Sheet.About, PartnerSheet.MaxText, isNeeded: commits),
            .. Text("Brings", answer.Sheet.Brings, PartnerSheet.MaxText, isNeeded: commits),
            .. Text("Experience", answer.Sheet.Experience, PartnerSheet.MaxText, isNeeded: false),
            .. Text("People", answer.Sheet.People, PartnerSheet.MaxPeople, isNeeded: false),
            .. Kernel.Check.Text("LegalForm", answer.Sheet.LegalForm, PartnerSheet.MaxWord),
            .. Kernel.Check.Text("Registration", answer.Sheet.Registration, PartnerSheet.MaxWord),
            .. Kernel.Check.Web("Website", answer.Sheet.Website),
            .. Offer(answer.Tasks, answer.Amount),
            .. Kernel.Check.Text("Name", answer.Name, Commitment.MaxName, isNeeded: commits),
            .. Kernel.Check.Text("Function", answer.Function, Commitment.MaxName),
            .. commits && !answer.Agrees ? [new FieldProblem("Agrees", "calls.check.agree")] : Array.Empty<FieldProblem>(),
            .. Kernel.Check.Text("Reason", answer.Reason, Candidate.MaxReason, isNeeded: answer.Deed == SheetDeed.Decline),
        ];
    }

    /// <summary>Refuses what would not be kept.</summary>
    public static Consortium Bounded(Consortium next)
    {
        ArgumentNullException.ThrowIfNull(next);
        return next.Candidates.Length > Consortium.Most ? throw new RefusedException(Refusal.Invalid, "There are too many candidates.", new FieldProblem("", "calls.check.many", $"{Consortium.Most}"))
            : Encoding.UTF8.GetByteCount(StateJson.Write(next)) > Consortium.MaxBytes ? throw new RefusedException(Refusal.Invalid, "All sheets together are too long to be kept.", new FieldProblem("", "calls.check.full"))
            : next;
    }

    public static void Refuse(IEnumerable<FieldProblem> problems)
    {
        if (problems.ToImmutableArray() is { Length: > 0 } found)
        {
            throw new RefusedException(Refusal.Invalid, "Some fields need a second look.", found);
        }
    }

    private static IEnumerable<FieldProblem> Offer(MultilingualText tasks, long? amount) =>
    [
        .. Text("Tasks", tasks, Candidate.MaxTasks, isNeeded: false),
        .. amount is < 0 or > CallRules.MostBudget ? [new FieldProblem("Amount", "calls.check.amount")] : Array.Empty<FieldProblem>(),
    ];

    /// <summary>Somebody with a link must not use up the room of all the others.</summary>
    private static IEnumerable<FieldProblem> Text(string field, MultilingualText text, int most, bool isNeeded) =>
        text.Texts.Count > PartnerSheet.MaxLanguages ? [new(field, "kernel.check.language")] : Kernel.Check.Text(field, text, most, isNeeded);

    /// <summary>It goes into a mailto link, where a <c>?</c> would add recipients.</summary>
    private static IEnumerable<FieldProblem> Email(string field, string address) =>
        address.Length == 0 || (address.Length <= Candidate.MaxContact && address.Split('@') is [{ Length: > 0 } box, { Length: > 2 } host] && (box + host).All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_' or '+') && host.Contains('.', StringComparison.Ordinal))
            ? [] : [new(field, "directory.check.email")];
}
