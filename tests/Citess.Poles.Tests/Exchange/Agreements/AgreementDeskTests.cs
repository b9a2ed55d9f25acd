using Citess.Poles.Exchange;
using Citess.Poles.Exchange.Agreements;
using Citess.Poles.Exchange.Elsewhere;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Network;
using Citess.Poles.Tests.Cast;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Citess.Poles.Tests.Exchange.Agreements;

/// <summary>What somebody here asks for that stands on other software.</summary>
public sealed class AgreementDeskTests(GrainHouse house) : IClassFixture<GrainHouse>
{
    private static readonly Agreement Asked = AgreementExamples.AskedElsewhere with { Note = MultilingualText.Of("fr", "Pour la soupe") };

    private AgreementDesk Desk => new(proposals: null!, house.Grains, catalogue: null!, new(), Mahdia.Pole, Poles.Tests.Calls.CallExamples.Words, Mahdia.Clock);

    [Theory]
    [InlineData(7, "elsewhere.no.step")]
    [InlineData(5, "elsewhere.no.step")]
    [InlineData(0, "elsewhere.no.step")]
    [InlineData(-5, "elsewhere.no.step")]
    [InlineData(25, "exchange.refused.left")]
    [InlineData(23, "elsewhere.no.step")]
    public async Task An_amount_in_which_it_is_not_given_is_said_to_be_none_of_those(int quantity, string key)
    {
        var refused = await Assert.ThrowsAsync<RefusedException>(() => Desk.ProposeAsync(Mahdia.Amira, NewId(), There, quantity, "", "fr"));
        var problem = Assert.Single(refused.Problems);
        Assert.Equal(("Quantity", key), (problem.Field, problem.TextKey));
        Assert.Equal(key == "elsewhere.no.step" ? ["5 sack", "10 sack"] : [], problem.Values);
    }

    /// <summary>What somebody asked for may be gone, taken or over when the same comes again.</summary>
    [Fact]
    public async Task A_repeat_is_the_same_request_whatever_became_of_what_is_asked_for()
    {
        var id = NewId();
        Assert.False(await Desk.IsMadeAsync(Mahdia.Amira, id, Asked.Elsewhere!.Address, 2, "Pour la soupe"));
        await house.Grains.GetGrain<IAgreementGrain>($"{Agreement.Kind}/{id}").ProposeAsync(Asked);
        Assert.True(await Desk.IsMadeAsync(Mahdia.Amira, id, Asked.Elsewhere.Address, 2, "Pour la soupe"));
        Assert.True(await Desk.IsMadeAsync(Mahdia.Amira, id, address: null, quantity: null, "Pour la soupe"));
        Assert.False(await Desk.IsMadeAsync(Mahdia.Amira, id, Asked.Elsewhere.Address, 3, "Pour la soupe"));
        Assert.False(await Desk.IsMadeAsync(Mahdia.Amira, id, Asked.Elsewhere.Address, 2, "Pour le pain"));
        Assert.False(await Desk.IsMadeAsync(Mahdia.Amira, id, "https://market.example/proposals/2", 2, "Pour la soupe"));
        Assert.False(await Desk.IsMadeAsync(Mahdia.Amira, NewId(), Asked.Elsewhere.Address, 2, "Pour la soupe"));
        await Assert.ThrowsAsync<RefusedException>(() => Desk.IsMadeAsync(Mahdia.Visitor, id, Asked.Elsewhere.Address, 2, "Pour la soupe"));

        await Desk.ProposeAsync(Mahdia.Amira, id, There with { Proposal = There.Proposal with { Left = 0 } }, 2, "Pour la soupe", "fr");
        await Assert.ThrowsAsync<RefusedException>(() => Desk.ProposeAsync(Mahdia.Amira, id, There with { Proposal = There.Proposal with { Left = 0 } }, 3, "Pour la soupe", "fr"));
    }

    [Fact]
    public async Task A_repeat_to_a_partner_pole_asks_nothing_of_what_stands_there_now()
    {
        var id = NewId();
        await house.Grains.GetGrain<IAgreementGrain>($"{Agreement.Kind}/{id}").ProposeAsync(AgreementExamples.Asked);
        await Desk.ProposeAsync(Mahdia.Amira, id, "barcelona.example", RecordKey.Parse(AgreementExamples.Asked.Proposal.Key), 2, AgreementExamples.Asked.Note.SourceText, "ca");
    }

    /// <summary>It may send requests to a server that somebody else chose.</summary>
    [Fact]
    public void To_make_a_request_is_costly()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddSingleton(Desk).AddSingleton<ElsewhereDesk>(_ => null!).AddSingleton<Proposals>(_ => null!).AddSingleton(Mahdia.Pole).AddSingleton<TimeProvider>(Mahdia.Clock);
        var app = builder.Build();
        AgreementEndpoints.Map(app);
        var costly = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).Where(endpoint => endpoint.Metadata.GetMetadata<CostlyAttribute>() is not null);
        Assert.Equal(["look-elsewhere", "make-request"], costly.Select(endpoint => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()!.EndpointName).Order(StringComparer.Ordinal));
    }

    private static LookedAt There { get; } = new(
        new()
        {
            Address = Asked.Elsewhere!.Address,
            Intent = Asked.Elsewhere.Intent,
            Actor = Asked.Actor,
            Title = Asked.Title,
            Text = MultilingualText.Empty,
            Unit = "sack",
            Step = 5,
            Least = 8,
            Left = 23,
        },
        new PartnerActor { Id = Asked.Actor, Inbox = "https://market.example/inbox" });

    private static string NewId() => Ulid.NewUlid().ToString();
}
