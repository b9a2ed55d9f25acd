using Citess.Server.Demo;

namespace Citess.Server.Commands;

/// <summary><c>demo</c>: three poles on this machine, with their own data, connected with one another.</summary>
internal static class DemoCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task<int> RunAsync(string[] args)
    {
        if (!TryRead(args, out var firstPort, out var folder, out var isFresh))
        {
            Console.Error.WriteLine("demo [--first-port 5101] [--data demo-data] [--reset]");
            return 2;
        }

        if (isFresh)
        {
            // Only what the demo made: the folder may be somebody's home.
            foreach (var made in DemoPoles.All.Select(demo => Path.Combine(folder, demo.Name)).Where(Directory.Exists))
            {
                Directory.Delete(made, recursive: true);
            }
        }

        Directory.CreateDirectory(folder);
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        using var terminated = System.Runtime.InteropServices.PosixSignalRegistration.Create(System.Runtime.InteropServices.PosixSignal.SIGTERM, signal =>
        {
            signal.Cancel = true;
            stop.Cancel();
        });

        var poles = DemoPoles.All.Select((demo, index) => new DemoProcess(demo, firstPort + index, Path.Combine(folder, demo.Name))).ToList();
        try
        {
            return await RunAsync(poles, stop.Token);
        }
        finally
        {
            Console.WriteLine("Stopping …");
            await Task.WhenAll(poles.Select(pole => pole.StopAsync()));
        }
    }

    private static async Task<int> RunAsync(List<DemoProcess> poles, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        try
        {
            Console.WriteLine("Starting three poles …");
            poles.ForEach(pole => pole.Start(Console.WriteLine));
            await Task.WhenAll(poles.Select(pole => pole.ReadyAsync(patience.Token)));
            await ConnectAsync(poles, patience.Token);
            await SpeakAsync(poles, stop);
            DemoWelcome.Print(poles);
            await Task.WhenAny([Task.Delay(Timeout.Infinite, stop), .. poles.Select(pole => pole.ExitAsync())]);
            if (stop.IsCancellationRequested)
            {
                return 0;
            }

            Console.Error.WriteLine("One of the poles stopped by itself: " + string.Join(", ", poles.Where(pole => pole.HasExited).Select(pole => $"{pole.Name}, see {pole.Log}")));
            return 1;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 0;
        }
        catch (Exception problem) when (problem is OperationCanceledException or InvalidOperationException)
        {
            Console.Error.WriteLine("The poles did not start: " + string.Join(", ", poles.Select(pole => $"{pole.Name}, see {pole.Log}")));
            return 1;
        }
    }

    private static async Task ConnectAsync(List<DemoProcess> poles, CancellationToken stop)
    {
        for (var one = 0; one < poles.Count; one++)
        {
            for (var other = one + 1; other < poles.Count; other++)
            {
                await poles[one].SayAsync($"connect {poles[other].Origin}", stop);
                await poles[other].SayAsync($"welcome localhost:{poles[one].Port}", stop);
                Console.WriteLine($"  {poles[one].Name} and {poles[other].Name} are connected");
            }
        }
    }

    /// <summary>All at once, since they answer one another.</summary>
    private static async Task SpeakAsync(List<DemoProcess> poles, CancellationToken stop)
    {
        Console.WriteLine("  They tell one another what they make of their practices …");
        var origins = string.Join(' ', poles.Select(each => each.Origin));
        await Task.WhenAll(poles.Select(pole => pole.SayAsync("speak " + origins, stop)));
        Console.WriteLine("  They begin something together …");
        await Task.WhenAll(poles.Select(pole => pole.SayAsync("together " + origins, stop)));
    }

    private static bool TryRead(string[] args, out int firstPort, out string folder, out bool isFresh)
    {
        (firstPort, folder, isFresh) = (5101, "demo-data", false);
        for (var index = 0; index < args.Length; index++)
        {
            switch (args[index])
            {
                case "--reset":
                    isFresh = true;
                    break;
                case "--first-port" when index + 1 < args.Length && int.TryParse(args[index + 1], out var port) && port is > 0 and < 65533:
                    firstPort = port;
                    index++;
                    break;
                case "--data" when index + 1 < args.Length:
                    folder = args[++index];
                    break;
                default:
                    return false;
            }
        }

        return true;
    }
}
