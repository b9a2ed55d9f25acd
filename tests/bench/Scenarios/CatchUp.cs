using System.Diagnostics;
using Citess.Bench.Nodes;
using Citess.Bench.Report;

namespace Citess.Bench.Scenarios;

/// <summary>
/// Two poles: a new partner that gets the whole library; one that could not be reached while 10,000 things changed; and one
/// that was down meanwhile, whose process begins anew. The first and the last are of a process in its first seconds.
/// </summary>
internal sealed class CatchUp(string place) : IScenario
{
    private const int Changes = 10_000;

    public string Name => "catch-up";

    public async Task RunAsync(Figures figures)
    {
        await using var mahdia = new CitessNode(place);
        await using var barcelona = new CitessNode(place);
        await mahdia.StartAsync();
        await mahdia.SetUpAsync();
        await mahdia.ShareAsync(Changes);
        await barcelona.StartAsync();
        await barcelona.SetUpAsync();
        await mahdia.ConnectAsync(barcelona);
        await TakeAsync("a new partner gets 10,000 practices");

        barcelona.Pause();
        await mahdia.ShareAsync(Changes);
        barcelona.Continue();
        await barcelona.CompareAsync(mahdia);
        await TakeAsync("10,000 changes after it could not be reached");

        barcelona.Kill();
        await mahdia.ShareAsync(Changes);
        await barcelona.StartAsync();
        await TakeAsync("10,000 changes after it was down");

        async Task TakeAsync(string what)
        {
            var all = await mahdia.CountAsync("SELECT count(*) FROM document WHERE origin = ''");
            var (held, watch) = (await barcelona.EffectsAsync(), Stopwatch.StartNew());
            while (await barcelona.EffectsAsync() < all)
            {
                if (watch.Elapsed > TimeSpan.FromMinutes(10))
                {
                    throw new InvalidOperationException(FormattableString.Invariant($"{await barcelona.EffectsAsync()} of {all} came."));
                }

                await Task.Delay(100);
            }

            figures.Add(what, "/s", barcelona, (all - held) / watch.Elapsed.TotalSeconds, "≥ 2,000 /s");
        }
    }
}
