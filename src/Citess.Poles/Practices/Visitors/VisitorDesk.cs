using System.Security.Claims;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Contributions;
using Citess.Poles.Kernel.Visitors;

namespace Citess.Poles.Practices.Visitors;

/// <summary>What people on other software answer to our practices: who decides on it, and what is shown.</summary>
public sealed class VisitorDesk(IVisitorReplies replies, TimeProvider clock)
{
    /// <summary>A page shows no more.</summary>
    public const int Most = 200;

    public static ILookup<string, VisitorReply> Nobody { get; } = Array.Empty<VisitorReply>().ToLookup(reply => reply.Answers, StringComparer.Ordinal);

    /// <summary>How many wait for this person: about one practice, or all.</summary>
    public async Task<int> WaitingAsync(ClaimsPrincipal who, RecordReference? practice = null, CancellationToken stop = default) =>
        who.May(Permissions.Share) && practice?.IsOurs != false ? await replies.WaitingAsync(practice?.ToString(), stop) : 0;

    /// <summary>What a practice of ours was answered and was let through, by what it answers; what answers a visitor stands with the first words of that talk.</summary>
    public async Task<ILookup<string, VisitorReply>> ShownAsync(RecordReference practice, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(practice);
        if (practice is not { IsOurs: true, IsNone: false })
        {
            return Nobody;
        }

        var shown = (await replies.ListAsync(VisitorStanding.Shown, practice.ToString(), Most, stop)).ToDictionary(reply => reply.Address, StringComparer.Ordinal);
        return shown.Values.OrderBy(reply => reply.Said).ToLookup(reply => FirstOf(reply, shown), StringComparer.Ordinal);
    }

    /// <summary>Words whose beginning is not shown, or that go round in a circle, stand at the top.</summary>
    private static string FirstOf(VisitorReply reply, Dictionary<string, VisitorReply> shown)
    {
        var (first, passed) = (reply, new HashSet<string>(StringComparer.Ordinal));
        while (shown.TryGetValue(first.Answers, out var before))
        {
            if (!passed.Add(before.Address))
            {
                return reply.About;
            }

            first = before;
        }

        return first.Address == reply.Address ? reply.Answers : first.Address;
    }

    public Task<IReadOnlyList<VisitorReply>> ListAsync(ClaimsPrincipal who, VisitorStanding standing, CancellationToken stop = default)
    {
        who.Require(Permissions.Share);
        return replies.ListAsync(standing, about: null, Most, stop);
    }

    /// <summary>Lets words through, or declines them, as they were <paramref name="seen"/>: nobody lets through what was not read.</summary>
    public async Task DecideAsync(ClaimsPrincipal who, string address, DateTimeOffset seen, VisitorStanding standing, CancellationToken stop = default)
    {
        who.Require(Permissions.Share);
        if (!await replies.DecideAsync(address, seen, standing, who.AccountId(), clock.GetUtcNow(), stop))
        {
            throw new RefusedException(Refusal.Conflict, "These words were changed or taken back meanwhile.");
        }
    }
}
