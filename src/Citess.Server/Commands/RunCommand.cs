using Citess.Server.Hosting;
using Microsoft.Extensions.Options;

namespace Citess.Server.Commands;

/// <summary>Runs one pole until it is told to stop.</summary>
internal static class RunCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        await using var app = NodeHost.Build(args);
        using var held = PoleLock.Take(app.Services.GetRequiredService<IOptions<CitessOptions>>().Value);
        if (held is null)
        {
            await Console.Error.WriteLineAsync("Another process runs this pole. Stop it first, or give this one a data folder of its own (Citess:Data).");
            return 1;
        }

        await NodeHost.PrepareAsync(app);
        NodeHost.Map(app);
        await app.RunAsync();
        return 0;
    }
}
