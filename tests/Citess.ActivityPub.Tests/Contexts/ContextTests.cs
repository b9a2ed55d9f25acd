using System.Text.Json;
using Citess.ActivityPub.Contexts;
using Citess.ActivityPub.Vocabulary;
using Xunit;

namespace Citess.ActivityPub.Tests.Contexts;

/// <summary>A document's context has the terms that stand in the document. That it loses none, npm's <c>jsonld</c> says in <see cref="MeaningTests"/>.</summary>
public sealed class ContextTests
{
    private static readonly string[] Others = [.. Context.Value.EnumerateArray().Where(part => part.ValueKind == JsonValueKind.String).Select(part => part.GetString()!)];

    [Fact]
    public void Only_the_terms_that_a_document_uses_stand_in_its_context_wherever_they_are()
    {
        var context = Context.Of(JsonElement.Parse("""{"kind":"practice","name":"x","attachment":[{"type":"Image","size":3}]}"""));
        Assert.Equal(Others, context.EnumerateArray().SkipLast(1).Select(part => part.GetString()));
        Assert.Equal(["citess", "kind", "size"], context.EnumerateArray().Last().EnumerateObject().Select(term => term.Name));
        Assert.Equal("citess:kind", context.EnumerateArray().Last().GetProperty("kind").GetString());
    }

    [Fact]
    public void What_has_no_term_of_ours_names_the_contexts_of_others_alone() =>
        Assert.Equal(Others, Context.Of(JsonElement.Parse("""{"type":"Follow"}""")).EnumerateArray().Select(part => part.GetString()));

    [Fact]
    public void What_brings_its_own_context_needs_nothing_of_the_one_around_it() =>
        Assert.Equal(Others, Context.Of(JsonElement.Parse("""{"type":"Create","object":{"@context":"https://www.w3.org/ns/activitystreams","kind":"practice"}}""")).EnumerateArray().Select(part => part.GetString()));

    [Fact]
    public void A_document_begins_with_its_context_and_what_stands_inside_another_has_none()
    {
        var value = new ApObject { Id = "https://mahdia.example/practice/1", Kind = "practice" };
        var document = Ap.WriteDocument(value);
        Assert.Equal("@context", document.EnumerateObject().First().Name);
        Assert.True(JsonElement.DeepEquals(Context.Of(document), document.GetProperty("@context")));
        Assert.False(Ap.Write(value).TryGetProperty("@context", out _));
        Assert.Equal("practice", Ap.Read<ApObject>(document)!.Kind);
    }
}
