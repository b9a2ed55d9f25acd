namespace Citess.Poles.Accounts;

/// <summary>
/// The code that makes an administrator: the first one when a pole is set up, or another when the last one is lost.
/// Whoever can read the standard output of the process or run its commands is the operator, and needs no other proof.
/// </summary>
public sealed class AdminCode(IAccountRows rows, TimeProvider clock)
{
    /// <summary>Days in which a code may be used; a newer one takes its place.</summary>
    public const int Days = 7;

    /// <summary>Makes a fresh code, keeps its hash in place of an earlier one, and returns what is to be typed.</summary>
    public async Task<string> IssueAsync(CancellationToken stop = default)
    {
        var code = Secrets.Code();
        await rows.SetSetupCodeAsync(new(Secrets.HashCode(code), clock.GetUtcNow().AddDays(Days)), stop);
        return code;
    }

    /// <summary>Takes the code away; false when it is wrong, used or too old. Of two at once, one gets true.</summary>
    internal Task<bool> UseAsync(string typed, CancellationToken stop = default) => rows.UseSetupCodeAsync(Secrets.HashCode(typed), clock.GetUtcNow(), stop);

    /// <summary>Gives a code back that was taken in vain.</summary>
    internal Task PutBackAsync(string typed) => rows.SetSetupCodeAsync(new(Secrets.HashCode(typed), clock.GetUtcNow().AddDays(1)), CancellationToken.None);
}
