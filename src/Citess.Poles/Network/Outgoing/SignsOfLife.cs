using System.Collections.Concurrent;
using Citess.ActivityPub.Delivery;
using Citess.Poles.Kernel.Ledger;

namespace Citess.Poles.Network.Outgoing;

/// <summary>
/// A host that was taken for dead and sends us something, or asks for something as a partner, is not: the couriers to it, its
/// pole's and its visitors', try at once, instead of hours later. At most once a minute, since one that sends and takes
/// nothing would else be asked with each of its letters.
/// </summary>
public sealed class SignsOfLife(ICourierTable couriers, TimeProvider clock)
{
    private const int MaxRemembered = 10_000;
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, DateTimeOffset> woken = new(StringComparer.Ordinal);

    /// <summary>Something of that authority passed the gate, or it read as the partner that it is.</summary>
    public async Task HeardAsync(string authority)
    {
        var now = clock.GetUtcNow();
        if ((woken.TryGetValue(authority, out var last) && now - last < Pause) || !await couriers.WakeHostAsync(authority, now, DeliveryPolicy.Dead))
        {
            return;
        }

        if (woken.Count >= MaxRemembered)
        {
            woken.Clear();
        }

        woken[authority] = now;
    }
}
