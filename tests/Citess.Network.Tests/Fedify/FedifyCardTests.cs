using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Citess.Network.Tests.Federation;
using Xunit;

namespace Citess.Network.Tests.Fedify;

/// <summary>
/// Software that knows nothing of our kinds looks up one public thing of each, at each pole of the demo: it knows the type, says
/// what the thing is and whose, and leads people to a page.
/// </summary>
public sealed class FedifyCardTests : IAsyncLifetime
{
    private static readonly Dictionary<string, string> Classes = new(StringComparer.Ordinal)
    {
        ["actor"] = "Profile",
        ["addition"] = "Add",
        ["adoption"] = "Note",
        ["call"] = "Page",
        ["collection"] = "Article",
        ["concept"] = "Article",
        ["decision"] = "Note",
        ["note"] = "Note",
        ["offering"] = "Proposal",
        ["pole"] = "Organization",
        ["practice"] = "Article",
        ["review"] = "Note",
        ["server"] = "Application",
        ["service"] = "Page",
        ["translation"] = "Note",
        ["want"] = "Proposal",
    };

    private readonly string folder = Directory.CreateTempSubdirectory("citess-cards-").FullName;
    private readonly HttpClient http = new();
    private DemoRun demo = default!;
    private FedifyPeer fedify = default!;

    public async ValueTask InitializeAsync()
    {
        demo = new(folder, DemoRun.FreePorts());
        fedify = await FedifyPeer.StartAsync();
        await demo.ReadyAsync();
        http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
    }

    public async ValueTask DisposeAsync()
    {
        await fedify.DisposeAsync();
        await demo.DisposeAsync();
        http.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Each_kind_of_public_thing_has_a_useful_card()
    {
        List<string> table = [], poor = [], kinds = [];
        for (var pole = 0; pole < 3; pole++)
        {
            foreach (var (kind, (address, language)) in await ExamplesAsync(demo.Origin(pole)))
            {
                kinds.Add(kind);
                var card = await fedify.CardAsync(address);
                var faults = await FaultsAsync(kind, address, language, card).ToListAsync(TestContext.Current.CancellationToken);
                poor.AddRange(faults.Select(fault => $"{address}: {fault}"));
                table.Add(string.Create(CultureInfo.InvariantCulture, $"| {kind,-11} | {card?.Class,-12} | {language,-3} | {Brief(Said(card, language)),-60} | {card?.Published,-28} | {card?.Owner?.Name,-20} | {(faults.Count == 0 ? "ok" : string.Join(", ", faults))} |"));
            }
        }

        TestContext.Current.TestOutputHelper!.WriteLine(string.Join('\n', table.Order(StringComparer.Ordinal)));
        Assert.True(poor.Count == 0, string.Join('\n', poor.Concat(table)));
        Assert.Equal(Classes.Keys.Order(StringComparer.Ordinal), kinds.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    private async IAsyncEnumerable<string> FaultsAsync(string kind, string address, string language, FedifyCard? card)
    {
        if (card is null)
        {
            yield return "not found";
            yield break;
        }

        var isActor = kind is "pole" or "server";
        if (card.Class != Classes[kind])
        {
            yield return "is a " + card.Class;
        }

        if (Said(card, language) is not { Length: > 0 })
        {
            yield return "says nothing in " + language;
        }

        if (card.Published is null && kind != "server")
        {
            yield return "no published";
        }

        if (!isActor && card.Owner is not { Class: "Organization", Name.Length: > 0 })
        {
            yield return "is nobody's";
        }

        if (card.Class == "Note" && card.InReplyTo is null)
        {
            yield return "answers nothing";
        }

        using var page = await http.GetAsync(card.Url ?? address + "?none");
        if (card.Url is null || page is not { StatusCode: HttpStatusCode.OK, Content.Headers.ContentType.MediaType: "text/html" })
        {
            yield return $"url {card.Url} is {(int)page.StatusCode} {page.Content.Headers.ContentType?.MediaType}";
        }
    }

    /// <summary>The words of the card in the language of the thing; of an activity, those of what it is about.</summary>
    private static string? Said(FedifyCard? card, string language) =>
        card is null ? null
        : card.About is { } about ? about.Names.GetValueOrDefault(language) ?? about.Contents.GetValueOrDefault(language)
        : card.Class == "Note" ? card.Contents.GetValueOrDefault(language) : card.Names.GetValueOrDefault(language) ?? (card.Names.Count == 0 ? card.Name : null);

    private static string Brief(string? text) => text is null ? "" : text.ReplaceLineEndings(" ") is { Length: > 60 } longer ? longer[..59] + "…" : text.ReplaceLineEndings(" ");

    /// <summary>The first of each kind in what anybody may read of a pole, with the language that it is in.</summary>
    private async Task<IReadOnlyDictionary<string, (string Address, string Language)>> ExamplesAsync(string origin)
    {
        var examples = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        var next = origin + "/changes?after=0";
        while (next is not null)
        {
            var page = await ReadAsync(next);
            foreach (var document in page.GetProperty("orderedItems").EnumerateArray().Where(each => each.GetProperty("type").GetString() is not ("Tombstone" or "Remove")))
            {
                var kind = document.GetProperty("kind").GetString()!;
                var isAdded = document.TryGetProperty("result", out var kept);
                examples.TryAdd(kind, (isAdded ? kept.GetString()! : document.GetProperty("id").GetString()!, (isAdded ? document.GetProperty("object") : document).GetProperty("sourceLanguage").GetString()!));
                if (kind == "pole")
                {
                    examples.TryAdd("server", (document.GetProperty("generator").GetProperty("id").GetString()!, ""));
                }
            }

            next = page.TryGetProperty("next", out var more) ? more.GetString() : null;
        }

        return examples;
    }

    private async Task<JsonElement> ReadAsync(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.Add(new("application/activity+json"));
        using var answer = await http.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, $"{address}: {(int)answer.StatusCode}");
        return JsonElement.Parse(await answer.Content.ReadAsStringAsync());
    }
}
