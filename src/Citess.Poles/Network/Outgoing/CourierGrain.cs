using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Ledger;
using Microsoft.Extensions.Logging;

namespace Citess.Poles.Network.Outgoing;

[GrainType("courier")]
internal sealed class CourierGrain(ICourierTable couriers, ILedger ledger, Postbox postbox, Pole pole, TimeProvider clock, ILogger<CourierGrain> log) : Grain, ICourierGrain
{
    private Courier? courier;

    private string Relation => RecordKey.Parse(this.GetPrimaryKeyString()).Id;

    // Away from the grain's own thread: signing for one partner may take every core that is free.
    public Task<bool> CarryAsync()
    {
        courier ??= new(Relation, couriers, ledger, (inbox, entry, once) => postbox.PostAsync(inbox, entry.Body, pole.PoleSigner, once), clock, log);
        return Task.Run(courier.CarryAsync);
    }

    public async Task<bool> SendNowAsync() => await couriers.WakeAsync(Relation, clock.GetUtcNow()) && await CarryAsync();
}
