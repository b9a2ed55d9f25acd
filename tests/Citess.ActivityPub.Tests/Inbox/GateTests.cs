using System.Security.Cryptography;
using System.Text;
using Citess.ActivityPub.Inbox;
using Xunit;

namespace Citess.ActivityPub.Tests.Inbox;

/// <summary>Steps 1 to 8, and 10.</summary>
public sealed class GateTests
{
    private readonly Doorway door = new();
    private readonly string hello = Pole.Barcelona.Says("Follow", $"\"{Pole.Mahdia.Id}\"");

    [Fact]
    public async Task What_is_in_order_is_accepted_word_for_word()
    {
        var accepted = Assert.IsType<GateVerdict.Accepted>(await door.Judge(hello, Pole.Barcelona));
        Assert.Equal(hello, Encoding.UTF8.GetString(accepted.Raw.Span));
        Assert.Equal(SHA256.HashData(Encoding.UTF8.GetBytes(hello)), accepted.Hash.ToArray());
        Assert.Equal((Pole.Barcelona.Id, "Follow", "https://barcelona.example/activity/1", false), (accepted.Signer.Id, accepted.Verb, accepted.ActivityId, accepted.IsFetched));
        Assert.Equal([Pole.Barcelona.Id], door.Kept);
    }

    [Fact]
    public async Task An_identical_repeat_is_accepted_without_effect_and_another_content_under_its_id_is_refused()
    {
        door.SeenHashes["https://barcelona.example/activity/1"] = SHA256.HashData(Encoding.UTF8.GetBytes(hello));
        Assert.Equal("https://barcelona.example/activity/1", Assert.IsType<GateVerdict.Repeated>(await door.Judge(hello, Pole.Barcelona)).ActivityId);
        door.Refuses(GateReason.IdReused, await door.Judge(hello.Replace("\"Follow\"", "\"Undo\"", StringComparison.Ordinal), Pole.Barcelona), Pole.Barcelona);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused_before_anything_else() =>
        door.Refuses(GateReason.TooLarge, await door.Judge(hello[..^1] + ",\"content\":\"" + new string('x', 1 << 20) + "\"}", Pole.Barcelona));

    [Theory]
    [InlineData("not json")]
    [InlineData("")]
    [InlineData("{}{}")]
    [InlineData("""{"id":"https://barcelona.example/activity/1","id":"https://barcelona.example/activity/2"}""")]
    [InlineData("""{"actor":"https://mallory.example/mallory","\u0061ctor":"https://barcelona.example/pole"}""")]
    public async Task Bytes_that_two_readers_may_read_differently_are_refused(string body) => door.Refuses(GateReason.MalformedJson, await door.Judge(body, Pole.Barcelona));

    [Fact]
    public async Task A_body_of_great_depth_or_a_list_of_great_length_is_refused()
    {
        door.Refuses(GateReason.MalformedJson, await door.Judge(hello[..^1] + ",\"tag\":" + new string('[', 2000) + new string(']', 2000) + "}", Pole.Barcelona));
        door.Refuses(GateReason.MalformedJson, await door.Judge(hello[..^1] + ",\"to\":[" + string.Join(',', Enumerable.Repeat("1", 1001)) + "]}", Pole.Barcelona));
    }

    [Theory]
    [InlineData(""","@graph":[]""")]
    [InlineData(""","@included":[{"id":"https://barcelona.example/x"}]""")]
    [InlineData(""","tag":[{"name":{"@reverse":{}}}]""")]
    [InlineData(""","@context":{"hidden":"@graph"}""")]
    [InlineData(""","@context":[{"hidden":{"@id":"@included"}}]""")]
    [InlineData(""","@context":{"children":{"@reverse":"https://www.w3.org/ns/activitystreams#object"}}""")]
    [InlineData(""","\u0040graph":[]""")]
    public async Task A_document_that_json_ld_would_rearrange_is_refused(string member)
    {
        var body = $$"""{"id":"https://barcelona.example/activity/1","type":"Follow","actor":"{{Pole.Barcelona.Id}}","object":"{{Pole.Mahdia.Id}}"{{member}}}""";
        door.Refuses(GateReason.RestructuredJsonLd, await door.Judge(body, Pole.Barcelona));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("\"Follow\"")]
    [InlineData("""{"type":"Follow","actor":"https://barcelona.example/pole"}""")]
    [InlineData("""{"id":"https://barcelona.example/a","actor":"https://barcelona.example/pole"}""")]
    [InlineData("""{"id":"https://barcelona.example/a","type":"Follow"}""")]
    [InlineData("""{"id":"https://barcelona.example/a","type":["Follow","Delete"],"actor":"https://barcelona.example/pole"}""")]
    [InlineData("""{"id":"https://barcelona.example/a","type":"Follow","actor":["https://barcelona.example/pole","https://mallory.example/mallory"]}""")]
    [InlineData("""{"id":"https://barcelona.example/a","type":"Follow","as:actor":"https://barcelona.example/pole"}""")]
    [InlineData("""{"id":"https://barcelona.example/a","type":"Follow","https://www.w3.org/ns/activitystreams#actor":"https://barcelona.example/pole"}""")]
    public async Task What_is_no_single_activity_of_a_single_actor_is_refused(string body) => door.Refuses(GateReason.NotAnActivity, await door.Judge(body, Pole.Barcelona));

    [Fact]
    public async Task A_request_without_signature_is_refused()
    {
        door.Refuses(GateReason.SignatureMissing, await door.Gate.JudgeAsync(door.Post(hello, Pole.Barcelona.Key, headers => headers.Remove("signature"))));
        Assert.Empty(door.Fetched);
    }

    [Fact]
    public async Task Two_signatures_are_none()
    {
        door.Refuses(GateReason.SignatureMalformed, await door.Gate.JudgeAsync(door.Post(hello, Pole.Barcelona.Key, headers => headers["signature"].Add(headers["signature"][0]))));
        Assert.Empty(door.Fetched);
    }

    [Theory]
    [InlineData("rsa-sha256", "none", GateReason.SignatureMalformed)]
    [InlineData("rsa-sha256", "hmac-sha256", GateReason.SignatureMalformed)]
    [InlineData("signature=\"", "signature=\"!", GateReason.SignatureMalformed)]
    [InlineData("headers=\"(request-target) host date digest\"", "headers=\"\"", GateReason.NotCovered)]
    [InlineData("headers=\"(request-target) host date digest\"", "headers=\"host date digest\"", GateReason.NotCovered)]
    [InlineData("headers=\"(request-target) host date digest\"", "headers=\"(request-target) date digest\"", GateReason.NotCovered)]
    [InlineData("headers=\"(request-target) host date digest\"", "headers=\"(request-target) host date\"", GateReason.NotCovered)]
    [InlineData("headers=\"(request-target) host date digest\"", "headers=\"(request-target) host digest\"", GateReason.OutsideWindow)]
    [InlineData("keyId=\"https://barcelona.example/pole#main-key\"", "keyId=\"main-key\"", GateReason.KeyAddress)]
    [InlineData("keyId=\"https://barcelona.example/pole#main-key\"", "keyId=\"http://barcelona.example/pole#main-key\"", GateReason.KeyAddress)]
    [InlineData("keyId=\"https://barcelona.example/pole#main-key\"", "keyId=\"https://2130706433/pole#main-key\"", GateReason.KeyAddress)]
    [InlineData("keyId=\"https://barcelona.example/pole#main-key\"", "keyId=\"https://barcelona.example/pole#other\"", GateReason.KeyNotFound)]
    [InlineData("keyId=\"https://barcelona.example/pole#main-key\"", "keyId=\"https://mallory.example/mallory#main-key\"", GateReason.SignatureWrong)]
    public async Task A_signature_that_says_too_little_is_refused(string what, string into, GateReason reason)
    {
        var request = door.Post(hello, Pole.Barcelona.Key, headers =>
        {
            Assert.Contains(what, headers["signature"][0], StringComparison.Ordinal);
            headers["signature"][0] = headers["signature"][0].Replace(what, into, StringComparison.Ordinal);
        });
        door.Refuses(reason, await door.Gate.JudgeAsync(request), Pole.Barcelona, Pole.Mallory);
    }

    [Fact]
    public async Task A_host_that_may_not_knock_is_refused_without_asking_it_anything()
    {
        door.Standings["barcelona.example"] = HostStanding.Blocked;
        foreach (var host in new[] { "barcelona.example", "BARCELONA.example", "barcelona.example.", "barcelona.example:443" })
        {
            var request = door.Post(hello, Pole.Barcelona.Key, headers => headers["signature"][0] = headers["signature"][0].Replace("barcelona.example", host, StringComparison.Ordinal));
            door.Refuses(GateReason.HostBlocked, await door.Gate.JudgeAsync(request));
        }

        Assert.Empty(door.Fetched);
    }

    [Fact]
    public async Task One_byte_changed_in_the_body_is_refused()
    {
        var signed = door.Post(hello, Pole.Barcelona.Key);
        var altered = signed with { Body = Encoding.UTF8.GetBytes(hello.Replace("activity/1", "activity/2", StringComparison.Ordinal)) };
        door.Refuses(GateReason.DigestWrong, await door.Gate.JudgeAsync(altered), Pole.Barcelona);
    }

    [Fact]
    public async Task A_request_is_good_for_no_other_path_and_no_other_host()
    {
        var signed = door.Post(hello, Pole.Barcelona.Key);
        door.Refuses(GateReason.SignatureWrong, await door.Gate.JudgeAsync(signed with { Message = signed.Message with { Target = "/pole/inbox" } }), Pole.Barcelona);
        door.Refuses(GateReason.SignatureWrong, await door.Gate.JudgeAsync(signed with { Message = signed.Message with { Host = "sidibouzid.example" } }), Pole.Barcelona);
    }

    [Fact]
    public async Task A_request_is_good_for_an_hour()
    {
        var signed = door.Post(hello, Pole.Barcelona.Key);
        door.Time.Advance(TimeSpan.FromMinutes(59));
        Assert.IsType<GateVerdict.Accepted>(await door.Gate.JudgeAsync(signed));
        door.Time.Advance(TimeSpan.FromMinutes(2));
        door.Refuses(GateReason.OutsideWindow, await door.Gate.JudgeAsync(signed), Pole.Barcelona);
    }

    [Fact]
    public async Task A_valid_signature_by_mallory_says_nothing_for_barcelona()
    {
        door.Refuses(GateReason.ActorNotKeyOwner, await door.Judge(hello, Pole.Mallory), Pole.Mallory);
        door.Refuses(GateReason.ActorNotKeyOwner, await door.Judge(hello, Pole.MalloryAtBarcelona), Pole.Mallory, Pole.MalloryAtBarcelona);
    }

    [Fact]
    public async Task An_activity_with_an_id_of_another_host_is_refused()
    {
        var body = Pole.Mallory.Says("Follow", $"\"{Pole.Mahdia.Id}\"").Replace("https://mallory.example/activity", "https://barcelona.example/activity", StringComparison.Ordinal);
        door.Refuses(GateReason.IdForeign, await door.Judge(body, Pole.Mallory), Pole.Mallory);
    }

    [Fact]
    public void Each_reason_has_a_slug_of_its_own_and_a_status_that_is_no_success()
    {
        var reasons = Enum.GetValues<GateReason>();
        Assert.Equal("actor-not-key-owner", GateReason.ActorNotKeyOwner.Slug());
        Assert.Equal("restructured-json-ld", GateReason.RestructuredJsonLd.Slug());
        Assert.Equal(reasons.Length, reasons.Select(reason => reason.Slug()).Distinct().Count());
        Assert.All(reasons, reason => Assert.InRange(reason.Status(), 400, 503));
    }
}
