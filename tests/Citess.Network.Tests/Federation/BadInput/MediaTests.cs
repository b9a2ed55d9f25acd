using System.Text;
using System.Text.Json.Nodes;
using Citess.ActivityPub.Signatures;
using Citess.ActivityPub.Vocabulary;
using Citess.Network.Tests.House;
using Xunit;

namespace Citess.Network.Tests.Federation.BadInput;

[Collection(BadInputCollection.Name)]
public sealed class MediaTests(BadInputPole pole)
{
    [Theory, BadInput("media on the actors' origin")]
    [InlineData("/")]
    [InlineData("/fr/practices")]
    [InlineData("/fr/sign-in")]
    [InlineData("/problems")]
    [InlineData("/specs/FEDERATION")]
    [InlineData("/health/ready")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/.well-known/webfinger?resource=acct:nobody@localhost")]
    [InlineData("/.well-known/nodeinfo")]
    [InlineData("/nodeinfo/2.1")]
    [InlineData("/practice/01JDA5R1V7Q0W3M9K2X4T6B8CE")]
    [InlineData("/nothing/at/all.json")]
    [InlineData("/api/practices")]
    [InlineData("/blob/0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("/letter/01JDA5R1V7Q0W3M9K2X4T6B8CE")]
    public async Task Only_our_own_documents_are_served_as_activity_json_and_nothing_may_be_guessed(string path)
    {
        using var answer = await pole.AskAsync(path, null);
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        Assert.DoesNotContain(answer.Content.Headers.ContentType?.MediaType, (string[])[Ap.MediaType, "application/ld+json"]);
    }

    [Fact, BadInput("media on the actors' origin")]
    public async Task A_document_of_ours_says_what_it_is()
    {
        using var answer = await pole.AskAsync(new Uri(pole.Actor).AbsolutePath, null);
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(Ap.MediaType, answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact, BadInput("media on the actors' origin")]
    public async Task Nobody_can_lay_a_file_beside_the_actors()
    {
        var before = await pole.Database.ContentAsync();
        foreach (var path in new[] { "/", "/pole/" + Samples.NewId(), "/practice/" + Samples.NewId(), "/upload", "/media", "/blob/" + new string('0', 64), "/api/blobs/" + new string('0', 64), pole.Actor + "/outbox", pole.Actor + "/endpoints/uploadMedia" })
        {
            foreach (var method in new[] { HttpMethod.Post, HttpMethod.Put, HttpMethod.Patch, HttpMethod.Delete })
            {
                using var form = new MultipartFormDataContent { { new StringContent(pole.Mallory.Document().ToJsonString(), Encoding.UTF8, Ap.MediaType), "file", "actor.json" } };
                using var answer = await pole.Http.SendAsync(new(method, path) { Content = form });
                Assert.InRange((int)answer.StatusCode, 400, 499);
            }
        }

        Assert.Equal(before, await pole.Database.ContentAsync());
    }
}
