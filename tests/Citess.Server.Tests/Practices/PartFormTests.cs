using System.Net;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Practices;
using Citess.Server.Tests.Security;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Citess.Server.Tests.Practices;

/// <summary>A part of a practice that is written while somebody else changes the practice.</summary>
public sealed class PartFormTests(House mahdia) : IClassFixture<House>
{
    [Fact]
    public async Task Who_sees_a_practice_does_not_change_back_when_a_part_is_saved_over_a_conflict()
    {
        var practice = new Practice { Title = MultilingualText.Of("fr", "Séchoir"), Line = MultilingualText.Of("fr", "Séchoir"), Sectors = ["a04"] };
        var key = RecordKey.New("practice", mahdia.Clock);
        var grain = mahdia.Services.GetRequiredService<IGrainFactory>().GetGrain<IPracticeGrain>(key.ToString());
        await grain.CreateAsync(practice, Audience.Public, "");
        using var amira = await mahdia.AmiraAsync();
        await amira.OpenAsync($"/fr/{key}/edit/blocks");

        // Meanwhile it is taken in to the team.
        await grain.EditAsync(practice, Audience.Own, 1, "", "");
        await amira.SendAsync(follow: true, ("Form.Blocks[0].Name.Texts[fr]", "Les claies"));
        Assert.Equal(HttpStatusCode.Conflict, amira.Status);
        await amira.SendAsync(follow: true, ("Form.Blocks[0].Name.Texts[fr]", "Les claies"));
        Assert.Equal(HttpStatusCode.OK, amira.Status);

        var held = (await grain.ReadAsync())!;
        Assert.Equal((3, Audience.Own), (held.Revision, held.Reach.Extent));
        Assert.Equal("Les claies", Assert.Single(held.Content.Blocks).Name.SourceText);
    }
}
