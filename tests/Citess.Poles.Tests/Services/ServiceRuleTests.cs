using Citess.Poles.Kernel;
using Citess.Poles.Services;
using Citess.Poles.Tests.Cast;
using Xunit;

namespace Citess.Poles.Tests.Services;

public sealed class ServiceRuleTests(GrainHouse house) : IClassFixture<GrainHouse>, IDisposable
{
    private readonly Prose prose = new();

    private ServiceKind Kind => new(prose);

    public static TheoryData<string, string> Wrong => new()
    {
        { "Status", """ "status":9 """ },
        { "Stages", """ "stages":[0,7] """ },
        { "Provider", """ "provider":"pole/01JDEMACTRMAHDA00000000001" """ },
        { "Provider", """ "provider":"actor/mallory" """ },
        { "Languages", """ "languages":["العربية"] """ },
        { "Sectors", """ "sectors":["b01"] """ },
        { "Telephone", """ "telephone":"call us" """ },
        { "Website", """ "website":"mahdia.example" """ },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void A_wrong_field_is_named(string field, string json) => Assert.Equal(
        [field],
        Kind.Check(StateJson.Read<Service>("""{"name":{"source":"fr","texts":{"fr":{"text":"Atelier"}}},""" + json + "}")).Select(problem => problem.Field).Distinct());

    [Fact]
    public void A_note_may_have_500_letters_in_each_language_and_no_more()
    {
        Assert.Empty(Kind.Check(ServiceExamples.Largest));
        Assert.Equal("Fees.fr", Assert.Single(Kind.Check(ServiceExamples.Barest with { Fees = MultilingualText.Of("fr", new('x', 501)) })).Field);
    }

    [Fact]
    public void A_grain_call_carries_every_field() =>
        Assert.Equal(StateJson.Write(ServiceExamples.LegalAdvice), StateJson.Write(Mahdia.Carried(ServiceExamples.LegalAdvice)));

    [Fact]
    public void Stored_state_reads_back_as_it_was_written() =>
        Assert.Equal(StateJson.Write(ServiceExamples.LegalAdvice), StateJson.Write(StateJson.Read<Service>(StateJson.Write(ServiceExamples.LegalAdvice))));

    [Fact]
    public async Task The_largest_service_fits_into_one_state_and_can_be_withdrawn()
    {
        var grain = house.Grains.GetGrain<IServiceGrain>(RecordKey.New(ServiceKind.Kind, TimeProvider.System).ToString());

        Assert.Equal(1, await grain.CreateAsync(ServiceExamples.Largest, Audience.Public, ""));
        Assert.Equal(2, await grain.WithdrawAsync(1, ""));
        Assert.True((await grain.ReadAsync())!.IsWithdrawn);
    }

    public void Dispose() => prose.Dispose();
}
