using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Records;

namespace Citess.Server.Demo.Voices;

/// <summary>A record of the speaking pole, for everybody.</summary>
internal sealed record DemoVoice<TContent>(string Id, DemoPlace About, Func<DemoHeard, TContent> Content, string By = DemoSeed.Coordinator) : IDemoVoice
    where TContent : class
{
    public async Task<bool> IsSaidAsync(IServiceProvider services) => await Grain(services).ReadAsync() is not null;

    public Task SayAsync(IServiceProvider services, DemoHeard heard, string by) => Grain(services).CreateAsync(Content(heard), Audience.Public, by);

    private IRecordGrain<TContent> Grain(IServiceProvider services)
    {
        var kind = services.GetRequiredService<RecordKind<TContent>>();
        return kind.Grain(services.GetRequiredService<IGrainFactory>(), RecordKey.Parse(kind.Name + "/" + Id));
    }
}
