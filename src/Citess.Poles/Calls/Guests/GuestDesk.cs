using System.Security.Cryptography;
using System.Text;
using Citess.Poles.Accounts;
using Citess.Poles.Calls.Partners;
using Citess.Poles.Calls.State;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Calls.Guests;

/// <summary>What whoever has a link may see: the call, what is theirs, and the names of the others where the team shows them.</summary>
/// <param name="Call">As everybody would read it.</param>
/// <param name="Own">Without whom to ask.</param>
/// <param name="Others">Names of organisations that are in.</param>
/// <param name="IsOver">True when nothing can be said any more.</param>
public sealed record GuestView(Call Call, Candidate Own, IReadOnlyList<string> Others, bool IsOver);

/// <summary>Lets in whoever has the link of a candidate, as long as the call is prepared and its deadline not over; no account is asked for.</summary>
public sealed class GuestDesk(RecordKind<Call> kind, IGrainFactory grains, TimeProvider clock)
{
    /// <summary>Null for a link that never was, was taken back, or belongs to another call: who tries secrets learns nothing.</summary>
    public async Task<GuestView?> LookAsync(string call, string secret)
    {
        if (!RecordKey.TryRecord(CallKind.Kind, call, out var key) || secret.Length is < 20 or > 100)
        {
            return null;
        }

        var hash = Encoding.ASCII.GetBytes(Secrets.Hash(secret));
        var consortium = await Grain(call).ReadAsync();
        var own = consortium.Candidates.FirstOrDefault(each => each.Link is { } link && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(link.Hash), hash));
        if (own is null || await kind.Grain(grains, key).ReadAsync() is not { IsWithdrawn: false } view)
        {
            return null;
        }

        return new(
            view.Content,
            own with { Contact = null },
            consortium.ShowsNames ? [.. consortium.Candidates.Where(each => each.Id != own.Id && each.Standing == CandidateStanding.Committed).Select(each => each.Name)] : [],
            view.Content.Status != CallStatus.Preparing || CallDeadline.Of(view.Content, clock.GetUtcNow()).Kind == DeadlineKind.Over);
    }

    /// <summary>Takes what is said by a link; false when it lets nobody in.</summary>
    public async Task<bool> AnswerAsync(string call, string secret, SheetAnswer answer)
    {
        if (await LookAsync(call, secret) is not { IsOver: false })
        {
            return false;
        }

        await Grain(call).AnswerAsync(Secrets.Hash(secret), answer);
        return true;
    }

    private IConsortiumGrain Grain(string call) => grains.GetGrain<IConsortiumGrain>(ConsortiumDesk.Key(call));
}
