using Citess.ActivityPub.Inbox;

namespace Citess.Poles.Network.Incoming;

/// <summary>Something beyond shares, relations and letters that a verb may be about. Each feature brings its own.</summary>
public interface IFurtherMatter
{
    /// <summary>Null when the letter is about something else. A letter may come twice: the same again does no harm.</summary>
    Task<Outcome?> TakeAsync(IncomingLetter incoming, DateTimeOffset now);

    /// <summary>True when what somebody who is no partner pole shares is waited for here; of all else that strangers share no more than a hash is kept.</summary>
    ValueTask<bool> AwaitsAsync(GateVerdict.Accepted letter, CancellationToken stop) => ValueTask.FromResult(false);
}

internal static class FurtherMatters
{
    /// <summary>The first that the letter is about says what comes of it; null when it is about none.</summary>
    public static async Task<Outcome?> TakeAsync(this IEnumerable<IFurtherMatter> matters, IncomingLetter incoming, DateTimeOffset now)
    {
        foreach (var matter in matters)
        {
            if (await matter.TakeAsync(incoming, now) is { } outcome)
            {
                return outcome;
            }
        }

        return null;
    }
}
