using Citess.Poles.Kernel;
using Citess.Server.Hosting;
using Microsoft.Extensions.Options;

namespace Citess.Server.Commands;

/// <summary>Runs one pole until it is told to stop.</summary>
internal static class RunCommand
{
    public static async Task<int> RunAsync(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        await using var app = NodeHost.Build(args, configure);
        using var held = PoleLock.Take(app.Services.GetRequiredService<IOptions<CitessOptions>>().Value);
        if (held is null)
        {
            await Console.Error.WriteLineAsync("Another process runs this pole. Stop it first, or give this one a data folder of its own (Citess:Data).");
            return 1;
        }

        while (!await TryPrepareAsync(app))
        {
            await Console.Error.WriteLineAsync("There is no room for the database: the disk is full. The pole starts by itself when there is.");
            await Task.Delay(TimeSpan.FromSeconds(5), app.Services.GetRequiredService<TimeProvider>());
        }

        NodeHost.Map(app);
        await app.RunAsync();
        return 0;
    }

    /// <summary>False when the disk is full: a pole that ended for it would be started again and again.</summary>
    private static async Task<bool> TryPrepareAsync(WebApplication app)
    {
        try
        {
            await NodeHost.PrepareAsync(app);
            return true;
        }
        catch (StorageFullException)
        {
            return false;
        }
    }
}
