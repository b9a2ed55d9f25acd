using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Citess.ActivityPub.Repair;
using Citess.ActivityPub.Signatures;
using Citess.ActivityPub.Vocabulary;
using Citess.Network.Tests.House;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Citess.Network.Tests.Federation.BadInput;

[Collection(BadInputCollection.Name)]
public sealed class EndlessWorkTests(BadInputPole pole)
{
    [Fact, BadInput("endless work")]
    public async Task Redirects_that_lead_in_a_circle_are_followed_three_times()
    {
        pole.Web.Redirects("http://circle.example/k", "http://circle.example/l");
        pole.Web.Redirects("http://circle.example/l", "http://circle.example/m");
        pole.Web.Redirects("http://circle.example/m", "http://circle.example/n");
        pole.Web.Redirects("http://circle.example/n", "http://circle.example/k");
        await pole.RefusesAsync([Keyed("http://circle.example/k", "401 key-not-found")], [.. "klmn".Select(name => "GET http://circle.example/" + name)]);
    }

    [Fact, BadInput("endless work")]
    public async Task A_key_host_that_breaks_a_thousand_times_is_asked_once()
    {
        pole.Web.Breaks("http://broken-keys.example/0", 503);
        await pole.RefusesAsync(Enumerable.Range(0, 1000).Select(number => Keyed("http://broken-keys.example/" + number, "401 key-unreachable")), "GET http://broken-keys.example/0");
    }

    [Fact, BadInput("endless work")]
    public async Task A_key_host_that_has_none_of_a_thousand_keys_is_asked_for_few_of_them()
    {
        // Else anybody could aim the requests of a pole at any host, one for one. Now and then one goes through, for the sake of
        // the host's own new keys.
        var (asked, watch) = (pole.Web.Asked.Count, System.Diagnostics.Stopwatch.StartNew());
        var keys = Enumerable.Range(0, 1000).Select(number => "http://few-keys.example/" + number).ToList();
        await pole.RefusesAsync(keys.Select(key => Keyed(key, "401 key-not-found")), [.. keys.Select(key => "GET " + key)]);
        Assert.InRange(pole.Web.Asked.Count - asked, 20, 21 + (int)(watch.Elapsed.TotalSeconds / 5));
    }

    [Fact, BadInput("endless work")]
    public async Task A_key_that_drips_byte_by_byte_is_given_up_and_nobody_else_waits_for_it()
    {
        pole.Web.Answers("http://dripping.example/k", async http =>
        {
            http.Response.ContentType = Ap.MediaType;
            while (!http.RequestAborted.IsCancellationRequested)
            {
                await http.Response.Body.WriteAsync("{"u8.ToArray());
                await http.Response.Body.FlushAsync();
                await Task.Delay(500, CancellationToken.None);
            }
        });
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await pole.RefusesAsync(
            [
                new("many at once", "401 key-unreachable", async () =>
                {
                    var slow = Enumerable.Range(0, 50).Select(number => Keyed("http://dripping.example/k", "").RunAsync()).ToList();
                    Assert.Equal("422 verb-not-spoken", await pole.PostAsync(pole.Mallory.Say("Listen", pole.Actor), pole.Mallory));
                    Assert.Contains(slow, each => !each.IsCompleted);
                    return (await Task.WhenAll(slow)).Distinct(StringComparer.Ordinal).Single();
                }),
            ],
            "GET http://dripping.example/k");
        Assert.InRange(watch.Elapsed.TotalSeconds, 4, 25);
    }

    [Fact, BadInput("endless work")]
    public async Task Hostile_pages_bombs_and_bodies_without_end_are_read_no_further_than_their_limit()
    {
        var read = pole.Web.BytesRead;
        pole.Web.Shows("http://html.example/k", "<a href=http://html.example/>" + string.Concat(Enumerable.Repeat("<div><p>", 120_000)), "text/html");
        pole.Web.Shows("http://deep.example/k", string.Concat(Enumerable.Repeat("[", 900_000)));
        pole.Web.Answers("http://endless.example/k", http => EndlessAsync(http, new byte[65_536], encoding: null));
        pole.Web.Answers("http://bomb.example/k", http => EndlessAsync(http, Zeros(), "gzip"));
        await pole.RefusesAsync(
            new[] { "html", "deep", "endless", "bomb" }.Select(host => Keyed($"http://{host}.example/k", "401 key-not-found")),
            [.. new[] { "html", "deep", "endless", "bomb" }.Select(host => $"GET http://{host}.example/k")]);

        // One body of 1 MiB plain, one of as many bytes in HTML that are not read, and what lies in the sockets.
        Assert.InRange(pole.Web.BytesRead - read, 1 << 20, 8 << 20);

        async Task EndlessAsync(Microsoft.AspNetCore.Http.HttpContext http, byte[] chunk, string? encoding)
        {
            http.Response.ContentType = Ap.MediaType;
            http.Response.Headers.ContentEncoding = encoding;
            while (!http.RequestAborted.IsCancellationRequested)
            {
                await http.Response.Body.WriteAsync(chunk, http.RequestAborted);
            }
        }
    }

