using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Citess.ActivityPub.Signatures;
using Citess.ActivityPub.Vocabulary;
using Citess.Network.Tests.House;
using Xunit;

namespace Citess.Network.Tests.Federation.BadInput;

[Collection(BadInputCollection.Name)]
public sealed class UnboundedStateTests(BadInputPole pole)
{
    /// <summary>At a kilobyte for each, 100,000 would be far beyond what is allowed to stay.</summary>
    private static readonly int Invented = Environment.GetEnvironmentVariable("CITESS_TEST_ALL") is { Length: > 0 } ? 100_000 : 2_000;

    [Fact, BadInput("unbounded state")]
    public async Task Lists_texts_and_depths_beyond_the_limits_are_refused() => await pole.RefusesAsync(
        [
            Sent("20,000 tags", "400 malformed-json", activity => activity["object"]!["tag"] = Many(number => new JsonObject { ["a"] = number }, 20_000)),
            Sent("100,000 recipients", "400 malformed-json", activity => activity["to"] = Many(number => number, 100_000)),
            Sent("100,000 attachments", "400 malformed-json", activity => activity["object"]!["attachment"] = Many(number => number, 100_000)),
            Sent("100,000 recipients by address", "413 too-large", activity => activity["cc"] = Many(number => "http://mallory.example/" + number, 100_000)),
            Sent("50,000 members", "400 malformed-json", activity => activity["object"] = new JsonObject(Enumerable.Range(0, 50_000).Select(number => KeyValuePair.Create("m" + number, (JsonNode?)1)))),
            Sent("a name of 10 MB", "413 too-large", activity => activity["object"]!["name"] = new string('a', 10 << 20)),
            new("10 MB that do not say how long they are", "413 too-large", () => pole.PostAsync(new byte[10 << 20], pole.Mallory.Rsa, change: request => request.Headers.TransferEncodingChunked = true)),
            new("depth 2,000", "400 malformed-json", () => DeepAsync('[', ']')),
            new("depth 2,000 of objects", "400 malformed-json", () => pole.PostAsync(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 2000)) + "1" + new string('}', 2000)), pole.Mallory.Rsa)),
        ]);

    [Fact, BadInput("unbounded state")]
    public async Task Hosts_that_are_invented_one_by_one_leave_nothing_but_a_note_that_is_forgotten()
    {
        pole.Web.ResolvesNone(".invented.example");
        var body = Encoding.UTF8.GetBytes(pole.Mallory.Create().ToJsonString());

        // Of 100,000, what is remembered is full after the first fifth: each further one pushes another out.
        await InventAsync(0, Invented / 5);
        var memory = GC.GetTotalMemory(forceFullCollection: true);
        await InventAsync(Invented / 5, Invented);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - memory, long.MinValue, 20 << 20);

        Task InventAsync(int from, int to) => pole.RefusesAsync(
            [new($"{to - from} hosts", "401 key-unreachable", async () =>
            {
                var answers = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
                await Parallel.ForAsync(from, to, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (number, _) =>
                    answers.TryAdd(await pole.PostAsync(body, new Renamed($"http://h{number}.invented.example/k", pole.Mallory.Rsa)), true));
                return Assert.Single(answers.Keys);
            })]);
    }

    private Attack Sent(string what, string answer, Action<JsonObject> change) => new(what, answer, () => pole.PostAsync(pole.Mallory.Create(change), pole.Mallory));

    private Task<string> DeepAsync(char open, char close) => pole.PostAsync(
        Encoding.UTF8.GetBytes("{\"id\":\"http://mallory.example/activity/1\",\"type\":\"Create\",\"actor\":\"" + pole.Mallory.Id + "\",\"object\":" + new string(open, 2000) + new string(close, 2000) + "}"), pole.Mallory.Rsa);

    private static JsonArray Many(Func<int, JsonNode> item, int count) => new([.. Enumerable.Range(0, count).Select(number => (JsonNode?)item(number))]);

    /// <summary>One key under any number of names.</summary>
    private sealed class Renamed(string keyId, ISigner key) : ISigner
    {
        public string KeyId => keyId;

        public KeyAlgorithm Algorithm => key.Algorithm;

        public byte[] Sign(ReadOnlySpan<byte> data) => key.Sign(data);
    }
}
