using System.Text;
using Citess.Poles.Kernel;

namespace Citess.Poles.Accounts;

/// <summary>The rules for names and passwords; the same wherever an account is made or changed.</summary>
internal static class AccountCheck
{
    public const int MaxUserName = 40;
    public const int MaxDisplayName = 80;
    public const int MinPassword = 10;

    /// <summary>Hashing takes time by length: a password of a megabyte would be a way to keep the machine busy.</summary>
    public const int MaxPassword = 200;

    /// <summary>Letters of any script, so that a name may be Arabic; no spaces or invisible signs, by which two names would look the same.</summary>
    public static IEnumerable<FieldProblem> UserName(string name)
    {
        if (name.Length == 0)
        {
            yield return new("UserName", "kernel.check.needed");
        }
        else if (name.Length is < 2 or > MaxUserName || !name.EnumerateRunes().All(IsNameRune))
        {
            yield return new("UserName", "accounts.check.userName", MaxUserName.ToString());
        }
    }

    public static IEnumerable<FieldProblem> DisplayName(string name) =>
        [.. Check.Text("DisplayName", name, MaxDisplayName, isNeeded: true), .. name.Any(char.IsControl) ? [new FieldProblem("DisplayName", "kernel.check.choice")] : Array.Empty<FieldProblem>()];

    /// <summary>Length is what counts; beyond it only what everybody would try first is refused.</summary>
    public static IEnumerable<FieldProblem> Password(string field, string password, string userName)
    {
        if (password.Length < MinPassword)
        {
            yield return new(field, "accounts.check.password.short", MinPassword.ToString());
        }
        else if (password.Length > MaxPassword)
        {
            yield return new(field, "kernel.check.long", MaxPassword.ToString(), password.Length.ToString());
        }
        else if (password.Distinct().Count() < 5 || (userName.Length > 3 && password.Contains(userName, StringComparison.OrdinalIgnoreCase)))
        {
            yield return new(field, "accounts.check.password.plain");
        }
    }

    public static void Refuse(params IEnumerable<FieldProblem> problems)
    {
        if (problems.ToArray() is { Length: > 0 } found)
        {
            throw new RefusedException(Refusal.Invalid, "Some fields need a second look.", [.. found]);
        }
    }

    private static bool IsNameRune(Rune rune) => Rune.IsLetterOrDigit(rune) || rune.Value is '.' or '-' or '_' or '@' or '+';
}
