using Citess.Poles.Exchange;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;
using Citess.Server.Tests.Security;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Means = Citess.Poles.Matching.Means;

namespace Citess.Server.Tests.Exchange;

/// <summary>Time passes, and nobody does anything.</summary>
public sealed class ExpiryTests(House mahdia) : IClassFixture<House>
{
    [Fact]
    public async Task What_is_over_is_listed_no_more_among_the_open_ones_stays_readable_and_is_renewed_after_all()
    {
        var id = Ulid.NewUlid(mahdia.Clock.GetUtcNow()).ToString();
        var grain = mahdia.Services.GetRequiredService<IGrainFactory>().GetGrain<IOfferingGrain>("offering/" + id);
        await grain.CreateAsync(new() { Title = MultilingualText.Of("fr", "Un tracteur"), Means = Means.Equipment, Concepts = ["farm-equipment"], Territory = "TN-53", Until = DateOnly.FromDateTime(mahdia.Clock.GetUtcNow().UtcDateTime).AddDays(3) }, Audience.Public, "");
        Assert.True(await mahdia.Services.GetRequiredService<ICatalogue>().WaitForAsync(RecordKey.Parse("offering/" + id), 1));
        using (var visitor = mahdia.Visitor())
        {
            await visitor.OpenAsync("/fr/offers?q=tracteur");
            Assert.Single(visitor.Page.QuerySelectorAll(".cards .card"));
            await visitor.OpenAsync("/fr/offers?state=over");
            Assert.Empty(visitor.Page.QuerySelectorAll(".cards .card"));
        }

        mahdia.Clock.Ahead = TimeSpan.FromDays(5);
        using (var visitor = mahdia.Visitor())
        {
            foreach (var path in new[] { "/fr/offers", "/fr/offers?q=tracteur" })
            {
                await visitor.OpenAsync(path);
                Assert.Empty(visitor.Page.QuerySelectorAll(".cards .card"));
            }

            foreach (var path in new[] { "/fr/offers?state=over", "/fr/offers?state=over&q=tracteur" })
            {
                await visitor.OpenAsync(path);
                Assert.Contains("Échue depuis le", Assert.Single(visitor.Page.QuerySelectorAll(".cards .card")).TextContent, StringComparison.Ordinal);
            }

            await visitor.OpenAsync("/fr/offering/" + id);
            Assert.Contains("Échue depuis le", visitor.Page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain("Renew.Revision", visitor.Html, StringComparison.Ordinal);
        }

        using var amira = await mahdia.AmiraAsync();
        await amira.OpenAsync("/fr/offering/" + id);
        await amira.SendAsync(follow: true, ("Renew.Revision", "1"));
        Assert.StartsWith($"/fr/offering/{id}", amira.Path, StringComparison.Ordinal);
        Assert.Null(amira.Page.QuerySelector(".notice.warning"));
        await amira.OpenAsync("/fr/offers?q=tracteur");
        Assert.Single(amira.Page.QuerySelectorAll(".cards .card"));
        mahdia.Clock.Ahead = TimeSpan.Zero;
    }
}
