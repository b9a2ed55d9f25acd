using System.Diagnostics;
using Citess.Bench.Load;
using Citess.Bench.Nodes;
using Citess.Bench.Report;
using Citess.Storage;
using Citess.Storage.Catalogue;
using Citess.Storage.Sql;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Citess.Bench.Scenarios;

/// <summary>Search in a library of 200 poles: 8 requests at a time, 200 questions over and over, on either database.</summary>
internal sealed class Search(int runs, string place) : IScenario
{
    private const int AtATime = 8;
    private const int Rounds = 5;
    private const int Portion = 2000;

    public string Name => "search";

    public async Task RunAsync(Figures figures)
    {
        if (!Lineup.HasOurs)
        {
            return;
        }

        await RunAsync(figures, "SQLite", connection: null);
        if (Environment.GetEnvironmentVariable("CITESS_TEST_POSTGRES") is { Length: > 0 } server)
        {
            var name = "citess_bench_" + Guid.NewGuid().ToString("N");
            await ExecuteAsync(server, $"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'");
            try
            {
                await RunAsync(figures, "PostgreSQL", new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString);
            }
            finally
            {
                await ExecuteAsync(server, $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
            }
        }

        figures.Notes.Add($"The best of {runs} runs of {Rounds} rounds each, after one round that is not counted: others used the machine as well.");
    }

    private async Task RunAsync(Figures figures, string database, string? connection)
    {
        await using var node = new CitessNode(place) { Postgres = connection };
        await FillAsync(node, connection);
        await node.StartAsync();
        await node.SetUpAsync();
        string[] questions = [.. Library.Questions().Select(question => $"{node.Origin}/api/practices?{question}")];
        await AskAsync(node, questions, 1);
        var best = (await MeasureAsync()).MinBy(run => run.All.At(0.95))!;
        figures.Add($"p50, {database}", "ms", node, best.All.At(0.5), isLessBetter: true);
        figures.Add($"p95, {database}", "ms", node, best.All.At(0.95), "≤ 50 ms", isLessBetter: true);
        figures.Add($"p99, {database}", "ms", node, best.All.At(0.99), isLessBetter: true);
        figures.Add($"p95 of rare words, {database}", "ms", node, best.Rare.At(0.95), isLessBetter: true);
        figures.Add($"p95 of two words, {database}", "ms", node, best.Two.At(0.95), isLessBetter: true);
        figures.Add($"p95 of common words with facets, {database}", "ms", node, best.Common.At(0.95), isLessBetter: true);
        figures.Add($"searches, {database}", "/s", node, best.PerSecond);
        foreach (var (sort, from, count) in new[] { ("rare words", 0, 100), ("two words", 100, 60), ("common words with facets", 160, 40) })
        {
            var before = Proc.CpuMs(node.Pid);
            await AskAsync(node, questions[from..(from + count)], 1);
            figures.Add($"server CPU per search of {sort}, {database}", "ms", node, (Proc.CpuMs(node.Pid) - before) / count, isLessBetter: true);
        }

        async Task<IReadOnlyList<Run>> MeasureAsync()
        {
            var all = new List<Run>();
            for (var run = 0; run < runs; run++)
            {
                all.Add(await AskAsync(node, questions, Rounds));
            }

            return all;
        }
    }

    private static async Task FillAsync(CitessNode node, string? connection)
    {
        await using var services = new ServiceCollection().AddLogging()
            .AddCitessDatabase(new() { Provider = connection is null ? Provider.Sqlite : Provider.PostgreSql, DataFolder = node.Folder, ConnectionString = connection ?? "" }).BuildServiceProvider();
        await StorageRegistration.PrepareAsync(services);
        var (database, rows, watch) = (services.GetRequiredService<Database>(), services.GetRequiredService<CatalogueRows>(), Stopwatch.StartNew());
        foreach (var portion in Library.Entries().Chunk(Portion))
        {
            await database.WriteAsync(async writing =>
            {
                foreach (var entry in portion)
                {
                    await rows.PutAsync(writing, entry);
                }
            });
        }

        if (connection is not null)
        {
            // What the server does by itself within minutes.
            await database.ReadAsync(reading => reading.ExecuteAsync("VACUUM ANALYZE", commandTimeout: 600));
        }

        await database.ForgetAsync();
        Console.WriteLine(FormattableString.Invariant($"  {Library.Practices} practices in {watch.Elapsed.TotalSeconds:0} s"));
    }

    private static async Task<Run> AskAsync(CitessNode node, string[] questions, int rounds)
    {
        using var visitor = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = AtATime });
        var times = new double[questions.Length * rounds];
        var watch = Stopwatch.StartNew();

        // By turns of every sort, and every second one of somebody who sees more.
        await Parallel.ForEachAsync(Enumerable.Range(0, times.Length), new ParallelOptions { MaxDegreeOfParallelism = AtATime }, async (number, stop) =>
        {
            var question = number * 77 % questions.Length;
            var started = Stopwatch.GetTimestamp();
            using var answer = await (question % 2 == 0 ? visitor : node.Api).GetAsync(questions[question], stop);
            if (!answer.IsSuccessStatusCode)
            {
                throw new InvalidOperationException($"{questions[question]}: {(int)answer.StatusCode}");
            }

            await answer.Content.ReadAsByteArrayAsync(stop);
            times[number] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        });
        return new(times, times.Length / watch.Elapsed.TotalSeconds, questions.Length);
    }

    private static async Task ExecuteAsync(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await connection.ExecuteAsync(sql);
    }

    private sealed class Run(double[] times, double perSecond, int questions)
    {
        public double PerSecond => perSecond;

        public Sorted All => Where(_ => true);

        public Sorted Rare => Where(question => question < questions / 2);

        public Sorted Two => Where(question => question >= questions / 2 && question < questions * 8 / 10);

        public Sorted Common => Where(question => question >= questions * 8 / 10);

        private Sorted Where(Func<int, bool> which) => new([.. times.Index().Where(each => which(each.Index * 77 % questions)).Select(each => each.Item).Order()]);
    }

    private sealed record Sorted(double[] Times)
    {
        public double At(double share) => Times[Math.Min(Times.Length - 1, (int)(Times.Length * share))];
    }
}
