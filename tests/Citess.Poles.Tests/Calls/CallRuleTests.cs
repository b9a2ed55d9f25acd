using Citess.Poles.Calls;
using Citess.Poles.Kernel;
using Citess.Poles.Tests.Cast;
using Xunit;

namespace Citess.Poles.Tests.Calls;

public sealed class CallRuleTests(GrainHouse house) : IClassFixture<GrainHouse>, IDisposable
{
    private readonly Prose prose = new();

    public static TheoryData<string, string> Wrong => new()
    {
        { "Status", """ "status":9,"statusOn":"2026-01-01" """ },
        { "StatusOn", """ "status":"won" """ },
        { "Deadline", """ "deadline":"tomorrow","timeZone":"Europe/Paris" """ },
        { "TimeZone", """ "deadline":"2026-12-20T17:00","timeZone":"Europe/Atlantis" """ },
        { "TimeZone", """ "deadline":"2026-12-20T17:00" """ },
        { "Website", """ "website":"javascript:alert(1)" """ },
        { "LeastPartners", """ "rules":{"leastPartners":0} """ },
        { "MostPartners", """ "rules":{"leastPartners":5,"mostPartners":4} """ },
        { "MostPartners", """ "rules":{"mostPartners":41} """ },
        { "LeastCountries", """ "rules":{"leastCountries":-1} """ },
        { "Countries", """ "rules":{"countries":["Tunisia"]} """ },
        { "Needs[0].Role", """ "rules":{"needs":[{"role":"wizard"}]} """ },
        { "Needs[1].Country", """ "rules":{"needs":[{"role":"ngo"},{"role":"ngo","country":"tn"}]} """ },
        { "Needs[0].Count", """ "rules":{"needs":[{"role":"ngo","count":0}]} """ },
        { "Needs[0]", """ "rules":{"needs":[{"role":"ngo","count":40},{"role":"sme","count":1}]} """ },
        { "Currency", """ "rules":{"budget":5} """ },
        { "Currency", """ "rules":{"currency":"euro"} """ },
        { "Budget", """ "rules":{"budget":-1,"currency":"EUR"} """ },
        { "MostShare", """ "rules":{"leastShare":30,"mostShare":20} """ },
        { "LeastShare", """ "rules":{"leastShare":101} """ },
        { "Languages", """ "rules":{"languages":["العربية"]} """ },
        { "Concepts", """ "rules":{"concepts":["Two words"]} """ },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void A_wrong_field_is_named(string field, string json) => Assert.Equal(
        [field],
        CallExamples.Kind(prose).Check(StateJson.Read<Call>("""{"title":{"source":"fr","texts":{"fr":{"text":"Appel"}}},""" + json + "}")).Select(problem => problem.Field).Distinct());

    [Fact]
    public void A_call_needs_a_title_and_nothing_else()
    {
        Assert.Empty(CallExamples.Kind(prose).Check(CallExamples.Barest));
        Assert.Empty(CallExamples.Kind(prose).Check(CallExamples.Olives));
        Assert.Equal(["Title"], CallExamples.Kind(prose).Check(new()).Select(problem => problem.Field));
    }

    [Fact]
    public void A_grain_call_carries_every_field() => Assert.Equal(StateJson.Write(CallExamples.Olives), StateJson.Write(Mahdia.Carried(CallExamples.Olives)));

    [Fact]
    public void Stored_state_reads_back_as_it_was_written() => Assert.Equal(StateJson.Write(CallExamples.Olives), StateJson.Write(StateJson.Read<Call>(StateJson.Write(CallExamples.Olives))));

    [Fact]
    public void A_form_that_nobody_touched_gives_back_what_it_was_filled_with()
    {
        foreach (var call in new[] { CallExamples.Olives, CallExamples.Open, CallExamples.Barest })
        {
            var form = new CallForm();
            form.Fill(call, "fr");
            Assert.Equal(StateJson.Write(call), StateJson.Write(form.ToContent(call, CallExamples.Amira)));
        }
    }

    [Fact]
    public void What_is_no_number_is_refused_and_not_read_as_another()
    {
        var form = new CallForm();
        form.Fill(CallExamples.Open, "fr");
        (form.LeastPartners, form.Budget, form.Time) = ("five", "1.5", "");
        var call = form.ToContent(CallExamples.Open, CallExamples.Amira);

        Assert.Equal(["LeastPartners", "Budget"], CallExamples.Kind(prose).Check(call).Select(problem => problem.Field));
        Assert.Equal("2026-12-20T23:59", call.Deadline);
        form.Budget = "1 000\u00a0000";
        Assert.Equal(1_000_000, form.ToContent(CallExamples.Open, CallExamples.Amira).Rules.Budget);
    }

    [Fact]
    public async Task The_largest_call_fits_into_one_state_and_can_be_withdrawn()
    {
        var grain = house.Grains.GetGrain<ICallGrain>(RecordKey.New(CallKind.Kind, TimeProvider.System).ToString());
        var largest = CallExamples.Olives with { Title = Mahdia.Longest(Call.MaxTitle), Line = Mahdia.Longest(Call.MaxLine), About = Mahdia.Longest(Call.MaxAbout), StatusNote = Mahdia.Longest(Call.MaxNote) };

        Assert.Equal(1, await grain.CreateAsync(largest, Audience.Public, ""));
        Assert.Equal(2, await grain.WithdrawAsync(1, ""));
    }

    public void Dispose() => prose.Dispose();
}
