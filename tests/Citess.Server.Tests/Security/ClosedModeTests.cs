using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Text.Json;
using Citess.ActivityPub.Signatures;
using Citess.Server.Hosting;
using Xunit;

namespace Citess.Server.Tests.Security;

/// <summary>Whom a pole in closed mode lets knock; what follows for what is held and sent is tried where blocks are.</summary>
public sealed class ClosedModeTests(ClosedHouse mahdia) : IClassFixture<ClosedHouse>
{
    [Theory]
    [InlineData("https://mallory.example/pole/1#key", 403, "host-blocked")]
    [InlineData("https://notbarcelona.example/pole/1#key", 403, "host-blocked")]
    [InlineData("https://barcelona.example/pole/1#key", 401, "key-unreachable")]
    [InlineData("https://a.barcelona.example/pole/1#key", 401, "key-unreachable")]
    public async Task A_letter_of_a_host_that_is_not_allowed_is_refused_before_its_key_is_asked_for(string keyId, int status, string type)
    {
        using var key = RsaKeyPair.Create(keyId);
        using var http = new HttpClient();
        var body = """{"id":"https://barcelona.example/activity/1","type":"Create","actor":"https://barcelona.example/pole/1","object":"https://barcelona.example/practice/1"}"""u8.ToArray();
        using var letter = new HttpRequestMessage(HttpMethod.Post, mahdia.Origin + "/inbox") { Content = new ByteArrayContent(body) };
        letter.Content.Headers.ContentType = new("application/activity+json");
        foreach (var (name, value) in Cavage.Sign(key, "POST", letter.RequestUri!, body, mahdia.Clock.GetUtcNow()))
        {
            letter.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await http.SendAsync(letter);
        Assert.Equal(((HttpStatusCode)status, "/problems#" + type), (answer.StatusCode, JsonElement.Parse(await answer.Content.ReadAsStringAsync()).GetProperty("type").GetString()));
    }

    [Fact]
    public void What_is_no_host_is_said_before_the_pole_starts()
    {
        var options = new CitessOptions { Origin = "https://mahdia.example", Federation = { AllowedHosts = { "barcelona.example", "not a host" } } };
        Assert.Contains("AllowedHosts", Assert.Single(options.Validate(new ValidationContext(options))).ErrorMessage, StringComparison.Ordinal);
    }
}
