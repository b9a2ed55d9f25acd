using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Profile;

/// <summary>The profile that every page shows, read once and again after each change.</summary>
public sealed class Profiles(Pole pole, IGrainFactory grains)
{
    private IProfileGrain Grain => grains.GetGrain<IProfileGrain>(pole.Key.ToString());

    /// <summary>Null as long as the pole is not set up.</summary>
    public Task<RecordView<PoleProfile>?> ReadAsync() => Grain.ReadAsync();

    /// <summary>Writes the first profile; a second call changes nothing.</summary>
    public async Task SetUpAsync(PoleProfile profile, string by)
    {
        if (await Grain.ReadAsync() is null)
        {
            await Grain.CreateAsync(profile, Audience.Public, by);
        }
    }
}
