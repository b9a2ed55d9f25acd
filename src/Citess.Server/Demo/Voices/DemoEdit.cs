using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Practices;

namespace Citess.Server.Demo.Voices;

/// <summary>A change to a practice of the speaking pole, as long as nobody else has changed it.</summary>
internal sealed record DemoEdit(string Id, DemoPlace About, string Why, Func<Practice, DemoHeard, Practice> Change) : IDemoVoice
{
    public string By => DemoSeed.Coordinator;

    public async Task<bool> IsSaidAsync(IServiceProvider services) => await Grain(services).ReadAsync() is not { Revision: 1 };

    public async Task SayAsync(IServiceProvider services, DemoHeard heard, string by)
    {
        var practice = await Grain(services).ReadAsync();
        var revision = await Grain(services).EditAsync(Change(practice!.Content, heard), practice.Reach, practice.Revision, by, Why);

        // What is said next is about what it says now.
        var documents = services.GetRequiredService<IDocuments>();
        for (var attempt = 0; attempt < 100 && (await documents.FindAsync("", Key))?.Revision < revision; attempt++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), services.GetRequiredService<TimeProvider>());
        }
    }

    private RecordKey Key => RecordKey.Parse(PracticeKind.Kind + "/" + Id);

    private IPracticeGrain Grain(IServiceProvider services) => services.GetRequiredService<IGrainFactory>().GetGrain<IPracticeGrain>(Key.ToString());
}
