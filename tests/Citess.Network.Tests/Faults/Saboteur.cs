using System.Collections.Concurrent;
using System.Globalization;
using Citess.Network.Tests.House;
using Xunit;

namespace Citess.Network.Tests.Faults;

/// <summary>What happens to poles and to the roads between them.</summary>
internal enum Fault
{
    /// <summary>kill −9, and a start.</summary>
    Kill,

    /// <summary>SIGSTOP for some seconds.</summary>
    Pause,

    /// <summary>The disk has no room for a while.</summary>
    FullDisk,

    /// <summary>The same, and the pole is killed and started in the middle of it.</summary>
    KillOnFullDisk,

    /// <summary>A start with a quota that is used up (<c>max_page_count</c>), and one without.</summary>
    Quota,

    Slow,
    Cut,
    Silent,
    AnswersLost,
}

/// <summary>
/// Does harm at random from a seed, spread evenly over the work that clients do meanwhile: one lane for each pole, whose
/// process and disk one thing at a time happens to, and two for the roads. Each harm ends by itself after moments.
/// </summary>
internal sealed class Saboteur(FaultyNetwork network, int seed, Func<double> progress, Action<string> say)
{
    private static readonly Fault[] OfRoads = [Fault.Slow, Fault.Slow, Fault.Cut, Fault.Silent, Fault.AnswersLost];

    private readonly ConcurrentDictionary<Fault, int> done = new();
    private readonly ConcurrentQueue<string> findings = new();

    public IReadOnlyDictionary<Fault, int> Done => done;

    /// <summary>What was found at the deaths of poles.</summary>
    public IReadOnlyCollection<string> Findings => findings;

    public int Autopsies { get; private set; }

    public Task RunAsync(int faults, CancellationToken stop)
    {
        var roads = faults * 2 / 5;
        var processes = faults - roads;
        var lanes = network.Poles.Count;
        return Task.WhenAll(
        [
            .. network.Poles.Select((pole, lane) => LaneAsync((processes / lanes) + (lane < processes % lanes ? 1 : 0), new Random(seed + lane), random => AtPoleAsync(pole, random, stop), stop)),
            .. Enumerable.Range(0, 2).Select(lane => LaneAsync((roads / 2) + (lane < roads % 2 ? 1 : 0), new Random(seed - 1 - lane), random => OnRoadAsync(lane, random, stop), stop)),
        ]);
    }

    private async Task LaneAsync(int count, Random random, Func<Random, Task> harmAsync, CancellationToken stop)
    {
        for (var each = 0; each < count; each++)
        {
            var due = (each + random.NextDouble()) / count;
            while (progress() < due)
            {
                await Task.Delay(50, stop);
            }

            await harmAsync(random);
        }
    }

    private async Task AtPoleAsync(FaultyPole at, Random random, CancellationToken stop)
    {
        var fault = random.Next(20) switch
        {
            < 9 => Fault.Kill,
            < 15 => Fault.Pause,
            < 17 when at.Disk is not null => Fault.FullDisk,
            < 18 when at.Disk is not null => Fault.KillOnFullDisk,
            _ => Fault.Quota,
        };
        var while_ = TimeSpan.FromMilliseconds(random.Next(300, 2500));
        var before = random.Next(1, 256 * 1024);
        say($"{at.Pole.Name}: {fault}");
        switch (fault)
        {
            case Fault.Kill:
                await KillAsync(at);
                await Task.Delay(while_ / 4, stop);
                await at.Pole.Process.StartAsync();
                break;
            case Fault.Pause:
                await at.Process.SignalAsync("STOP");
                await Task.Delay(while_, stop);
                await at.Process.SignalAsync("CONT");
                break;
            case Fault.FullDisk:
                await at.Disk!.FillAsync(before);
                await Task.Delay(while_ * 2, stop);
                await at.Disk.EmptyAsync();
                break;
            case Fault.KillOnFullDisk:
                await at.Disk!.FillAsync(before);
                await Task.Delay(while_, stop);
                await KillAsync(at);
                at.Process.Start();
                await Task.Delay(while_ * 2, stop);
                await at.Disk.EmptyAsync();
                await ReadyAsync(at);
                break;
            case Fault.Quota:
                await KillAsync(at);

                // What is there already stays, and nothing more goes in.
                at.Process.Once = ["--Citess:Database:MaxMegabytes=1"];
                at.Process.Start();
                await Task.Delay(while_ * 2, stop);
                await KillAsync(at);
                await at.Pole.Process.StartAsync();
                break;
        }

        Count(fault);
    }

    private async Task OnRoadAsync(int lane, Random random, CancellationToken stop)
    {
        // The two lanes never have a road in common.
        var to = network.Poles.Where((_, place) => place % 2 == lane).OrderBy(_ => random.Next()).First();
        var others = network.Poles.Where(other => other != to).ToArray();
        var from = random.Next(others.Length + 1) is var one && one < others.Length ? [others[one]] : others;
        var fault = OfRoads[random.Next(OfRoads.Length)];
        var while_ = TimeSpan.FromMilliseconds(random.Next(500, 3000));
        say($"road from {string.Join(" and ", from.Select(other => other.Pole.Name))} to {to.Pole.Name}: {fault}");
        Set(Enum.Parse<Passage>(fault.ToString()));
        await Task.Delay(while_, stop);
        Set(Passage.Open);
        Count(fault);

        void Set(Passage passage)
        {
            foreach (var other in from)
            {
                to.Road[other.Pole.Authority] = passage;
            }
        }
    }

    private async Task KillAsync(FaultyPole at)
    {
        Alive(at);
        await at.Process.KillAsync();
        foreach (var finding in await Autopsy.OfAsync(at.Pole, at.Seen))
        {
            findings.Enqueue(finding);
        }

        Autopsies++;
    }

    private static async Task ReadyAsync(FaultyPole at)
    {
        Alive(at);
        await at.Process.ReadyAsync(processes: 1);
    }

    /// <summary>No fault of its surroundings may end a process: what restarts it would start it again and again.</summary>
    private static void Alive(FaultyPole at) =>
        Assert.True(at.Process.IsRunning, string.Create(CultureInfo.InvariantCulture, $"{at.Pole.Name} ended by itself:\n{string.Join('\n', at.Pole.Process.Output.TakeLast(60))}"));

    private void Count(Fault fault) => done.AddOrUpdate(fault, 1, (_, count) => count + 1);
}
