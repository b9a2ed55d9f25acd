using Citess.Poles.Directory;
using Citess.Poles.Kernel;
using Citess.Poles.Tests.Cast;
using Xunit;

namespace Citess.Poles.Tests.Directory;

public sealed class SseActorRuleTests : IDisposable
{
    private readonly Prose prose = new();

    private SseActorKind Kind => new(prose);

    public static TheoryData<string, string> Wrong => new()
    {
        { "Name", """{"kind":"enterprise"}""" },
        { "Kind", With("""
            "kind":77
            """) },
        { "Level", With("""
            "level":-1
            """) },
        { "Members", With("""
            "members":-1
            """) },
        { "Women", With("""
            "members":10,"women":11
            """) },
        { "Young", With("""
            "members":10,"young":11
            """) },
        { "Sectors", With("""
            "sectors":["a99"]
            """) },
        { "Sectors", With("""
            "sectors":["http://purl.org/essglobal/standard/activities/a01"]
            """) },
        { "Territory", With("""
            "territory":"Mahdia"
            """) },
        { "Website", With("""
            "website":"javascript:alert(1)"
            """) },
        { "Telephone", With("""
            "telephone":"20 123 456"
            """) },
        { "Email", With("""
            "email":"amira"
            """) },
        { "Email", With("""
            "email":"amira@mahdia.example\r\nBcc: mallory@example.org"
            """) },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void A_wrong_field_is_named(string field, string json) =>
        Assert.Equal([field], Kind.Check(StateJson.Read<SseActor>(json)).Select(problem => problem.Field).Distinct());

    [Fact]
    public void A_group_without_a_legal_form_and_without_figures_is_fine() => Assert.Empty(Kind.Check(ActorExamples.Barest));

    [Fact]
    public void Women_may_be_known_where_the_members_are_not() =>
        Assert.Empty(Kind.Check(ActorExamples.Barest with { Women = 23 }));

    [Fact]
    public void A_visitor_is_not_shown_how_to_reach_people()
    {
        var toVisitor = Kind.Shown(ActorExamples.Weavers, Mahdia.Visitor);
        var toAmira = Kind.Shown(ActorExamples.Weavers, Mahdia.Amira);

        Assert.Equal(("", ""), (toVisitor.Telephone, toVisitor.Email));
        Assert.Equal(ActorExamples.Weavers.Website, toVisitor.Website);
        Assert.Equal(("+216 00 123 456", "amira@tisseuses.example"), (toAmira.Telephone, toAmira.Email));
    }

    [Fact]
    public void A_grain_call_carries_every_field() =>
        Assert.Equal(StateJson.Write(ActorExamples.Weavers), StateJson.Write(Mahdia.Carried(ActorExamples.Weavers)));

    [Fact]
    public void Stored_state_reads_back_as_it_was_written() =>
        Assert.Equal(StateJson.Write(ActorExamples.Weavers), StateJson.Write(StateJson.Read<SseActor>(StateJson.Write(ActorExamples.Weavers))));

    [Fact]
    public void A_state_without_any_field_reads_as_empty_and_never_as_null()
    {
        var empty = StateJson.Read<SseActor>("{}");

        Assert.Equal(StateJson.Write(new SseActor()), StateJson.Write(empty));
        Assert.True(empty.Name.IsEmpty && empty.Sectors.IsEmpty && empty.Telephone.Length == 0);
    }

    public void Dispose() => prose.Dispose();

    private static string With(string more) => """{"name":{"source":"fr","texts":{"fr":{"text":"Atelier"}}},"kind":"enterprise",""".Replace("\"kind\":\"enterprise\",", more.Contains("\"kind\"", StringComparison.Ordinal) ? "" : "\"kind\":\"enterprise\",", StringComparison.Ordinal) + more + "}";
}
