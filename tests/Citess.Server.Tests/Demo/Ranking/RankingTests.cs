using System.Globalization;
using System.Text;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Kernel.Texts;
using Citess.Poles.Practices;
using Citess.Server.Demo;
using Citess.Storage;
using Citess.Storage.Catalogue;
using Citess.Storage.Sql;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace Citess.Server.Tests.Demo.Ranking;

/// <summary>People find, in whatever language they ask, what is written in another; better than the database does by itself.</summary>
public sealed class RankingTests
{
    private const int Shown = 10;

    public static TheoryData<Provider> Databases => [Provider.Sqlite, Provider.PostgreSql];

    [Fact]
    public void Every_judgement_names_practices_that_are_there()
    {
        var names = Entries().Select(each => each.Name).ToHashSet(StringComparer.Ordinal);

        Assert.All(Judgement.All, judgement => Assert.Empty(judgement.Relevant.Except(names, StringComparer.Ordinal)));
        Assert.All(Judgement.All.GroupBy(judgement => judgement.Language), language => Assert.True(language.Count() >= 12));
        Assert.Equal(6, Judgement.All.Select(judgement => judgement.Language).Distinct().Count());
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task The_ranking_is_better_than_the_plain_one_of_the_database(Provider provider)
    {
        await using var place = await Place.MakeAsync(provider);
        await using var services = Services(place.Options);
        await StorageRegistration.PrepareAsync(services);
        var entries = Entries();
        var database = services.GetRequiredService<Database>();
        await database.WriteAsync(async writing =>
        {
            foreach (var (_, entry) in entries)
            {
                await services.GetRequiredService<CatalogueRows>().PutAsync(writing, entry);
            }
        });
        await using var connection = await database.Source.OpenConnectionAsync();
        await PlainSearch.FillAsync(connection, entries.Select(each => each.Entry));

        var catalogue = services.GetRequiredService<ICatalogue>();
        var names = entries.ToDictionary(each => each.Entry.Key, each => each.Name, StringComparer.Ordinal);
        var (ours, plain) = (new Dictionary<Judgement, Score>(), new Dictionary<Judgement, Score>());
        var misses = new StringBuilder();
        foreach (var judgement in Judgement.All)
        {
            string[] found = [.. (await catalogue.SearchAsync(new() { Kind = PracticeKind.Kind, Least = Audience.Own, Text = judgement.Query, Take = Shown })).Entries.Select(entry => names[entry.Key])];
            ours[judgement] = Score.Of(judgement, found);
            plain[judgement] = Score.Of(judgement, [.. (await PlainSearch.FindAsync(connection, judgement.Query)).Select(key => names[key])]);
            if (ours[judgement] is { Recall: < 1 } or { First: < 1 })
            {
                misses.AppendLine(CultureInfo.InvariantCulture, $"  {judgement.Language} {judgement.Query}: {string.Join(' ', found)}; wanted {string.Join(' ', judgement.Relevant)}");
            }
        }

        TestContext.Current.TestOutputHelper!.WriteLine(Table(provider, ours, plain) + "\nNot as judged:\n" + misses);
        var (mine, theirs) = (Score.Mean(ours.Values), Score.Mean(plain.Values));
        Assert.True(mine.First > theirs.First && mine.Reciprocal > theirs.Reciprocal && mine.Recall > theirs.Recall, $"{mine} is not better than {theirs}.");
    }

    private static string Table(Provider provider, Dictionary<Judgement, Score> ours, Dictionary<Judgement, Score> plain)
    {
        var table = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"| {provider} | P@1 | plain | MRR | plain | recall@10 | plain |").AppendLine("|---|---|---|---|---|---|---|");
        foreach (var language in Judgement.All.Select(judgement => judgement.Language).Distinct().Append("all"))
        {
            var (mine, theirs) = (Mean(ours), Mean(plain));
            table.AppendLine(CultureInfo.InvariantCulture, $"| {language} | {mine.First:0.00} | {theirs.First:0.00} | {mine.Reciprocal:0.00} | {theirs.Reciprocal:0.00} | {mine.Recall:0.00} | {theirs.Recall:0.00} |");

            Score Mean(Dictionary<Judgement, Score> scores) => Score.Mean(scores.Where(each => language == "all" || each.Key.Language == language).Select(each => each.Value));
        }

        return table.ToString();
    }

