using System.Collections.Concurrent;
using Citess.ActivityPub.Delivery;
using Citess.Poles.Kernel.Ledger;

namespace Citess.Poles.Network.Outgoing;

/// <summary>
/// A host that was taken for dead and sends us something, or asks for something as a partner, is not: the couriers to it, its
/// pole's and its visitors', try soon, instead of hours later. Soon, not at once: a pole that starts asks before it listens.
/// At most once a minute, since one that sends and takes nothing would else be asked with each of its letters.
/// </summary>
public sealed class SignsOfLife(ICourierTable couriers, TimeProvider clock)
{
    private const int MaxRemembered = 10_000;
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, DateTimeOffset> woken = new(StringComparer.Ordinal);

    /// <summary>Something of that authority passed the gate, or it read as the partner that it is: a try follows, and none is lost to the pause.</summary>
    public async Task HeardAsync(string authority)
    {
        var now = clock.GetUtcNow();
        var due = now + Soon;
        if (woken.TryGetValue(authority, out var last))
        {
            if (last > now)
            {
                return;
            }

            due = last + Pause > due ? last + Pause : due;
        }

        if (!await couriers.WakeHostAsync(authority, due, DeliveryPolicy.Dead))
        {
            return;
        }

        if (woken.Count >= MaxRemembered)
        {
            woken.Clear();
        }

        woken[authority] = due;
    }
}
