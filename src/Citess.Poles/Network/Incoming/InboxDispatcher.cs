using Citess.Poles.Kernel.Inbox;
using Microsoft.Extensions.Logging;

namespace Citess.Poles.Network.Incoming;

/// <summary>Wakes the grain of each sender that has letters waiting: at once on arrival, and once a second for what a crash left.</summary>
public sealed class InboxDispatcher(IInbox inbox, IGrainFactory grains, TimeProvider clock, ILogger<InboxDispatcher> log) : Dispatcher(clock, log)
{
    protected override async Task<IReadOnlyList<string>> DueAsync(CancellationToken stop) => await inbox.SendersAsync(stop);

    protected override Task DoAsync(string sender) => grains.GetGrain<IInboxGrain>("inbox/" + sender).DrainAsync();
}
