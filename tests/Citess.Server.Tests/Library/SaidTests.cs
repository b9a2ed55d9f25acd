using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Practices;
using Citess.Poles.Practices.Adoptions;
using Citess.Poles.Practices.Reviews;
using Citess.Server.Tests.Practices;
using Citess.Server.Tests.Security;
using Xunit;

namespace Citess.Server.Tests.Library;

/// <summary>The library narrowed by what poles say about practices.</summary>
public sealed class SaidTests(House mahdia) : IClassFixture<House>
{
    private readonly Voices voices = new(mahdia);

    /// <summary>The library is one for all tests of this class.</summary>
    private readonly HashSet<string> made = new(StringComparer.Ordinal);

    [Fact]
    public async Task What_another_pole_confirms_and_what_its_own_does_are_two_lists()
    {
        var (both, own, doubted) = (await PracticeAsync(Voices.Barcelona), await PracticeAsync(Voices.Barcelona), await PracticeAsync(""));
        await ReviewAsync(Voices.Barcelona, both, ReviewVerdict.Confirms);
        await ReviewAsync(Voices.SidiBouzid, both, ReviewVerdict.Confirms);
        await ReviewAsync(Voices.Barcelona, own, ReviewVerdict.Confirms);
        await ReviewAsync(Voices.Barcelona, doubted, ReviewVerdict.Doubts);
        var taken = await ReviewAsync("", own, ReviewVerdict.Confirms);
        await voices.WithdrawAsync(taken);
        using var amira = await mahdia.AmiraAsync();

        Assert.Equal([both.Reference], await ListAsync(amira, "review=confirms"));
        Assert.Equal(Ordered(both, own), await ListAsync(amira, "review=own-confirms"));
        Assert.Equal([doubted.Reference], await ListAsync(amira, "review=doubts"));
        Assert.Equal([both.Reference], await ListAsync(amira, "review=confirms&q=solaire"));
        Assert.Empty(await ListAsync(amira, "review=doubts&q=solaire&adoption=any"));
    }

    [Fact]
    public async Task What_is_tried_elsewhere_is_found_with_how_it_went_and_taken_along_with_how_many_did()
    {
        var (tried, stopped) = (await PracticeAsync(""), await PracticeAsync(Voices.Barcelona));
        await voices.AdoptionAsync(Voices.SidiBouzid, tried, AdoptionStage.Finished);
        await voices.AdoptionAsync("", stopped, AdoptionStage.Stopped);
        using var amira = await mahdia.AmiraAsync();

        Assert.Equal(Ordered(tried, stopped), await ListAsync(amira, "adoption=any"));
        Assert.Equal([tried.Reference], await ListAsync(amira, "adoption=finished"));
        Assert.Equal([stopped.Reference], await ListAsync(amira, "adoption=stopped"));
        await amira.OpenAsync("/fr/practices?adoption=stopped");
        Assert.Contains("Essayée ailleurs", amira.Page.QuerySelector(".chips a")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_see_a_review_does_not_learn_of_it_from_the_list()
    {
        var practice = await PracticeAsync(Voices.Barcelona, Audience.Public);
        await ReviewAsync("", practice, ReviewVerdict.Confirms);
        using var visitor = mahdia.Visitor();

        Assert.Empty(await ListAsync(visitor, "review=confirms"));
    }

    private static IEnumerable<string> Ordered(params IEnumerable<CatalogueEntry> entries) => entries.Select(entry => entry.Reference).Order(StringComparer.Ordinal);

    private async Task<CatalogueEntry> PracticeAsync(string origin, Audience audience = Audience.Network)
    {
        var practice = await voices.PutAsync(origin, PracticeKind.Kind, entry => entry with { Audience = audience });
        made.Add(practice.Reference);
        return practice;
    }

    private Task<CatalogueEntry> ReviewAsync(string origin, CatalogueEntry about, ReviewVerdict verdict) =>
        voices.PutAsync(origin, ReviewKind.Kind, entry => entry with { About = about.Reference, Status = verdict.Word() });

    private async Task<IEnumerable<string>> ListAsync(Visitor visitor, string query)
    {
        await visitor.OpenAsync("/fr/practices?" + query);
        return [.. visitor.Page.QuerySelectorAll("ul.cards .card h2 a").Select(link => link.GetAttribute("href")!).Select(path => path.StartsWith("from/", StringComparison.Ordinal) ? path[5..] : path).Where(made.Contains).Order(StringComparer.Ordinal)];
    }
}
