using System.Text;
using System.Text.Json.Nodes;
using Citess.ActivityPub.Signatures;
using Citess.ActivityPub.Vocabulary;
using Citess.Network.Tests.House;
using Xunit;

namespace Citess.Network.Tests.Federation.BadInput;

[Collection(BadInputCollection.Name)]
public sealed class HostNamesTests(BadInputPole pole)
{
    /// <summary>Spellings that some reader takes for barcelona.example, or shows as it.</summary>
    private static readonly string[] Foreign =
    [
        "barcelona.example:8080", "barcelona.example@mallory.example", "mallory.example@barcelona.example", "barcelona\u3002example", "barcelona\uff0eexample", "barcelona\u200b.example",
        "barcelona.example\u200d", "barcelon\u0430.example", "xn--barcelon-2fg.example", "b\u0430rcelona.example", "barcelona.example..", ".barcelona.example", "barcelona.example\\.mallory.example", "barcelona.example%2e", "\uff42arcelona.example.mallory.example",
    ];

    [Fact, BadInput("names of hosts")]
    public async Task An_object_under_another_spelling_of_a_host_is_neither_that_hosts_nor_the_senders()
    {
        var ulid = pole.HeldId[(pole.HeldId.LastIndexOf('/') + 1)..];
        await pole.RefusesAsync(Foreign.Append("BARCELONA.EXAMPLE").Append("barcelona.example.").Select(host => new Attack(host, "403", async () =>
        {
            var answer = await pole.PostAsync(pole.Mallory.Say(Verbs.Update, pole.Mallory.Practice($"http://{host}/practice/{ulid}", 9)), pole.Mallory);
            return answer is "403 not-owner" or "422 object-unfit" ? "403" : answer;
        })));
    }

    [Fact, BadInput("names of hosts")]
    public async Task An_activity_or_an_actor_under_another_spelling_is_refused() => await pole.RefusesAsync(
        Foreign.SelectMany(host => new Attack[]
        {
            new("id at " + host, "403 id-foreign", () => pole.PostAsync(pole.Mallory.Create(activity => activity["id"] = $"http://{host}/activity/{Samples.NewId()}"), pole.Mallory)),
            new("actor at " + host, "401 actor-not-key-owner", () => pole.PostAsync(pole.Mallory.Create(activity => activity["actor"] = pole.Barcelona.Id.Replace("barcelona.example", host, StringComparison.Ordinal)), pole.Mallory)),
        }));

    [Fact, BadInput("names of hosts")]
    public async Task The_owner_itself_cannot_hold_a_second_copy_under_another_spelling()
    {
        // The same host in capitals or with its dot is the same host: a lower revision has no effect there either.
        var spelled = pole.HeldId.Replace("barcelona.example", "BARCELONA.example.", StringComparison.Ordinal);
        Assert.Equal("202", await pole.PostAsync(pole.Barcelona.Say(Verbs.Update, pole.Barcelona.Practice(spelled, revision: 1)), pole.Barcelona));
        await pole.SettledAsync();
        Assert.Contains("\"revision\":3", Assert.Single(await pole.HeldAsync()), StringComparison.Ordinal);
        Assert.Empty(await pole.Database.QueryAsync<string>("SELECT origin FROM document WHERE origin <> 'barcelona.example' AND key = @key", new { key = new Uri(pole.HeldId).AbsolutePath[1..] }));
    }

    [Fact, BadInput("names of hosts")]
    public async Task A_blocked_host_is_blocked_in_every_spelling()
    {
        await pole.BlockAsync("BLOCKED.example.");
        await pole.RefusesAsync(new[] { "blocked.example", "BLOCKED.example", "blocked.example.", "Blocked.Example.:80", "blocked.example:8080", "its.sub.blocked.example" }.Select(host => new Attack(host, "403 host-blocked", async () =>
        {
            using var key = RsaKeyPair.Import($"http://{host}/k", pole.Mallory.Rsa.ExportPrivatePem());
            return await pole.PostAsync(Encoding.UTF8.GetBytes(pole.Mallory.Create().ToJsonString()), key);
        })));
    }
}
