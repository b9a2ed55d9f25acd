using System.Text;
using System.Text.Json.Nodes;
using Citess.ActivityPub.Signatures;
using Citess.ActivityPub.Vocabulary;
using Citess.Network.Tests.House;
using Xunit;

namespace Citess.Network.Tests.Federation.BadInput;

[Collection(BadInputCollection.Name)]
public sealed class ReplayTests(BadInputPole pole)
{
    [Theory, BadInput("replay")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_request_is_good_for_one_hour_one_path_and_one_host(bool isCavage)
    {
        var body = Encoding.UTF8.GetBytes(pole.Mallory.Create().ToJsonString());
        var now = TimeProvider.System.GetUtcNow();
        await pole.RefusesAsync(
            [
                Replayed("after the window", "401 outside-window", now.AddMinutes(-62), null),
                Replayed("days after", "401 outside-window", now.AddDays(-3), null),
                Replayed("to another inbox", "401 signature-wrong", now, request => request.RequestUri = new Uri(pole.Actor + "/inbox")),
                Replayed("with another query", "401 signature-wrong", now, request => request.RequestUri = new Uri(pole.Origin + "/inbox?to=all")),
                new("to another host", "401 signature-wrong", () => ElsewhereAsync(body, isCavage)),
            ],
            pole.Mallory.Refetch());

        Attack Replayed(string what, string answer, DateTimeOffset at, Action<HttpRequestMessage>? change) =>
            new(what, answer, () => pole.PostAsync(body, pole.Mallory.Rsa, isCavage, at, change));
    }

    [Fact, BadInput("replay")]
    public async Task The_same_bytes_within_the_window_are_taken_and_do_nothing_more()
    {
        var create = Encoding.UTF8.GetBytes(pole.Mallory.Create().ToJsonString());
        Assert.Equal("202", await pole.PostAsync(create, pole.Mallory.Rsa));
        await pole.SettledAsync();
        await pole.RefusesAsync(
            [
                .. Enumerable.Repeat(new Attack("again", "202", () => pole.PostAsync(create, pole.Mallory.Rsa)), 5),
                new("in the other dialect", "202", () => pole.PostAsync(create, pole.Mallory.Rsa, isCavage: false)),
                new("with one blank more", "409 id-reused", () => pole.PostAsync([.. create, (byte)' '], pole.Mallory.Rsa)),
            ]);
    }

    /// <summary>Signed for Sidi Bouzid, and sent on to Mahdia by whoever got it there.</summary>
    private async Task<string> ElsewhereAsync(byte[] body, bool isCavage)
    {
        var there = new Uri("http://sidibouzid.example/inbox");
        var signed = isCavage ? Cavage.Sign(pole.Mallory.Rsa, "POST", there, body, TimeProvider.System.GetUtcNow()) : MessageSignatures.Sign(pole.Mallory.Rsa, "POST", there, body, TimeProvider.System.GetUtcNow());
        return await pole.PostAsync(body, signer: null, change: request =>
        {
            foreach (var (name, value) in signed)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        });
    }
}
