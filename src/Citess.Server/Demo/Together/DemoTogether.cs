using Citess.Poles.Collaborations;
using Citess.Poles.Collaborations.Log;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Blobs;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Records;

namespace Citess.Server.Demo.Together;

/// <summary>Lets a demo pole say what it has to say in the collaboration of the three, each thing when what stands before it has arrived.</summary>
internal sealed class DemoTogether(DemoPeople people, ICollaborationEvents events, ListedPartners partners, IBlobs blobs, IGrainFactory grains, Pole pole, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <param name="origins">Of all poles of the demo, in their order.</param>
    public async Task WorkAsync(DemoPole demo, IReadOnlyList<string> origins, Action<string> tell)
    {
        var at = DemoPoles.All.Zip(origins).ToDictionary(each => each.First.Name, each => each.Second, StringComparer.Ordinal);
        var until = clock.GetUtcNow() + Patience;
        var (said, log) = (new Dictionary<string, string>(StringComparer.Ordinal), "");
        foreach (var step in Caravan.Steps)
        {
            var address = $"{at[step.Pole]}/event/{step.Id}";
            var found = await events.FindAsync(address);
            if (found is null && step.Pole == demo.Name)
            {
                await SayAsync(step, log, new(await ActorsAsync(at), said, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)));
            }

            while ((found ??= await events.FindAsync(address)) is null)
            {
                if (clock.GetUtcNow() > until)
                {
                    tell($"{step.Says} of {step.Pole} has not arrived; what the three do together goes on at the next start");
                    return;
                }

                await Task.Delay(TimeSpan.FromMilliseconds(200), clock);
            }

            (log, said[step.Id]) = found!.Value;
        }
    }

    private async Task SayAsync(DemoStep step, string log, DemoTold told)
    {
        if (step.Says == EventTypes.Document)
        {
            await blobs.BringAsync(Caravan.Agenda, clock.GetUtcNow().AddDays(1));
        }

        var command = new EventCommand(step.Id, step.Says, StateJson.Write(step.Payload(told)), await people.IdOfAsync(DemoSeed.Coordinator));
        await (step.Says == EventTypes.Begin
            ? grains.GetGrain<ICollaborationGrain>("collaboration/" + step.Id).BeginAsync(command)
            : grains.GetGrain<ICollaborationGrain>("collaboration/" + log).SayAsync(command));
    }

    private async Task<IReadOnlyDictionary<string, string>> ActorsAsync(Dictionary<string, string> at)
    {
        var actors = (await partners.AllAsync()).Select(each => each.Facts["actor"]).Append(pole.ActorAddress).ToList();
        return at.ToDictionary(each => each.Key, each => actors.First(actor => actor.StartsWith(each.Value + "/", StringComparison.Ordinal)), StringComparer.Ordinal);
    }
}
