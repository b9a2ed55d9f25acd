using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Practices.Contributing;

namespace Citess.Server.Demo.Voices;

/// <summary>Lets a demo pole say about practices what it has to say, each thing when what it is about has arrived.</summary>
internal sealed class DemoVoices(DemoPeople people, IServiceProvider services, IDocuments documents, References references, TimeProvider clock)
{
    /// <summary>For all that a pole has to say: connected poles hear of one another within seconds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <param name="origins">Of all poles of the demo, in their order.</param>
    public async Task SpeakAsync(DemoPole demo, IReadOnlyList<string> origins, Action<string> tell)
    {
        var until = clock.GetUtcNow() + Patience;
        foreach (var voice in demo.Voices)
        {
            if (await voice.IsSaidAsync(services))
            {
                continue;
            }

            if (await HearAsync(demo, voice.About, origins, until) is { } heard)
            {
                await voice.SayAsync(services, heard, await people.IdOfAsync(voice.By));
            }
            else
            {
                tell($"{voice.About.Key} of {voice.About.Pole} has not arrived; what there is to say about it is said at the next start");
            }
        }
    }

    private async Task<DemoHeard?> HearAsync(DemoPole demo, DemoPlace place, IReadOnlyList<string> origins, DateTimeOffset until)
    {
        var origin = origins[DemoPoles.All.TakeWhile(each => each.Name != place.Pole).Count()];
        var authority = place.Pole == demo.Name ? null : new Uri(origin).Authority;
        var key = RecordKey.Parse(place.Key);
        while (true)
        {
            if (await documents.FindAsync(authority ?? "", key) is { IsTombstone: false } document)
            {
                return new(await references.FindAsync(key.Kind, authority, key.Id), document.Revision, origin);
            }

            if (clock.GetUtcNow() > until)
            {
                return null;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), clock);
        }
    }
}
