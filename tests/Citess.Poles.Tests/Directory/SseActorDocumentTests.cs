using Citess.Poles.Directory;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Tests.Cast;
using Xunit;

namespace Citess.Poles.Tests.Directory;

public sealed class SseActorDocumentTests : IDisposable
{
    private readonly Prose prose = new();

    private SseActorKind Kind => new(prose);

    [Fact]
    public void An_actor_travels_as_a_profile_that_describes_an_organisation_and_has_no_inbox()
    {
        var document = Kind.Write(ActorExamples.Weavers, Mahdia.Frame(ActorExamples.Key));

        Assert.Equal("Profile", document.GetProperty("type").GetString());
        Assert.Equal("actor", document.GetProperty("kind").GetString());
        Assert.Equal("Organization", document.GetProperty("describes").GetProperty("type").GetString());
        Assert.Equal("ناسجات المهدية", document.GetProperty("describes").GetProperty("name").GetString());
        Assert.False(document.TryGetProperty("inbox", out _));
        Assert.Equal(0, document.GetProperty("young").GetInt32());
    }

    [Fact]
    public void Telephone_and_email_stand_neither_in_the_document_nor_in_lists()
    {
        var document = Kind.Write(ActorExamples.Weavers, Mahdia.Frame(ActorExamples.Key)).GetRawText();
        var listing = StateJson.Write(Kind.Describe(new RecordState<SseActor> { Content = ActorExamples.Weavers, Revision = 1 }, RecordKey.Parse(ActorExamples.Key)));

        Assert.All([document, listing], text =>
        {
            Assert.DoesNotContain("123 456", text, StringComparison.Ordinal);
            Assert.DoesNotContain("@tisseuses", text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void What_travels_is_read_as_it_was_written()
    {
        foreach (var actor in (SseActor[])[ActorExamples.Weavers, ActorExamples.Barest])
        {
            var sent = Mahdia.Shared(Kind, actor, ActorExamples.Key);
            var read = Kind.Read(sent)!;

            Assert.Equal(actor.Name.ToMap(), read.Name.ToMap());
            Assert.Equal(actor.Name.Source, read.Name.Source);
            Assert.Equal(actor.Line.ToMap(), read.Line.ToMap());
            Assert.Equal(actor.About.ToMap(), read.About.ToMap());
            Assert.Equal(prose.OfMarkdown(actor.About).ToMap(), sent.ContentMap);
            Assert.Equal(Rest(actor), Rest(read));
        }

        static string Rest(SseActor actor) =>
            StateJson.Write(actor with { Name = MultilingualText.Empty, Line = MultilingualText.Empty, About = MultilingualText.Empty, Telephone = "", Email = "" });
    }

    [Fact]
    public void Every_term_of_ours_is_explained_in_the_context() =>
        Assert.Empty(Mahdia.Unexplained(Kind, ActorExamples.Weavers, ActorExamples.Key));

    [Fact]
    public void A_partner_lists_an_actor_whose_text_became_longer_as_HTML()
    {
        var lines = string.Concat(Enumerable.Repeat("- a\n", SseActor.MaxAbout / 4));
        var actor = ActorExamples.Weavers with { About = MultilingualText.Of("fr", lines) };

        Assert.Empty(Kind.Check(actor));
        Assert.True(prose.OfMarkdown(lines).Length > SseActor.MaxAbout);
        Assert.NotNull(Mahdia.Listed(Kind, actor, ActorExamples.Key));
    }

    [Fact]
    public void A_partner_does_not_list_an_actor_with_a_name_of_ten_thousand_letters() =>
        Assert.Null(Mahdia.Listed(Kind, ActorExamples.Weavers with { Name = MultilingualText.Of("fr", new('x', 10_000)) }, ActorExamples.Key));

    [Fact]
    public void A_kind_that_we_do_not_know_is_read_as_not_said()
    {
        var sent = Mahdia.Shared(Kind, ActorExamples.Weavers, ActorExamples.Key);
        sent.Other!["actorKind"] = System.Text.Json.JsonSerializer.SerializeToElement("observatory");
        sent.Other["constituency"] = System.Text.Json.JsonSerializer.SerializeToElement("3");
        var read = Kind.Read(sent)!;

        Assert.Null(read.Kind);
        Assert.Null(read.Constituency);
        Assert.Empty(Kind.Check(read));
    }

    [Fact]
    public void A_note_is_no_actor() =>
        Assert.Null(Kind.Read(Mahdia.Shared(Kind, ActorExamples.Weavers, ActorExamples.Key) with { Type = "Note" }));

    public void Dispose() => prose.Dispose();
}
