using System.Globalization;
using Citess.Bench.Load;
using Citess.Bench.Report;
using Citess.Bench.Scenarios;

if (args is ["sink", var port])
{
    await using var sink = await Sink.StartAsync(int.Parse(port, CultureInfo.InvariantCulture));
    await Task.Delay(Timeout.Infinite);
    return 0;
}

var runs = Environment.GetEnvironmentVariable("BENCH_RUNS") is { Length: > 0 } given ? int.Parse(given, CultureInfo.InvariantCulture) : 3;
var place = Disk.Place();
IScenario[] all =
[
    new Inbox(runs, place),
    new Processing(runs, place),
    new Outgoing(runs, place),
    new FanOut(runs, place),
    new CatchUp(place),
    new DeadPeers(place),
    new Search(runs, place),
    new Matches(),
    new Memory(place),
    new ColdStart(runs, place),
    new Durability(place),
];
if (args.Except(all.Select(scenario => scenario.Name), StringComparer.Ordinal).FirstOrDefault() is { } unknown)
{
    await Console.Error.WriteLineAsync($"There is no measurement {unknown}; there are: {string.Join(", ", all.Select(scenario => scenario.Name))}.");
    return 2;
}

var measured = new List<Figures>();
foreach (var scenario in all.Where(scenario => args.Length == 0 || args.Contains(scenario.Name, StringComparer.Ordinal)))
{
    Console.WriteLine("== " + scenario.Name);
    var figures = new Figures(scenario.Name);
    await scenario.RunAsync(figures);
    measured.Add(figures);
}

Report.Write(all.Select(scenario => scenario.Name), measured, Machine.Describe(place));

return 0;