    [Fact, BadInput("endless work")]
    public async Task Names_without_end_under_one_domain_lead_to_one_request_each_and_to_no_further_name()
    {
        // Each document names another on a host that was never heard of, as its owner, its key and its id.
        for (var number = 0; number < 10; number++)
        {
            var next = $"http://n{number + 1}.wild.example/actor";
            pole.Web.Shows($"http://n{number}.wild.example/actor", new JsonObject { ["id"] = next, ["type"] = "Person", ["inbox"] = next, ["owner"] = next, ["publicKeyPem"] = pole.Mallory.Rsa.PublicPem, ["publicKey"] = next }.ToJsonString());
        }

        await pole.RefusesAsync([Keyed("http://n0.wild.example/actor", "401 key-not-found")], "GET http://n0.wild.example/actor", "GET http://n1.wild.example/actor");
    }

    [Theory, BadInput("endless work")]
    [InlineData("leads-back")]
    [InlineData("empty-for-ever")]
    [InlineData("stands-still")]
    public async Task A_changes_feed_that_leads_back_or_never_ends_is_left_after_few_pages(string kind)
    {
        using var endless = new Figure(pole.Web, kind + ".example");
        endless.Show(document =>
        {
            (document["revision"], document["changes"], document["digest"], document["checkpoint"]) = (1, endless.Origin + "/changes", endless.Origin + "/digest", endless.Origin + "/checkpoint");
        });
        pole.Web.Shows(endless.Origin + "/checkpoint", Encoding.UTF8.GetString(Checkpoint.Sign(
            endless.Origin + "/checkpoint", endless.Id, Addresses.Public, new Cursor("e", int.MaxValue), int.MaxValue, new string('0', 64), endless.Ed25519, TimeProvider.System.GetUtcNow())));
        var pages = 0;
        foreach (var (number, cursor) in kind switch { "empty-for-ever" => [(0, 1), (1, 2), (2, 3)], "leads-back" => [(0, 1), (1, 0)], _ => new[] { (0, 1), (1, 1) } })
        {
            foreach (var has in Enumerable.Range(0, number + 1))
            {
                var address = $"{endless.Origin}/changes?after=e.{number}" + (has == number ? "" : "&has=e." + has);
                pole.Web.Answers(address, async http =>
                {
                    Interlocked.Increment(ref pages);
                    http.Response.ContentType = Ap.MediaType;
                    await http.Response.WriteAsync(new JsonObject
                    {
                        ["id"] = address,
                        ["type"] = "OrderedCollectionPage",
                        ["cursor"] = "e." + cursor,
                        ["orderedItems"] = kind == "empty-for-ever" ? [] : new JsonArray(endless.Practice(endless.NewId("practice"))),
                        ["next"] = endless.Origin + "/changes?after=e.9",
                    }.ToJsonString());
                });
            }
        }

        using (var wanted = await pole.Api.PostAsJsonAsync("/api/copies", new { address = endless.Id }))
        {
            Assert.True(wanted.IsSuccessStatusCode, await wanted.Content.ReadAsStringAsync());
        }

        await Eventually.TrueAsync(
            async () => (await pole.Database.QueryAsync<string?>("SELECT problem FROM repair WHERE origin = @Authority", new { endless.Authority })) is ["unfit"],
            () => $"Mahdia still reads: {pages} pages.",
            TimeSpan.FromSeconds(30));
        await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
        Assert.Equal(kind == "empty-for-ever" ? 1 : 2, pages);
        Assert.InRange((await pole.Database.QueryAsync<long>("SELECT count(*) FROM document WHERE origin = @Authority AND key LIKE 'practice/%'", new { endless.Authority }))[0], 0, 1);
    }

    private static byte[] Zeros()
    {
        using var compressed = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(compressed, System.IO.Compression.CompressionLevel.SmallestSize))
        {
            gzip.Write(new byte[8 << 20]);
        }

        return compressed.ToArray();
    }

    private Attack Keyed(string keyId, string answer) => new(keyId, answer, async () =>
    {
        using var key = RsaKeyPair.Import(keyId, pole.Mallory.Rsa.ExportPrivatePem());
        return await pole.PostAsync(Encoding.UTF8.GetBytes(pole.Mallory.Create().ToJsonString()), key);
    });
}
