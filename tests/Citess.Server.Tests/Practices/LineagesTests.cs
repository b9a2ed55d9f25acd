using Citess.Poles.Practices.Adoptions;
using Citess.Poles.Practices.Lineage;
using Citess.Server.Tests.Security;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Citess.Server.Tests.Practices;

/// <summary>What came of a practice, and where it came from.</summary>
public sealed class LineagesTests(House mahdia) : IClassFixture<House>
{
    private readonly Voices voices = new(mahdia);

    [Fact]
    public async Task A_practice_that_came_of_an_adoption_hangs_on_it_and_stands_there_once()
    {
        var practice = await voices.PracticeAsync("");
        var adapted = await voices.PracticeAsync(Voices.Barcelona, practice.Reference);
        var adoption = await voices.AdoptionAsync(Voices.Barcelona, practice, AdoptionStage.Finished, adapted.Reference);

        // From wherever one comes, it is the same tree.
        foreach (var from in new[] { practice, adapted })
        {
            var tree = await OfAsync(from.Reference);
            Assert.Equal((practice.Reference, 3), (tree.Entry.Reference, tree.All().Count()));
            var tried = Assert.Single(tree.Children);
            Assert.Equal(adoption.Reference, tried.Entry.Reference);
            Assert.Equal(adapted.Reference, Assert.Single(tried.Children).Entry.Reference);
        }
    }

    [Fact]
    public async Task Practices_that_each_claim_to_come_of_the_other_end_where_they_began()
    {
        var one = await voices.PracticeAsync(Voices.Barcelona, "sidibouzid.example/practice/01JD0000000000000000000001");
        var other = await voices.PutAsync(Voices.SidiBouzid, "practice", entry => entry with { Key = "practice/01JD0000000000000000000001", About = one.Reference });

        Assert.Equal(2, (await OfAsync(one.Reference)).All().Count());
        Assert.Equal(2, (await OfAsync(other.Reference)).All().Count());
    }

    private async Task<LineageNode> OfAsync(string reference) => (await mahdia.Services.GetRequiredService<Lineages>().OfAsync(Voices.Amira, reference))!;
}
