using System.Globalization;
using System.Text;
using System.Text.Json;
using Citess.ActivityPub.Proofs;
using Citess.ActivityPub.Signatures;
using Citess.ActivityPub.Vocabulary;
using Citess.Bench.Nodes;

namespace Citess.Bench.Load;

/// <summary>Signed activities, each distinct, made before anything is measured: whole HTTP requests as bytes.</summary>
internal static class Letters
{
    /// <summary>Of a Create that any server of the fediverse sends.</summary>
    private const int Size = 1800;

    /// <summary>Creates of plain articles, 1.8 kB each: verified and kept, and of no kind that is taken up here.</summary>
    public static byte[][] Plain(Sender sender, Node node, Dialect dialect, int count) =>
        Many(count, number => Sign(sender, node, dialect, PlainCreate(sender, number)));

    /// <summary>Creates of practices, each with its own proof, as a partner pole shares them.</summary>
    public static byte[][] Practices(Sender sender, Node node, Dialect dialect, int count) =>
        Many(count, number => Sign(sender, node, dialect, PracticeCreate(sender, number)));

    private static byte[][] Many(int count, Func<int, byte[]> make)
    {
        var all = new byte[count][];
        Parallel.For(0, count, number => all[number] = make(number));
        return all;
    }

    private static byte[] PlainCreate(Sender sender, int number)
    {
        var id = Ulid.NewUlid();
        byte[] Write(int filler) => JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["@context"] = new[] { "https://www.w3.org/ns/activitystreams", "https://w3id.org/security/v1" },
            ["id"] = $"{sender.Origin}/activity/{id}",
            ["type"] = "Create",
            ["actor"] = sender.Id,
            ["published"] = "2026-05-04T10:00:00Z",
            ["to"] = new[] { Addresses.Public },
            ["object"] = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["id"] = $"{sender.Origin}/article/{id}",
                ["type"] = "Article",
                ["attributedTo"] = sender.Id,
                ["published"] = "2026-05-04T10:00:00Z",
                ["to"] = new[] { Addresses.Public },
                ["name"] = string.Create(CultureInfo.InvariantCulture, $"Repair workshop {number}"),
                ["content"] = Prose(filler),
            },
        });
        return Write(Size - Write(0).Length);
    }

    private static byte[] PracticeCreate(Sender sender, int number)
    {
        var now = TimeProvider.System.GetUtcNow();
        var (title, line, body) = (string.Create(CultureInfo.InvariantCulture, $"Atelier de réparation {number}"), "Réparer plutôt que jeter.", Prose(700));
        var practice = DataIntegrity.Prove(
            Ap.WriteDocument(new ApObject
            {
                Id = $"{sender.Origin}/practice/{Ulid.NewUlid()}",
                Type = "Article",
                AttributedTo = sender.Id,
                Name = title,
                NameMap = French(title),
                Summary = line,
                SummaryMap = French(line),
                Content = $"<p>{body}</p>",
                ContentMap = French($"<p>{body}</p>"),
                To = [Addresses.Public],
                Published = now,
                Updated = now,
                Kind = "practice",
                Revision = 1,
                Other = new(StringComparer.Ordinal)
                {
                    ["sourceLanguage"] = JsonSerializer.SerializeToElement("fr"),
                    ["sourceMap"] = JsonSerializer.SerializeToElement(French(body)),
                    ["sectors"] = JsonSerializer.SerializeToElement(new[] { "a01" }),
                    ["territory"] = JsonSerializer.SerializeToElement("ES-CT"),
                    ["status"] = JsonSerializer.SerializeToElement("running"),
                    ["license"] = JsonSerializer.SerializeToElement("https://creativecommons.org/licenses/by/4.0/"),
                },
            }),
            sender.Ed25519,
            now);
        var create = Ap.WriteDocument(new Activity { Id = $"{sender.Origin}/activity/{Ulid.NewUlid()}", Type = Verbs.Create, Actor = sender.Id, Object = JsonElement.Parse(practice) });
        return Encoding.UTF8.GetBytes(create.GetRawText());
    }

    private static byte[] Sign(Sender sender, Node node, Dialect dialect, byte[] body)
    {
        var target = new Uri(node.Inbox);
        var headers = dialect switch
        {
            Dialect.Cavage => Cavage.Sign(sender.Rsa, "POST", target, body, TimeProvider.System.GetUtcNow()),
            Dialect.Rfc9421 => [new("Host", target.Authority), .. MessageSignatures.Sign(sender.Rsa, "POST", target, body, TimeProvider.System.GetUtcNow())],
            _ => throw new ArgumentOutOfRangeException(nameof(dialect)),
        };
        var head = new StringBuilder();
        head.Append(CultureInfo.InvariantCulture, $"POST {target.PathAndQuery} HTTP/1.1\r\nUser-Agent: citess-bench\r\nContent-Type: {Ap.MediaType}\r\nContent-Length: {body.Length}\r\n");
        foreach (var (name, value) in headers)
        {
            head.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        return [.. Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()), .. body];
    }

    private static Dictionary<string, string> French(string text) => new(StringComparer.Ordinal) { ["fr"] = text };

    private static string Prose(int length)
    {
        const string sentence = "Nous reparons ensemble ce qui serait jete, et chacun apprend de l'autre. ";
        return string.Concat(Enumerable.Repeat(sentence, (length / sentence.Length) + 1))[..length];
    }
}

/// <summary>How a request is signed.</summary>
internal enum Dialect
{
    Cavage,
    Rfc9421,
}
