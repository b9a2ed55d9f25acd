using System.Net;
using Citess.Poles.Collaborations.Log;
using Citess.Server.Tests.Security;
using Xunit;

namespace Citess.Server.Tests.PeerLearning;

/// <summary>The coordinator's page and its files, at a pole that leads a cycle with guests of its own.</summary>
public sealed class GroupsOnThePageTests(House mahdia) : IClassFixture<House>
{
    [Fact]
    public async Task Groups_stand_on_the_page_and_in_the_file_with_what_they_wait_for_and_before_there_are_any_it_says_what_to_do()
    {
        using var amira = await mahdia.AmiraAsync();
        await amira.OpenAsync("/en/coordination");
        Assert.Equal(HttpStatusCode.OK, amira.Status);
        Assert.Contains("begin a peer-learning cycle", amira.Page.QuerySelector("section:has(#learning) .empty")!.TextContent, StringComparison.Ordinal);

        using var cycle = await GuestCycle.BeginAsync(mahdia);
        await cycle.SayAsync(CycleTypes.Group, new { title = "Huile d’olive", members = new[] { cycle.Us, cycle.Kasserine }, language = "fr" });
        await amira.OpenAsync("/en/coordination");
        var row = amira.Page.QuerySelector("section:has(#learning) tbody tr")!;
        Assert.Equal("Huile d’olive", row.QuerySelector("th[scope=row]")!.TextContent);
        Assert.Contains("Agreed: 0 of 2", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Kasserine (through", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("has not answered yet", row.TextContent, StringComparison.Ordinal);

        await amira.OpenAsync("/en/coordination/groups.csv");
        Assert.Equal(HttpStatusCode.OK, amira.Status);
        var lines = amira.Html.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("Cycle,Topic,Members,", lines[0].TrimStart('\uFEFF'), StringComparison.Ordinal);
        Assert.Contains("Huile d’olive", lines[1], StringComparison.Ordinal);
        Assert.Contains($"/en/cycle/{cycle.Id}", lines[1], StringComparison.Ordinal);

        using var visitor = mahdia.Visitor();
        await visitor.OpenAsync("/en/coordination/groups.csv");
        Assert.DoesNotContain("Huile d’olive", visitor.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_groups_would_mean_stands_under_the_title_of_the_page_and_no_heading_is_left_out()
    {
        using var cycle = await GuestCycle.BeginAsync(mahdia);
        using var amira = await mahdia.AmiraAsync();
        await amira.OpenAsync($"/en/cycle/{cycle.Id}/groups");
        await amira.SendAsync(follow: true, ("Group[0].Title", "Huile d’olive"), ("Group[0].Members", cycle.Us), ("Group[0].Members", cycle.Kasserine), ("Do", "look"));
        Assert.NotNull(amira.Page.QuerySelector("h2#way-0"));
        var levels = amira.Page.QuerySelectorAll("main h1, main h2, main h3, main h4").Select(heading => heading.TagName[1] - '0').ToList();
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, string.Join(' ', levels)));
    }
}
