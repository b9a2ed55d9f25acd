using Citess.Poles.Kernel.Inbox;
using Citess.Poles.Network.Outgoing;
using Microsoft.Extensions.Logging;

namespace Citess.Poles.Network.Incoming;

/// <summary>Wakes the grain of each sender that has letters waiting: at once on arrival, and once a second for what a crash left.</summary>
public sealed class InboxDispatcher(IInbox inbox, SignsOfLife signs, IGrainFactory grains, TimeProvider clock, ILogger<InboxDispatcher> log) : Dispatcher(clock, log)
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(20);

    protected override async Task<IReadOnlyList<string>> DueAsync(CancellationToken stop) => await inbox.SendersAsync(stop);

    protected override async Task DoAsync(string sender)
    {
        try
        {
            while (await grains.GetGrain<IInboxGrain>("inbox/" + sender).DrainAsync())
            {
            }

            await signs.HeardAsync(sender);
        }
        finally
        {
            // Letters come in showers: those of the next moment are then taken together, in one commit.
            await Task.Delay(Moment, Clock);
        }
    }
}
