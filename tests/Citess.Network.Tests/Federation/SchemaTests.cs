using System.IO.Compression;
using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Citess.ActivityPub.Repair;
using Citess.Network.Tests.House;
using Citess.Poles.Kernel;
using Citess.Poles.Practices.Talk;
using Xunit;

namespace Citess.Network.Tests.Federation;

/// <summary>What is published of the wire is what a running pole says. <c>CITESS_UPDATE_EXAMPLES=1</c> writes the examples anew.</summary>
public sealed class SchemaTests(LonePole lone) : IClassFixture<LonePole>, IAsyncLifetime
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string practice = Samples.NewId();

    private RunningPole Mahdia => lone.Mahdia;

    public async ValueTask InitializeAsync() => await Mahdia.CreateAsync(practice, Samples.Practice("Pressoir partagé"));

    public ValueTask DisposeAsync() => default;

    [Theory]
    [InlineData("checkpoint")]
    [InlineData("digest")]
    [InlineData("buckets")]
    [InlineData("changes")]
    [InlineData("file-head")]
    [InlineData("history")]
    [InlineData("contributions")]
    public async Task What_a_pole_serves_fits_its_published_schema_and_is_of_the_form_of_its_example(string name)
    {
        var served = await ServedAsync(name);
        var schema = Schema.Load(name);
        Assert.Empty(schema.Faults(served));
        Assert.False(served.TryGetProperty("orderedItems", out var items) && items.GetArrayLength() == 0);

        var file = Path.Combine(Schema.Folder, "..", "examples", name + ".json");
        if (Environment.GetEnvironmentVariable("CITESS_UPDATE_EXAMPLES") == "1")
        {
            await File.WriteAllTextAsync(file, Example(served) + "\n");
        }

        var example = JsonElement.Parse(await File.ReadAllTextAsync(file));
        Assert.Empty(schema.Faults(example));
        Assert.Equal(Members(served), Members(example));
    }

    [Theory]
    [InlineData("schemas/checkpoint.schema.json", "application/schema+json")]
    [InlineData("schemas/common.schema.json", "application/schema+json")]
    [InlineData("examples/practice.json", "application/json")]
    [InlineData("context/citess.context.json", "application/ld+json")]
    public async Task What_developers_of_other_servers_need_stands_on_any_pole_where_the_text_names_it(string file, string type)
    {
        using var answer = await Mahdia.GetAsync(Mahdia.Origin + "/specs/" + file, "*/*");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(JsonValueKind.Object, JsonElement.Parse(await answer.Content.ReadAsStringAsync()).ValueKind);
    }

    [Fact]
    public async Task A_schema_finds_what_does_not_fit()
    {
        var checkpoint = JsonNode.Parse((await ServedAsync("checkpoint")).GetRawText())!;
        checkpoint["root"] = "abc";
        Assert.NotEmpty(Schema.Load("checkpoint").Faults(JsonElement.Parse(checkpoint.ToJsonString())));
        checkpoint.AsObject().Remove("proof");
        Assert.NotEmpty(Schema.Load("checkpoint").Faults(JsonElement.Parse(checkpoint.ToJsonString())));
    }

    private async Task<JsonElement> ServedAsync(string name)
    {
        if (name == "file-head")
        {
            await using var zip = new GZipStream(await Mahdia.Api.GetStreamAsync("/api/copies/file"), CompressionMode.Decompress);
            using var lines = new StreamReader(zip);
            return JsonElement.Parse((await lines.ReadLineAsync())!);
        }

        return await Mahdia.DocumentAsync(Mahdia.Origin + name switch
        {
            "buckets" => $"/digest?bucket={Digest.BucketOf(Mahdia.Address(practice)):x2}",
            "changes" => "/changes?after=0",
            "history" => $"/practice/{practice}/history?below={await EditedAsync() + 1}",
            "contributions" => $"/practice/{practice}/contributions?page={await AskedAsync()}",
            _ => "/" + name,
        });
    }

    /// <summary>The revision of the practice after one word more.</summary>
    private async Task<int> EditedAsync() => await Mahdia.EditAsync(practice, Samples.Practice("Pressoir partagé", "Nous réparons **tous ensemble**."), seen: 1);

    /// <summary>The page on which a question about the practice stands.</summary>
    private async Task<int> AskedAsync()
    {
        var note = new Note { About = new() { Key = "practice/" + practice }, AboutRevision = 1, AboutName = MultilingualText.Of("fr", "Pressoir partagé"), IsQuestion = true, Text = MultilingualText.Of("fr", "Qui garde la clé ?") };
        await Mahdia.NoteAsync(Samples.NewId(), note);
        return 0;
    }

    /// <summary>As Mahdia would serve it; what is long and says nothing to a reader is cut.</summary>
    private string Example(JsonElement served)
    {
        var text = served.GetRawText().Replace(Mahdia.Origin, "https://mahdia.example.org", StringComparison.Ordinal).Replace(Mahdia.Authority, "mahdia.example.org", StringComparison.Ordinal);
        var node = JsonNode.Parse(text)!;
        Shorten(node);
        return node.ToJsonString(Readable);
    }

    private static void Shorten(JsonNode? node)
    {
        if (node is JsonObject members)
        {
            foreach (var (name, value) in members.ToList())
            {
                if (name == "@context")
                {
                    members[name] = new JsonArray("https://www.w3.org/ns/activitystreams", "…");
                }
                else if (name is "proofValue" or "publicKeyMultibase" or "publicKeyPem")
                {
                    members[name] = "…";
                }
                else
                {
                    Shorten(value);
                }
            }
        }
        else if (node is JsonArray items)
        {
            foreach (var item in items)
            {
                Shorten(item);
            }
        }
    }

    private static IEnumerable<string> Members(JsonElement document) => document.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal);
}
