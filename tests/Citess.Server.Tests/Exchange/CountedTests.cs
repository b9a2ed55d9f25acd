using System.Security.Claims;
using Citess.Poles.Exchange;
using Citess.Poles.Exchange.Agreements;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Access;
using Citess.Server.Tests.Security;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Means = Citess.Poles.Matching.Means;

namespace Citess.Server.Tests.Exchange;

public sealed class CountedTests(House mahdia) : IClassFixture<House>
{
    private static readonly ClaimsPrincipal Amira = new(new ClaimsIdentity([new Claim(ClaimTypes.Role, Roles.Administrator), new Claim(ClaimTypes.NameIdentifier, "amira")], "test"));

    [Fact]
    public async Task What_was_counted_for_a_yes_that_a_crash_cut_off_is_given_back_by_a_no()
    {
        var (offering, request) = (RecordKey.New(OfferingKind.Kind, mahdia.Clock), RecordKey.New(Agreement.Kind, mahdia.Clock));
        var (grains, proposals) = (mahdia.Services.GetRequiredService<IGrainFactory>(), mahdia.Services.GetRequiredService<Proposals>());
        var trailers = MultilingualText.Of("fr", "Remorques");
        await grains.GetGrain<IOfferingGrain>(offering.ToString()).CreateAsync(
            new() { Title = trailers, Means = Means.Equipment, Concepts = ["vehicles"], Until = Proposal.LastDay(mahdia.Clock.GetUtcNow()), Quantity = 5 }, Audience.Public, "");
        await grains.GetGrain<IAgreementGrain>(request.ToString()).OnProposedAsync(new()
        {
            Proposal = new() { Key = offering.ToString() },
            Title = trailers,
            Relation = "barcelona.example",
            Actor = "https://barcelona.example/pole/01JD9ZK8Q4H2M6N0P3R5S7T9VW",
            Quantity = 2,
            Offer = "https://barcelona.example/activity/01JDA5R1V7Q0W3M9K2X4T6B8CK",
            Proposed = mahdia.Clock.GetUtcNow(),
            Expires = mahdia.Clock.GetUtcNow() + Agreement.Patience,
        });

        // The first half of a yes.
        await proposals.TakeAsync(Amira, offering, request.Id, 2);
        Assert.Equal(3, (await proposals.HeldAsync(offering))!.Content.Left);

        var desk = mahdia.Services.GetRequiredService<AgreementDesk>();
        await desk.DeclineAsync(Amira, request.Id, "Elles sont en panne.", "fr");
        await desk.DeclineAsync(Amira, request.Id, "Elles sont en panne.", "fr");
        Assert.Equal(5, (await proposals.HeldAsync(offering))!.Content.Left);
    }
}
