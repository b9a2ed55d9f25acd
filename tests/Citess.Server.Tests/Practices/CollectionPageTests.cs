using System.Collections.Immutable;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Contributions;
using Citess.Poles.Practices;
using Citess.Poles.Practices.Collections;
using Citess.Server.Tests.Security;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Citess.Server.Tests.Practices;

public sealed class CollectionPageTests(House mahdia) : IClassFixture<House>
{
    [Fact]
    public async Task Whoever_keeps_a_collection_is_told_when_a_practice_in_it_is_for_fewer_people_than_the_collection()
    {
        var practice = new Practice { Title = MultilingualText.Of("fr", "Séchoir"), Line = MultilingualText.Of("fr", "Séchoir"), Sectors = ["a04"] };
        var (dryer, list) = (RecordKey.New("practice", mahdia.Clock), RecordKey.New(CollectionKind.Kind, mahdia.Clock));
        var (grains, catalogue) = (mahdia.Services.GetRequiredService<IGrainFactory>(), mahdia.Services.GetRequiredService<ICatalogue>());
        await grains.GetGrain<IPracticeGrain>(dryer.ToString()).CreateAsync(practice, Audience.Public, "");
        await grains.GetGrain<ICollectionGrain>(list.ToString()).CreateAsync(
            new() { Title = MultilingualText.Of("fr", "Sécher"), Practices = ImmutableArray.Create(new CollectedPractice { Practice = new() { Key = dryer.ToString() }, Name = practice.Title }) }, Audience.Public, "");
        Assert.True(await catalogue.WaitForAsync(dryer, 1) && await catalogue.WaitForAsync(list, 1));
        using var amira = await mahdia.AmiraAsync();
        Assert.False(await IsToldAsync());

        await grains.GetGrain<IPracticeGrain>(dryer.ToString()).EditAsync(practice, Audience.Own, 1, "", "");
        Assert.True(await catalogue.WaitForAsync(dryer, 2));
        Assert.True(await IsToldAsync());
        await amira.OpenAsync($"/fr/{list}/edit");
        await amira.SendAsync(follow: true, ("Form.Places[0].IsGone", "true"));
        Assert.False(await IsToldAsync());

        async Task<bool> IsToldAsync()
        {
            await amira.OpenAsync("/fr/" + list);
            return amira.Page.QuerySelector($"main a[href$='{list}/edit']:not(.button)") is not null && amira.Page.Body!.TextContent.Contains("n’est plus pour tous ceux", StringComparison.Ordinal);
        }
    }
}
