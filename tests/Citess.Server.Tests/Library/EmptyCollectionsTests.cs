using Citess.Server.Tests.Security;
using Xunit;

namespace Citess.Server.Tests.Library;

public sealed class EmptyCollectionsTests(House mahdia) : IClassFixture<House>
{
    [Fact]
    public async Task A_page_of_collections_with_none_says_what_to_do_to_whoever_may_do_it()
    {
        using var amira = await mahdia.AmiraAsync();
        await amira.OpenAsync("/en/practices/collections");
        Assert.Equal("collection/new", amira.Page.QuerySelector(".empty a")!.GetAttribute("href"));
        Assert.Contains("put practices in from their pages", amira.Page.QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);

        using var visitor = mahdia.Visitor();
        await visitor.OpenAsync("/en/practices");
        await visitor.OpenAsync("/en/" + visitor.Page.QuerySelector("header.page a[href='practices/collections']")!.GetAttribute("href"));
        Assert.Equal("practices", visitor.Page.QuerySelector(".empty a")!.GetAttribute("href"));
    }
}
