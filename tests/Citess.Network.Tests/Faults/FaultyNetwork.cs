using Citess.Network.Tests.House;
using Microsoft.Data.Sqlite;

namespace Citess.Network.Tests.Faults;

/// <summary>Poles that are all connected with each other, each behind a road and on a small disk.</summary>
internal sealed class FaultyNetwork : IAsyncDisposable
{
    private readonly PoleNetwork network = new();
    private readonly List<FaultyPole> poles = [];
    private readonly List<Func<Task>> ends = [];

    public IReadOnlyList<FaultyPole> Poles => poles;

    public IReadOnlyList<RunningPole> Running => [.. poles.Select(each => each.Pole)];

    public static async Task<FaultyNetwork> StartAsync(params IReadOnlyList<(string Name, IReadOnlyList<string> Program)> wanted)
    {
        var made = new FaultyNetwork();
        try
        {
            foreach (var (name, program) in wanted)
            {
                await made.AddAsync(name, program);
            }
        }
        catch
        {
            await made.DisposeAsync();
            throw;
        }

        return made;
    }

    /// <summary>Lets the pauses of all couriers be over: hours are not waited for here.</summary>
    public async Task PassTimeAsync()
    {
        foreach (var pole in Running)
        {
            try
            {
                await pole.TamperAsync("UPDATE courier SET due_at = 0 WHERE due_at > 0");
            }
            catch (SqliteException)
            {
                // Its disk is full, or it is being started: the next time.
            }
        }
    }

    /// <summary>Waits until nobody has anything to publish, to send or to read any more.</summary>
    public Task QuietAsync(TimeSpan within)
    {
        var loud = "";
        return Eventually.TrueAsync(
            async () =>
            {
                await PassTimeAsync();
                loud = await LoudAsync();
                await Task.Delay(200);
                return loud.Length == 0;
            },
            () => loud,
            within);
    }

    public async ValueTask DisposeAsync()
    {
        await network.DisposeAsync();
        foreach (var end in ends)
        {
            await end();
        }
    }

    private async Task AddAsync(string name, IReadOnlyList<string> program)
    {
        var process = TestPole.NewBehind(name, program);
        var disk = await SmallDisk.TryMountAsync(process.Folder);
        var road = new Road(process);
        ends.Add(async () =>
        {
            await road.DisposeAsync();
            if (disk is not null)
            {
                await disk.DisposeAsync();
                Directory.Delete(process.Folder, recursive: true);
            }
        });
        var pole = await network.AddAsync(process);
        await Autopsy.PrepareAsync(pole);
        poles.Add(new(pole, road, disk));
    }

    /// <summary>What is still under way; empty when nothing is.</summary>
    private async Task<string> LoudAsync()
    {
        foreach (var pole in Running)
        {
            var waiting = (await pole.Database.QueryAsync<long>("SELECT (SELECT count(*) FROM outbox) + (SELECT count(*) FROM inbox WHERE done IS NULL)"))[0];
            if (waiting > 0)
            {
                return $"{pole.Name} has {waiting} to publish and to read.\n{string.Join('\n', pole.Process.Output.TakeLast(40))}";
            }

            foreach (var other in Running.Where(other => other != pole))
            {
                if (await PoleNetwork.PartnerAsync(pole, other.Authority) is not { } partner || partner.GetProperty("waiting").GetInt64() > 0)
                {
                    return $"{pole.Name} has something for {other.Name}.\n{string.Join('\n', pole.Process.Output.TakeLast(40))}";
                }
            }
        }

        return "";
    }
}
