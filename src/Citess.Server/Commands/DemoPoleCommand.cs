using Citess.ActivityPub.Discovery;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Network;
using Citess.Server.Demo;
using Citess.Server.Demo.Together;
using Citess.Server.Demo.Voices;
using Citess.Server.Hosting;
using Microsoft.Extensions.Options;

namespace Citess.Server.Commands;

/// <summary>One pole of the demo: an ordinary pole that fills itself and listens to its parent.</summary>
internal static class DemoPoleCommand
{
    public static async Task<int> RunAsync(string name, string[] args)
    {
        var demo = DemoPoles.All.Single(each => each.Name == name);
        await using var app = NodeHost.Build(args, builder => builder.Services.AddSingleton<DemoSeed>().AddSingleton<DemoPeople>().AddSingleton<DemoVoices>().AddSingleton<DemoTogether>());
        using var held = PoleLock.Take(app.Services.GetRequiredService<IOptions<CitessOptions>>().Value);
        if (held is null)
        {
            await Console.Error.WriteLineAsync("Another demo runs on this data.");
            return 1;
        }

        await NodeHost.PrepareAsync(app);
        NodeHost.Map(app);
        await app.StartAsync();
        await app.Services.GetRequiredService<DemoSeed>().FillAsync(demo, Tell);
        Tell("ready");
        await Task.WhenAny(ListenAsync(app, demo), app.WaitForShutdownAsync());
        await app.StopAsync();
        return 0;
    }

    /// <summary>Ends with the parent: its end of the pipe closes, whatever became of it.</summary>
    private static async Task ListenAsync(WebApplication app, DemoPole demo)
    {
        // Console.In would wait with the thread.
        using var parent = new StreamReader(Console.OpenStandardInput());
        while (await parent.ReadLineAsync() is { } line)
        {
            try
            {
                await (line.Split(' ') switch
                {
                    ["connect", var address] => ConnectAsync(app, address),
                    ["welcome", var relation] => WelcomeAsync(app, relation),
                    ["speak", .. var origins] => app.Services.GetRequiredService<DemoVoices>().SpeakAsync(demo, origins, Tell),
                    ["together", .. var origins] => app.Services.GetRequiredService<DemoTogether>().WorkAsync(demo, origins, Tell),
                    _ => Task.CompletedTask,
                });
            }
            catch (Exception problem)
            {
                Tell(problem.Message);
            }

            Tell("done");
        }
    }

    private static async Task ConnectAsync(WebApplication app, string address)
    {
        var finder = app.Services.GetRequiredService<ActorFinder>();
        for (var attempt = 0; attempt < 20; attempt++)
        {
            if (await finder.FindActorAsync(address, app.Services.GetRequiredService<Pole>().ServerSigner) is FindResult.Found found)
            {
                var actor = PartnerActor.Of(found.Actor);
                await Partner(app, actor.Relation).ConnectAsync(actor, "");
                return;
            }

            // Three poles that start at once on a slow machine may keep one another waiting for too long.
            await Task.Delay(TimeSpan.FromMilliseconds(250), app.Services.GetRequiredService<TimeProvider>());
        }

        throw new InvalidOperationException($"There is no pole at {address}.");
    }

    private static async Task WelcomeAsync(WebApplication app, string relation)
    {
        for (var attempt = 0; attempt < 200; attempt++)
        {
            var view = await Partner(app, relation).ReadAsync();
            if (view?.Connection == Connection.Connected)
            {
                return;
            }

            if (view?.Connection == Connection.Asking)
            {
                await Partner(app, relation).ConnectAsync(view.Actor, "");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), app.Services.GetRequiredService<TimeProvider>());
        }

        throw new InvalidOperationException($"No connection with {relation} yet; it goes on by itself.");
    }

    private static IPartnerGrain Partner(WebApplication app, string relation) =>
        app.Services.GetRequiredService<IGrainFactory>().GetGrain<IPartnerGrain>("partner/" + relation);

    private static void Tell(string line) => Console.WriteLine(DemoProcess.Mark + line);
}
