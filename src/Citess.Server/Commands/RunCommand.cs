using Citess.Server.Hosting;

namespace Citess.Server.Commands;

/// <summary>Runs one pole until it is told to stop.</summary>
internal static class RunCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        var app = NodeHost.Build(args);
        await NodeHost.PrepareAsync(app);
        NodeHost.Map(app);
        await app.RunAsync();
        return 0;
    }
}
