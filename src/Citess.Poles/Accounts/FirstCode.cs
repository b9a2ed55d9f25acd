using Citess.ActivityPub.Fetching;
using Citess.Poles.Kernel.Texts;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Citess.Poles.Accounts;

/// <summary>Where the code for setting up is printed.</summary>
public sealed class AccountsOptions
{
    /// <summary>Default: standard output. Never a log, which is kept and read by others.</summary>
    public TextWriter Out { get; set; } = Console.Out;
}

/// <summary>Prints a fresh code once the process listens, as long as the pole is not set up.</summary>
internal sealed class FirstCode(SettingUp state, IGrainFactory grains, Origin origin, Text words, IOptions<AccountsOptions> options) : IHostedLifecycleService
{
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (await state.IsDoneAsync(cancellationToken))
        {
            return;
        }

        var code = await grains.GetGrain<IFirstCodeGrain>(FirstCodeGrain.Key).ReadAsync();
        await options.Value.Out.WriteLineAsync("\n" + words["accounts.code.print", origin.Url + "/set-up", code, AdminCode.Days] + "\n");
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