    private static IReadOnlyList<(string Name, CatalogueEntry Entry)> Entries()
    {
        using var prose = new Prose();
        using var pole = new Pole(new("https://demo.example"), Pole.Fresh(TimeProvider.System));
        var kind = new PracticeKind(pole, prose, new PracticeStory(new ServiceCollection().AddKit().BuildServiceProvider().GetRequiredService<Text>()));
        var told = typeof(DemoPole).Assembly.GetTypes().Where(type => type.Namespace == "Citess.Server.Demo.Told")
            .Select(type => (type.Name, Content: type.GetProperty("Content")?.GetValue(null) as Practice)).Where(each => each.Content is not null);
        return
        [
            .. told.Concat(Judgement.Others.Select(each => (Name: each.Key, Content: (Practice?)each.Value))).OrderBy(each => each.Name, StringComparer.Ordinal)
                .Select((each, number) => (each.Name, kind.Describe(each.Content!, new()
                {
                    Key = "practice/01JNPV3T00000000000000" + number.ToString("0000", CultureInfo.InvariantCulture),
                    Revision = 1,
                    Audience = Audience.Public,
                    Updated = new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero).AddMinutes(number),
                }))),
        ];
    }

    private static ServiceProvider Services(StorageOptions options)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddCitessDatabase(options);
        return services.BuildServiceProvider();
    }

    /// <summary>How good one answer is: its first, where the first that was wanted stands, and how much of it came.</summary>
    private sealed record Score(double First, double Reciprocal, double Recall)
    {
        public static Score Of(Judgement judgement, IReadOnlyList<string> found)
        {
            var place = found.Index().Where(each => judgement.Relevant.Contains(each.Item)).Select(each => each.Index + 1).FirstOrDefault();
            return new(place == 1 ? 1 : 0, place == 0 ? 0 : 1.0 / place, (double)found.Take(Shown).Count(judgement.Relevant.Contains) / Math.Min(Shown, judgement.Relevant.Count));
        }

        public static Score Mean(IEnumerable<Score> scores)
        {
            var all = scores.ToList();
            return new(all.Average(score => score.First), all.Average(score => score.Reciprocal), all.Average(score => score.Recall));
        }
    }

    /// <summary>An empty database of the test's own.</summary>
    private sealed record Place(StorageOptions Options, string Name) : IAsyncDisposable
    {
        private static NpgsqlConnectionStringBuilder Server => new(Environment.GetEnvironmentVariable("CITESS_TEST_POSTGRES") ?? throw new InvalidOperationException("Set CITESS_TEST_POSTGRES; tests/run.sh does this."));

        public static async Task<Place> MakeAsync(Provider provider)
        {
            var name = "citess_test_" + Guid.NewGuid().ToString("N");
            if (provider == Provider.Sqlite)
            {
                return new(new() { Provider = provider, DataFolder = Path.Combine(Path.GetTempPath(), name) }, name);
            }

            await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'");
            return new(new() { Provider = provider, ConnectionString = new NpgsqlConnectionStringBuilder(Server.ConnectionString) { Database = name }.ConnectionString }, name);
        }

        public async ValueTask DisposeAsync()
        {
            if (Options.Provider == Provider.PostgreSql)
            {
                await ExecuteAsync($"DROP DATABASE IF EXISTS {Name} WITH (FORCE)");
                return;
            }

            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(Options.DataFolder, recursive: true);
        }

        private static async Task ExecuteAsync(string sql)
        {
            await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server.ConnectionString) { Pooling = false }.ConnectionString);
            await connection.OpenAsync();
            await connection.ExecuteAsync(sql);
        }
    }
}
