using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Citess.ActivityPub.Proofs;
using Citess.Network.Tests.House;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Blobs;
using Citess.Poles.Practices;
using Xunit;

namespace Citess.Network.Tests.Federation.Rules;

/// <summary>Rule 12: images and documents of Mahdia, and how they come to whoever may see the record that names them.</summary>
[Collection(ThreePolesCollection.Name)]
public sealed class BlobTests(ThreePoles poles)
{
    private RunningPole Mahdia => poles.Network.Mahdia;

    private RunningPole Barcelona => poles.Network.Barcelona;

    private RunningPole SidiBouzid => poles.Network.SidiBouzid;

    [Fact]
    public async Task Rule_12_a_blob_is_named_by_its_hash_inside_the_proof_and_follows_its_record()
    {
        var (image, bytes) = Image();
        var paper = Paper(out var text);
        var id = Samples.NewId();
        using (var missing = await Mahdia.PutAsync(id, With(image), Audience.Public, seen: null))
        {
            Assert.Equal(HttpStatusCode.BadRequest, missing.StatusCode);
        }

        await BringAsync(image, bytes);
        await BringAsync(paper, text);
        await Mahdia.CreateAsync(id, With(image) with { Attachments = [paper] });
        var document = await Mahdia.DocumentAsync(Mahdia.Address(id));
        var named = document.GetProperty("image")[0];
        Assert.Equal(("Image", $"{Mahdia.Origin}/blob/{image.Hash}", "image/png", bytes.Length), (named.GetProperty("type").GetString(), named.GetProperty("url").GetString(), named.GetProperty("mediaType").GetString(), named.GetProperty("size").GetInt32()));
        Assert.Equal(DigestMultibase.Encode(SHA256.HashData(bytes)), named.GetProperty("digestMultibase").GetString());
        Assert.Equal("فرن", named.GetProperty("nameMap").GetProperty("ar").GetString());
        Assert.Equal("Document", document.GetProperty("attachment")[0].GetProperty("type").GetString());
        Proofs.Holds(document, await Mahdia.ActorAsync());
        Assert.False(Proofs.DoesHold(JsonElement.Parse(document.GetRawText().Replace(DigestMultibase.Encode(SHA256.HashData(bytes)), DigestMultibase.Encode(SHA256.HashData(text)), StringComparison.Ordinal)), await Mahdia.ActorAsync()));

        foreach (var pole in new[] { Mahdia, Barcelona, SidiBouzid })
        {
            await HasAsync(pole, image.Hash);
            await HasAsync(pole, paper.Hash);
            using var served = await pole.GetAsync($"{pole.Origin}/blob/{image.Hash}", "application/activity+json");
            Assert.Equal(bytes, await served.Content.ReadAsByteArrayAsync());
            Assert.Equal(("image/png", "attachment", "public, max-age=86400, immutable"), (served.Content.Headers.ContentType!.ToString(), served.Content.Headers.ContentDisposition!.ToString(), string.Join(", ", served.Headers.GetValues("Cache-Control"))));
            Assert.Equal(["nosniff"], served.Headers.GetValues("X-Content-Type-Options"));
            Assert.Contains("default-src 'none'; sandbox", served.Headers.GetValues("Content-Security-Policy"));
        }

        // What the record names no more goes, and with the record all of it.
        await Mahdia.EditAsync(id, With() with { Attachments = [paper] }, seen: 1);
        await LacksAsync(Barcelona, image.Hash);
        await HasAsync(Barcelona, paper.Hash);
        await Mahdia.WithdrawAsync(id, seen: 2);
        await LacksAsync(Barcelona, paper.Hash);
        using var gone = await Mahdia.GetAsync($"{Mahdia.Origin}/blob/{paper.Hash}");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task Rule_12_a_blob_is_seen_by_whom_its_record_is_for_and_looks_missing_to_everybody_else()
    {
        var (shared, listed, own) = (Image(), Image(), Image());
        foreach (var (link, bytes) in new[] { shared, listed, own })
        {
            await BringAsync(link, bytes);
        }

        var (forAll, forOne) = (Samples.NewId(), Samples.NewId());
        await Mahdia.CreateAsync(forAll, With(shared.Link), Audience.Network);
        await Mahdia.ListAsync(forOne, With(listed.Link), seen: null, Barcelona);
        await Mahdia.CreateAsync(Samples.NewId(), With(own.Link), Audience.Own);
        await HasAsync(Barcelona, shared.Link.Hash);
        await HasAsync(Barcelona, listed.Link.Hash);
        await HasAsync(SidiBouzid, shared.Link.Hash);

        using var partner = await PoleVoice.OfAsync(Barcelona);
        using var other = await PoleVoice.OfAsync(SidiBouzid);
        await using var mallory = await Mallory.StartAsync();
        string At(BlobLink link) => $"{Mahdia.Origin}/blob/{link.Hash}";
        foreach (var (asked, status) in new[]
        {
            (partner.GetAsync(At(shared.Link)), HttpStatusCode.OK), (partner.GetAsync(At(listed.Link)), HttpStatusCode.OK), (partner.GetAsync(At(own.Link)), HttpStatusCode.NotFound),
            (other.GetAsync(At(shared.Link)), HttpStatusCode.OK), (other.GetAsync(At(listed.Link)), HttpStatusCode.NotFound),
            (mallory.GetAsync(At(shared.Link)), HttpStatusCode.NotFound), (mallory.GetAsync(At(listed.Link)), HttpStatusCode.NotFound),
            (Mahdia.GetAsync(At(shared.Link)), HttpStatusCode.NotFound), (Mahdia.GetAsync($"{Mahdia.Origin}/blob/{new string('0', 64)}"), HttpStatusCode.NotFound),

            // A copy is shown to its holder's people alone, and given to no third pole.
            (partner.GetAsync($"{SidiBouzid.Origin}/blob/{shared.Link.Hash}"), HttpStatusCode.NotFound),
            (Barcelona.Api.GetAsync($"{Barcelona.Origin}/api/blobs/{listed.Link.Hash}"), HttpStatusCode.OK), (Mahdia.Api.GetAsync($"{Mahdia.Origin}/api/blobs/{own.Link.Hash}"), HttpStatusCode.OK),
        })
        {
            using var answer = await asked;
            Assert.True(answer.StatusCode == status && answer.Headers.CacheControl?.NoStore == true, $"{answer.RequestMessage!.RequestUri}: {answer}");
        }
    }

    [Fact]
    public async Task Rule_12_repair_a_third_pole_and_a_file_carry_blobs_and_take_none_that_is_not_what_its_hash_says()
    {
        var (image, bytes) = Image();
        await BringAsync(image, bytes);
        var id = Samples.NewId();
        await Mahdia.CreateAsync(id, With(image));
        await HasAsync(Barcelona, image.Hash);
        await HasAsync(SidiBouzid, image.Hash);

        // Lost, while Mahdia has other bytes under that name, and so has the third pole that may be asked as well.
        var other = Image().Bytes;
        await NameAsync(other);
        await LoseAsync();
        await Barcelona.CompareAsync(Mahdia);
        await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
        Assert.Equal(0, await CountAsync(Barcelona, image.Hash));
        await NameAsync(bytes);
        await Barcelona.CompareAsync(Mahdia);
        await HasAsync(Barcelona, image.Hash);

        // In a file, after the documents.
        await LoseAsync();
        var lines = await ExportAsync(image.Hash);
        Assert.Equal(image.Hash, JsonElement.Parse(lines[^1]).GetProperty("blob").GetString());
        var altered = lines[^1].Replace("\"base64\":\"iVBORw0KGgoA", "\"base64\":\"iVBORw0KGgoB", StringComparison.Ordinal);
        Assert.NotEqual(lines[^1], altered);
        var unknown = Image();
        var report = await Barcelona.ImportAsync([.. lines[..^1], altered, BlobLine(unknown)]);
        Assert.Equal((0, 2), (report.Blobs, report.Refused));
        Assert.Equal(0, await CountAsync(Barcelona, image.Hash));
        report = await Barcelona.ImportAsync(lines);
        Assert.Equal((1, 0), (report.Blobs, report.Refused));
        Assert.Equal(1, await CountAsync(Barcelona, image.Hash));

        // Through Sidi Bouzid, when Mahdia is off.
        await LoseAsync();
        await Mahdia.Process.KillAsync();
        await Barcelona.CompareAsync(Mahdia, TimeSpan.FromSeconds(60));
        await HasAsync(Barcelona, image.Hash);
        await Mahdia.Process.StartAsync();

        async Task NameAsync(byte[] under)
        {
            foreach (var pole in new[] { Mahdia, SidiBouzid })
            {
                Assert.Equal(1, await pole.TamperAsync("UPDATE blob SET bytes = @under WHERE hash = @Hash", new { under, image.Hash }));
            }
        }

        async Task LoseAsync() => Assert.Equal(1, await Barcelona.TamperAsync("DELETE FROM blob WHERE hash = @Hash", new { image.Hash }));
    }

    [Fact]
    public async Task Only_what_is_one_of_four_types_and_what_its_hash_says_is_taken_and_nothing_else_is_kept()
    {
        var before = await Mahdia.Database.QueryAsync<string>("SELECT hash FROM blob ORDER BY hash");
        var (link, bytes) = Image();
        foreach (var (type, hash, body) in new[]
        {
            ("image/png", Hash(bytes).Replace(Hash(bytes)[..1], Hash(bytes)[..1] == "0" ? "1" : "0", StringComparison.Ordinal), bytes),
            ("image/png", Hash(bytes).ToUpperInvariant(), bytes),
            ("image/jpeg", link.Hash, bytes),
            ("image/svg+xml", link.Hash, bytes),
            ("application/activity+json", link.Hash, bytes),
            ("image/png", Hash("<html>"u8.ToArray()), "<html>"u8.ToArray()),
            ("image/png", Hash([.. bytes, .. new byte[BlobLink.MaxBytes]]), [.. bytes, .. new byte[BlobLink.MaxBytes]]),
        })
        {
            using var answer = await PutAsync(Mahdia.Api, hash, type, body);
            Assert.Equal(type is "image/svg+xml" or "application/activity+json" ? HttpStatusCode.UnsupportedMediaType : HttpStatusCode.BadRequest, answer.StatusCode);
        }

        using (var stranger = await PutAsync(Mahdia.Process.Http, link.Hash, "image/png", bytes))
        {
            Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
        }

        Assert.Equal(before, await Mahdia.Database.QueryAsync<string>("SELECT hash FROM blob ORDER BY hash"));
    }

    private static Practice With(params BlobLink[] images) => Samples.Practice("Four de village") with { Images = [.. images] };

    /// <summary>Begins as a PNG does; what follows is different each time.</summary>
    [Fact]
    public async Task A_picture_with_the_notes_of_a_camera_is_refused_under_its_own_hash_and_taken_without_them()
    {
        var camera = Camera();
        using (var refused = await PutAsync(Mahdia.Api, Hash(camera), "image/jpeg", camera))
        {
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.Contains("POST it to /api/blobs", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Equal(0, await CountAsync(Mahdia, Hash(camera)));
        using var content = new ByteArrayContent(camera);
        content.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        using var answer = await Mahdia.Api.PostAsync("/api/blobs", content);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        var link = await answer.Content.ReadFromJsonAsync<BlobLink>(StateJson.Options);
        Assert.Equal((1L, "image/jpeg"), (await CountAsync(Mahdia, link!.Hash), link.MediaType));
    }

    /// <summary>A JPEG of one colour, with a segment of Exif behind its beginning.</summary>
    private static byte[] Camera()
    {
        using var bitmap = new SkiaSharp.SKBitmap(8, 8);
        bitmap.Erase(SkiaSharp.SKColors.Olive);
        var bytes = bitmap.Encode(SkiaSharp.SKEncodedImageFormat.Jpeg, 80).ToArray();
        return [.. bytes[..2], 0xff, 0xe1, 0, 12, .. "Exif\0\0abcd"u8, .. bytes[2..]];
    }

    private static (BlobLink Link, byte[] Bytes) Image()
    {
        byte[] bytes = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, .. RandomNumberGenerator.GetBytes(2000)];
        return (new() { Hash = Hash(bytes), MediaType = "image/png", Size = bytes.Length, Name = MultilingualText.Of("fr", "Le four", ("ar", "فرن")) }, bytes);
    }

    private static BlobLink Paper(out byte[] bytes)
    {
        bytes = [.. "%PDF-1.7\n"u8, .. RandomNumberGenerator.GetBytes(500)];
        return new() { Hash = Hash(bytes), MediaType = "application/pdf", Size = bytes.Length, Name = MultilingualText.Of("fr", "Le plan") };
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static string BlobLine((BlobLink Link, byte[] Bytes) image) =>
        $$"""{"blob":"{{image.Link.Hash}}","mediaType":"image/png","base64":"{{Convert.ToBase64String(image.Bytes)}}"}""";

    private async Task BringAsync(BlobLink link, byte[] bytes)
    {
        using var answer = await PutAsync(Mahdia.Api, link.Hash, link.MediaType, bytes);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<HttpResponseMessage> PutAsync(HttpClient http, string hash, string type, byte[] bytes)
    {
        using var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return await http.PutAsync("/api/blobs/" + hash, content);
    }

    private static async Task<long> CountAsync(RunningPole pole, string hash) => (await pole.Database.QueryAsync<long>("SELECT count(*) FROM blob WHERE hash = @hash", new { hash }))[0];

    private static Task HasAsync(RunningPole pole, string hash) => Eventually.TrueAsync(
        async () => await CountAsync(pole, hash) == 1, () => $"{pole.Name} has not {hash}.\n{string.Join('\n', pole.Process.Output)}", TimeSpan.FromSeconds(60));

    private static Task LacksAsync(RunningPole pole, string hash) => Eventually.TrueAsync(async () => await CountAsync(pole, hash) == 0, $"{pole.Name} still has {hash}.");

    /// <summary>What Mahdia gives to everyone, with this one blob: those of other tests may stand among them.</summary>
    private async Task<List<string>> ExportAsync(string hash) =>
        [.. (await Mahdia.ExportAsync(isPublic: true)).Where(line => !line.StartsWith("{\"blob\"", StringComparison.Ordinal) || line.Contains(hash, StringComparison.Ordinal))];
}
