using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;
using Citess.Storage.Catalogue;
using Citess.Storage.Tests.Lab;
using Xunit;

namespace Citess.Storage.Tests.Catalogue;

public abstract class CatalogueTests<TDatabase> : StorageTest<TDatabase>
    where TDatabase : TestDatabase, new()
{
    protected static readonly CatalogueQuery All = new() { Kind = "practice", Least = Audience.Own };

    [Theory]
    [InlineData("مدرسه", 1)]
    [InlineData("المدرسة", 1)]
    [InlineData("مَدرَس", 1)]
    [InlineData("collaboració", 2)]
    [InlineData("COL·LABORA", 2)]
    [InlineData("coop", 3)]
    [InlineData("coopérative tissage", 3)]
    [InlineData("tissage mahdia", 3)]
    [InlineData("2026", 3)]
    [InlineData("v1.5e3", 4)]
    [InlineData("mahdia.example", 4)]
    public async Task A_practice_is_found_by_the_beginnings_of_its_words(string text, int number)
    {
        await PutAsync(
            Sample.Entry(Sample.Key(1), 1, "المدرسة الخضراء"),
            Sample.Entry(Sample.Key(2), 1, "Xarxa de col·laboració", language: "ca"),
            Sample.Entry(Sample.Key(3), 1, "Coopérative 2026", language: "fr") with { Summary = MultilingualText.Of("fr", "Tissage à Mahdia") },
            Sample.Entry(Sample.Key(4), 1, "Notes", language: "en") with { Text = "see mahdia.example/a-b v1.5e3 -7" });

        Assert.Equal([Sample.Key(number)], await KeysAsync(All with { Text = text }));
    }

    [Theory]
    [InlineData("verger")]
    [InlineData("\"")]
    [InlineData("!!!")]
    [InlineData("operative")]
    [InlineData("' & | ! :* <-> \\")]
    public async Task What_has_none_of_the_words_is_not_found(string text)
    {
        await PutAsync(Sample.Entry(Sample.Key(1), 1, "Coopérative", language: "fr"));

        Assert.Equal(0, (await Store.Catalogue.SearchAsync(All with { Text = text })).Total);
    }

    [Fact]
    public async Task A_list_is_read_to_its_end_though_one_answer_gives_a_hundred()
    {
        await Store.PublishAsync([.. Enumerable.Range(0, 250).Select(number => Sample.Outgoing(Sample.Key(number), 1))]);

        Assert.Equal(250, (await Store.Catalogue.AllAsync(new() { Kind = "practice", Least = Audience.Own }).Select(entry => entry.Key).ToListAsync()).Distinct().Count());
        Assert.Equal(120, await Store.Catalogue.AllAsync(new() { Kind = "practice", Least = Audience.Own }).Take(120).CountAsync());
    }

    [Fact]
    public async Task A_list_is_read_to_its_end_beyond_what_a_search_counts_in_its_order_and_each_entry_once()
    {
        // Many of the same moment, so that a page ends among them.
        await PutAsync([.. Enumerable.Range(0, 2150).Select(number => Sample.Entry(Sample.Key(number), 1, "verger") with { Updated = Sample.Day.AddSeconds(number / 150) })]);

        var all = await Store.Catalogue.AllAsync(All).Select(entry => (entry.Updated, entry.Key)).ToListAsync();
        Assert.Equal(2150, all.Distinct().Count());
        Assert.Equal(all.OrderByDescending(each => each.Updated).ThenByDescending(each => each.Key, StringComparer.Ordinal), all);
        Assert.Equal(CatalogueQuery.MaxRanked, await Store.Catalogue.AllAsync(All with { Text = "verger" }).CountAsync());
    }

    [Fact]
    public async Task A_word_in_the_name_counts_more_than_in_the_text()
    {
        await PutAsync(
            Sample.Entry(Sample.Key(1), 9, "Verger", language: "fr") with { Text = "tissage" },
            Sample.Entry(Sample.Key(2), 8, "Verger", language: "fr") with { Summary = MultilingualText.Of("fr", "tissage") },
            Sample.Entry(Sample.Key(3), 1, "Tissage", language: "fr"));

        Assert.Equal([Sample.Key(3), Sample.Key(2), Sample.Key(1)], await KeysAsync(All with { Text = "tissage" }));
    }

    [Fact]
    public async Task Every_translation_is_found()
    {
        await PutAsync(Sample.Entry(Sample.Key(1), 1, "x") with { Name = MultilingualText.Of("ar", "نسيج", ("fr", "Tissage"), ("ca", "Teixit")) });

        Assert.Equal([Sample.Key(1)], await KeysAsync(All with { Text = "teixit" }));
        Assert.Equal([Sample.Key(1)], await KeysAsync(All with { Text = "نسيج tissage" }));
    }

    [Fact]
    public async Task Nobody_sees_more_than_their_audience_with_or_without_words()
    {
        await PutAsync(
            Sample.Entry(Sample.Key(1), 1, "verger", Audience.Own),
            Sample.Entry(Sample.Key(2), 2, "verger", Audience.Network),
            Sample.Entry(Sample.Key(3), 3, "verger", Audience.Public),
            Sample.Entry(Sample.Key(4), 4, "verger", Audience.Network) with { Origin = Sample.Barcelona },
            Sample.Entry(Sample.Key(5), 5, "verger", Audience.Public) with { Origin = Sample.Barcelona });

        foreach (var text in new[] { "", "verger" })
        {
            var query = All with { Text = text };
            Assert.Equal([5, 4, 3, 2, 1], await NumbersAsync(query));
            Assert.Equal([5, 4, 3, 2], await NumbersAsync(query with { Least = Audience.Network }));
            Assert.Equal([5, 3], await NumbersAsync(query with { Least = Audience.Public }));
            Assert.Equal([3, 2, 1], await NumbersAsync(query with { From = Provenance.Ours }));
            Assert.Equal([5, 4], await NumbersAsync(query with { From = Provenance.Partners }));
            Assert.Equal([5, 4], await NumbersAsync(query with { Origin = Sample.Barcelona }));
        }
    }

    [Fact]
    public async Task Lists_are_filtered_by_kind_facets_and_withdrawal()
    {
        await PutAsync(
            Sample.Entry(Sample.Key(1), 1, "a") with { Sectors = ["water", "craft"], Territory = "TN-53", Status = "running" },
            Sample.Entry(Sample.Key(2), 2, "b", language: "ca") with { Sectors = ["craft"], Languages = ["ca", "fr"] },
            Sample.Entry(Sample.Key(3), 3, "c") with { IsWithdrawn = true },
            Sample.Entry("member/" + Sample.Id(4), 4, "d"));

        Assert.Equal([2, 1], await NumbersAsync(All with { Sector = "craft" }));
        Assert.Equal([1], await NumbersAsync(All with { Sector = "water" }));
        Assert.Equal([2], await NumbersAsync(All with { Language = "fr" }));
        Assert.Equal([1], await NumbersAsync(All with { Territory = "TN-53", Status = "running" }));
        Assert.Equal([3, 2, 1], await NumbersAsync(All with { WithWithdrawn = true }));
        Assert.Equal([4], await NumbersAsync(All with { Kind = "member" }));
        Assert.Empty(await NumbersAsync(All with { Sector = "x' OR '1'='1" }));
    }

    [Fact]
    public async Task Nothing_is_counted_beyond_two_thousand_or_with_words_five_hundred()
    {
        await PutAsync([.. Enumerable.Range(0, 2100).Select(number => Sample.Entry(Sample.Key(number), 1, "verger") with { Updated = Sample.Day.AddSeconds(number) })]);

        foreach (var (text, most) in new[] { ("", 2000), ("verger", 500) })
        {
            var first = await Store.Catalogue.SearchAsync(All with { Text = text, Take = 5 });
            Assert.Equal((5, most, true), (first.Entries.Count, first.Total, first.IsMore));
            Assert.Equal(10, (await Store.Catalogue.SearchAsync(All with { Text = text, Skip = most - 10, Take = 50 })).Entries.Count);
        }

        Assert.Equal([2099, 2098], (await NumbersAsync(All with { Take = 2 })));
    }

    [Theory]
    [InlineData(19, new[] { 1 }, false)]
    [InlineData(20, new[] { 1, 2 }, true)]
    public async Task A_word_that_fills_a_page_by_itself_is_not_taken_for_half_typed(int others, int[] found, bool isLoose)
    {
        await PutAsync(
        [
            Sample.Entry(Sample.Key(1), 1, "Tissage solaire", language: "fr"),
            Sample.Entry(Sample.Key(2), 1, "Tissage", language: "fr"),
            .. Enumerable.Range(3, others).Select(number => Sample.Entry(Sample.Key(number), 1, "Du sol", language: "fr")),
        ]);

        var page = await Store.Catalogue.SearchAsync(All with { Text = "tissage sol", Take = 100 });
        Assert.Equal(isLoose, page.IsLoose);
        Assert.Equal(found, page.Entries.Where(entry => entry.Name.SourceText.StartsWith("Tissage", StringComparison.Ordinal)).Select(entry => int.Parse(entry.Key[^4..], System.Globalization.CultureInfo.InvariantCulture)).Order());
    }

    [Fact]
    public async Task A_new_revision_takes_the_words_and_tags_of_the_old_one_away()
    {
        await PutAsync(Sample.Entry(Sample.Key(1), 1, "verger") with { Sectors = ["water"] });
        await PutAsync(Sample.Entry(Sample.Key(1), 2, "tissage"));

        Assert.Empty(await NumbersAsync(All with { Text = "verger" }));
        Assert.Empty(await NumbersAsync(All with { Sector = "water" }));
        Assert.Equal([1], await NumbersAsync(All with { Text = "tissage" }));
    }

    [Fact]
    public async Task An_entry_comes_back_as_it_was_but_for_what_it_is_only_found_by()
    {
        var entry = Sample.Entry(Sample.Key(1), 3, "تعاونية", Audience.Public) with
        {
            Sectors = ["craft"],
            Territory = "TN-53",
            Status = "running",
            Text = "نص",
            Facts = System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty.Add("phone", "+216"),
        };
        await PutAsync(entry);

        Assert.Equal(StateJson.Write(entry with { Text = "" }), StateJson.Write(await Store.Catalogue.FindAsync("", RecordKey.Parse(entry.Key))));
        Assert.Null(await Store.Catalogue.FindAsync(Sample.Barcelona, RecordKey.Parse(entry.Key)));
    }

    protected Task PutAsync(params CatalogueEntry[] entries) => Store.Database.WriteAsync(async writing =>
    {
        foreach (var entry in entries)
        {
            await Store.Get<CatalogueRows>().PutAsync(writing, entry);
        }
    });

    private async Task<IEnumerable<string>> KeysAsync(CatalogueQuery query) =>
        (await Store.Catalogue.SearchAsync(query)).Entries.Select(entry => entry.Key);

    protected async Task<IEnumerable<int>> NumbersAsync(CatalogueQuery query) =>
        (await KeysAsync(query)).Select(key => int.Parse(key[^4..], System.Globalization.CultureInfo.InvariantCulture));
}

public sealed class CatalogueOnSqlite : CatalogueTests<SqliteFile>;

public sealed class CatalogueOnPostgreSql : CatalogueTests<PostgresDatabase>
{
    [Fact]
    public async Task Rows_that_came_long_after_one_another_are_found_together_the_better_match_first()
    {
        await PutAsync(Sample.Entry(Sample.Key(1), 1, "Verger", language: "fr"), Sample.Entry(Sample.Key(2), 9, "Tissage", language: "fr"));
        await Store.ExecuteAsync("ALTER TABLE catalogue ALTER COLUMN row_id RESTART WITH 100000");
        await PutAsync(Sample.Entry(Sample.Key(3), 9, "Atelier", language: "fr") with { Text = "verger" });

        Assert.Equal([1, 3], await NumbersAsync(All with { Text = "vergers" }));
        Assert.Equal([1], await NumbersAsync(All with { Text = "verg", Take = 1 }));
    }
}
