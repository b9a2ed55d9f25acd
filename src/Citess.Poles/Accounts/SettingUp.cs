using Citess.Poles.Profile;

namespace Citess.Poles.Accounts;

/// <summary>Knows whether this pole is set up: somebody administers it, and it has a name.</summary>
public sealed class SettingUp(IAccountRows rows, Profiles profiles)
{
    private volatile bool isDone;

    /// <summary>Asked at every request, so the answer comes from memory once it is yes; it never is no again.</summary>
    public async ValueTask<bool> IsDoneAsync(CancellationToken stop = default) =>
        isDone || (isDone = await rows.AnyAdministratorAsync(stop) && await profiles.ReadAsync() is not null);
}
