using System.Text.Json;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Ledger;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Citess.Poles.Profile;

/// <summary>
/// At the start: when the pole's shared document lists other keys or abilities than the pole has, it is shared anew, so that
/// partners learn of them before they meet them.
/// </summary>
public sealed partial class ProfileRenewal(Pole pole, Recovering recovering, IDocuments documents, IGrainFactory grains, TimeProvider clock, ILogger<ProfileRenewal> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                // A pole that was restored takes no new revision number before it knows the ones that it lost.
                if (!recovering.IsOn)
                {
                    await RenewAsync(stoppingToken);
                    return;
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception problem)
            {
                LogFailed(log, problem);
            }

            await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task RenewAsync(CancellationToken stop)
    {
        if (await documents.FindAsync("", pole.Key, stop) is { } shared && Ap.Read<Actor>(JsonElement.Parse(shared.Json)) is { } actor && !SaysSo(actor))
        {
            await grains.GetGrain<IProfileGrain>(pole.Key.ToString()).RenewAsync();
            LogRenewed(log);
        }
    }

    private bool SaysSo(Actor actor) =>
        (actor.PublicKey ?? []).Select(key => key.Id).SequenceEqual(pole.PoleKeys.Rsa.Select(key => key.Id))
        && (actor.AssertionMethod ?? []).Select(key => key.Id).SequenceEqual(pole.PoleKeys.Proving.Select(key => key.Id))
        && (actor.Authentication ?? []).Select(key => key.Id).SequenceEqual(pole.PoleKeys.Authenticating.Select(key => key.Id))
        && (actor.Generator?.Implements ?? []).SequenceEqual(Capabilities.Ours);

    [LoggerMessage(Level = LogLevel.Information, Message = "The pole's own document was shared anew: its keys or abilities have changed")]
    private static partial void LogRenewed(ILogger log);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The pole's own document could not be looked at; it is tried again")]
    private static partial void LogFailed(ILogger log, Exception problem);
}
