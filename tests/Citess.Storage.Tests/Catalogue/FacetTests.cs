using System.Collections.Immutable;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Network.Blocks;
using Citess.Storage.Catalogue;
using Citess.Storage.Tests.Lab;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Citess.Storage.Tests.Catalogue;

/// <summary>By what lists are narrowed besides words: facets, what is new, and what one entry has in common with others.</summary>
public abstract class FacetTests<TDatabase> : StorageTest<TDatabase>
    where TDatabase : TestDatabase, new()
{
    private static readonly CatalogueQuery All = new() { Kind = "practice", Least = Audience.Own };
    private static readonly string[] Likeness = [Facets.Sector, Facets.Goal];
    private readonly FakeTimeProvider clock = new(Sample.Day);
    private Store _process = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _process = await OpenAsync(clock);
    }

    [Theory]
    [InlineData("")]
    [InlineData("verger")]
    public async Task Every_facet_narrows_a_list_alone_and_together_with_or_without_words(string text)
    {
        await PutAsync(
            Entry(1, (Facets.Goal, "5"), (Facets.Condition, "C2.1"), (Facets.Level, "micro")) with { Sectors = ["a01"], Territory = "TN-53", Status = "running" },
            Entry(2, (Facets.Goal, "5"), (Facets.Condition, "C2.2")) with { Sectors = ["a01"], Territory = "TN-5", Languages = ["fr", "ar"] },
            Entry(3, (Facets.Goal, "15"), ("about", "practice/" + Sample.Id(1))));
        var asked = All with { Text = text };

        Assert.Equal([2, 1], await NumbersAsync(asked with { Tags = Facets.Of((Facets.Goal, "5")) }));
        Assert.Equal([3], await NumbersAsync(asked with { Tags = Facets.Of((Facets.Goal, "15")) }));
        Assert.Equal([1], await NumbersAsync(asked with { Tags = Facets.Of((Facets.Goal, "5"), (Facets.Condition, "C2.1"), (Facets.Level, "micro")) }));
        Assert.Equal([3], await NumbersAsync(asked with { Tags = Facets.Of(("about", "practice/" + Sample.Id(1))) }));
        Assert.Equal([2], await NumbersAsync(asked with { Sector = "a01", Language = "ar" }));
        Assert.Equal([1], await NumbersAsync(asked with { Territory = "TN-53", Status = "running" }));
        Assert.Empty(await NumbersAsync(asked with { Tags = Facets.Of((Facets.Goal, "5"), (Facets.Condition, "C3.1")) }));
        Assert.Empty(await NumbersAsync(asked with { Tags = Facets.Of((Facets.Goal, "\" OR \"5")) }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("verger")]
    public async Task What_is_over_is_told_by_the_time_that_is_asked_for_and_what_has_no_end_never_is(string text)
    {
        await PutAsync(Entry(1) with { Ends = Sample.Day.AddDays(3) }, Entry(2) with { Ends = Sample.Day.AddDays(30) }, Entry(3));
        var asked = All with { Text = text };

        Assert.Equal([3, 2, 1], await NumbersAsync(asked with { OpenAt = Sample.Day }));
        Assert.Equal([3, 2], await NumbersAsync(asked with { OpenAt = Sample.Day.AddDays(3) }));
        Assert.Equal([1], await NumbersAsync(asked with { OverBy = Sample.Day.AddDays(3) }));
        Assert.Equal([2], await NumbersAsync(asked with { OpenAt = Sample.Day.AddDays(20), OverBy = Sample.Day.AddDays(40) }));

        // Renewed, it is open again.
        await PutAsync(Entry(1) with { Revision = 3, Ends = Sample.Day.AddDays(60) });
        Assert.Empty(await NumbersAsync(asked with { OverBy = Sample.Day.AddDays(3) }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("verger")]
    public async Task What_is_said_about_it_by_its_own_pole_or_another_narrows_a_list_as_far_as_the_reader_may_see_it(string text)
    {
        await PutAsync(Entry(1), Entry(2), Review(11, 1, Sample.Barcelona, Audience.Network), Review(12, 2, "", Audience.Own));
        var asked = All with { Text = text };

        Assert.Equal([1], await NumbersAsync(asked with { Said = [new("review", "confirms")] }));
        Assert.Equal([2], await NumbersAsync(asked with { Said = [new("review", "own-confirms")] }));
        Assert.Equal([1], await NumbersAsync(asked with { Said = [new("review", SaidOf.Any)] }));
        Assert.Empty(await NumbersAsync(asked with { Said = [new("review", "confirms"), new("review", "own-confirms")] }));
        Assert.Empty(await NumbersAsync(asked with { Said = [new("review", "doubts")] }));
        Assert.Empty(await NumbersAsync(asked with { Said = [new("adoption", SaidOf.Any)] }));
        Assert.Empty(await NumbersAsync(asked with { Least = Audience.Public, Said = [new("review", "confirms")] }));

        // What a host said that is blocked now counts as little as it is shown.
        await _process.Get<IBlocks>().BlockAsync(new(Sample.Barcelona, "spam", "amira", Sample.Day));
        Assert.Empty(await NumbersAsync(asked with { Said = [new("review", "confirms")] }));
        Assert.Equal([2], await NumbersAsync(asked with { Said = [new("review", "own-confirms")] }));

        CatalogueEntry Review(int number, int about, string origin, Audience audience) =>
            Entry(number) with { Key = "review/" + Sample.Id(number), Origin = origin, Audience = audience, About = Entry(about).Reference, Status = "confirms" };
    }

    [Fact]
    public async Task A_sector_is_found_by_its_name_in_every_language_and_no_word_of_a_text_by_the_marks_of_facets()
    {
        await PutAsync(Entry(1, (Facets.Goal, "7")) with { Sectors = ["a01"], Territory = "TN-53" }, Entry(2));

        foreach (var word in new[] { "agriculture", "agricoltura", "الفلاحة", "agricultura", "énergie", "الطاقة" })
        {
            Assert.Equal([1], await NumbersAsync(All with { Text = word }));
        }

        Assert.Empty(await NumbersAsync(All with { Text = "sectora01" }));
        Assert.Empty(await NumbersAsync(All with { Text = "sector" }));
    }

    [Fact]
    public async Task What_has_some_of_the_words_is_given_only_when_nothing_has_all_and_it_is_said()
    {
        await PutAsync(Entry(1), Entry(2) with { Name = MultilingualText.Of("fr", "Coopérative de tissage") });

        var all = await _process.Catalogue.SearchAsync(All with { Text = "coopératives de tissage" });
        Assert.Equal((1, false), (all.Total, all.IsLoose));
        var some = await _process.Catalogue.SearchAsync(All with { Text = "tissage xylophone" });
        Assert.Equal((1, true), (some.Total, some.IsLoose));
        var none = await _process.Catalogue.SearchAsync(All with { Text = "xylophone glockenspiel" });
        Assert.Equal((0, false), (none.Total, none.IsLoose));
    }

    [Fact]
    public async Task What_came_or_changed_after_a_moment_is_found_alone_and_not_what_was_only_shared_anew()
    {
        await PutAsync(Entry(1), Entry(2));
        clock.Advance(TimeSpan.FromHours(2));
        var seen = clock.GetUtcNow();
        Assert.Empty(await NumbersAsync(All with { Since = seen }));

        clock.Advance(TimeSpan.FromHours(2));
        await PutAsync(Entry(3) with { Origin = Sample.Barcelona, Updated = Sample.Day.AddYears(-3) }, Entry(1) with { Revision = 3, Updated = Sample.Day.AddHours(1) }, Entry(2) with { Revision = 3 });
        foreach (var text in new[] { "", "verger" })
        {
            Assert.Equal([1, 3], (await NumbersAsync(All with { Since = seen, Text = text })).Order());
        }

        Assert.Equal(clock.GetUtcNow(), (await _process.Catalogue.SearchAsync(All with { Since = seen, From = Provenance.Partners })).Entries.Single().Came);
    }

    [Fact]
    public async Task Alike_is_what_shares_most_seen_by_the_reader_and_never_the_thing_itself()
    {
        var mine = Entry(1, (Facets.Goal, "5"), (Facets.Goal, "8")) with { Sectors = ["a01"] };
        await PutAsync(
            mine,
            Entry(2, (Facets.Goal, "5"), (Facets.Goal, "8")) with { Sectors = ["a01"], Origin = Sample.Barcelona },
            Entry(3, (Facets.Goal, "8")) with { Sectors = ["a01"] },
            Entry(4, (Facets.Goal, "8")),
            Entry(5, (Facets.Goal, "13")) with { Sectors = ["a02"] },
            Entry(6, (Facets.Goal, "5"), (Facets.Goal, "8")) with { Sectors = ["a01"], Audience = Audience.Own },
            Entry(7, (Facets.Goal, "5"), (Facets.Goal, "8")) with { Sectors = ["a01"], IsWithdrawn = true });

        Assert.Equal([2, 3, 4], (await _process.Catalogue.SimilarAsync(mine, Likeness, Audience.Network, 5)).Select(Number));
        Assert.Equal([6, 2], (await _process.Catalogue.SimilarAsync(mine, Likeness, Audience.Own, 2)).Select(Number));
        Assert.Empty(await _process.Catalogue.SimilarAsync(Entry(8), Likeness, Audience.Own, 5));
    }

    [Fact]
    public async Task A_catalogue_whose_index_a_migration_emptied_is_built_anew_when_the_pole_starts()
    {
        var outgoing = Sample.Outgoing(Sample.Key(1), 1, "verger");
        await _process.ExecuteAsync(
            "INSERT INTO OrleansStorage (ServiceId, GrainType, GrainId, PayloadBinary, Version) VALUES ('citess', 'practice/record', @Key, @payload, 1)",
            new { outgoing.Key, payload = System.Text.Encoding.UTF8.GetBytes(StateJson.Write(new PracticeState { Listing = outgoing.Listing, Outbox = [outgoing] })) });
        await _process.PublishAsync();
        await _process.ExecuteAsync("DELETE FROM catalogue_text");
        Assert.Empty(await NumbersAsync(All with { Text = "verger" }));

        clock.Advance(TimeSpan.FromDays(1));
        var again = await OpenAsync(clock);
        var entry = Assert.Single((await again.Catalogue.SearchAsync(All with { Text = "verger" })).Entries);
        Assert.Equal(Sample.Day, entry.Came);
    }

    private static CatalogueEntry Entry(int number, params (string Facet, string Value)[] tags) => Sample.Entry(Sample.Key(number), 2, "verger", language: "fr") with
    {
        Updated = Sample.Day.AddMinutes(number),
        Tags = tags.GroupBy(tag => tag.Facet, tag => tag.Value, StringComparer.Ordinal).ToImmutableSortedDictionary(facet => facet.Key, facet => facet.ToImmutableArray(), StringComparer.Ordinal),
    };

    private static int Number(CatalogueEntry entry) => int.Parse(entry.Key[^4..], System.Globalization.CultureInfo.InvariantCulture);

    private Task PutAsync(params CatalogueEntry[] entries) => _process.Database.WriteAsync(async writing =>
    {
        foreach (var entry in entries)
        {
            await _process.Get<CatalogueRows>().PutAsync(writing, entry);
        }
    });

    private async Task<IEnumerable<int>> NumbersAsync(CatalogueQuery query) => (await _process.Catalogue.SearchAsync(query)).Entries.Select(Number);
}

public sealed class FacetsOnSqlite : FacetTests<SqliteFile>;

public sealed class FacetsOnPostgreSql : FacetTests<PostgresDatabase>;
