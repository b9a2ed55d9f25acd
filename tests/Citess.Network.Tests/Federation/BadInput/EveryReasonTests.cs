using System.Text;
using System.Text.Json.Nodes;
using Citess.ActivityPub.Inbox;
using Citess.ActivityPub.Signatures;
using Citess.ActivityPub.Vocabulary;
using Citess.Network.Tests.House;
using Xunit;

namespace Citess.Network.Tests.Federation.BadInput;

[Collection(BadInputCollection.Name)]
public sealed class EveryReasonTests(BadInputPole pole)
{
    [Fact]
    public async Task Each_reason_is_met_counted_explained_and_leaves_nothing()
    {
        var reasons = Enum.GetValues<GateReason>();
        var problems = await pole.Http.GetStringAsync("/problems");
        await pole.BlockAsync("reasons-blocked.example");
        pole.Web.Breaks("http://mallory.example/practice/none", 503);
        var counted = reasons.ToDictionary(reason => reason, reason => pole.Verdicts.GetValueOrDefault(reason.Slug()));
        await pole.RefusesAsync(
            reasons.Select(reason => new Attack(reason.ToString(), $"{reason.Status()} {reason.Slug()}", () => MeetAsync(reason))),
            pole.Mallory.Refetch(), "GET http://reasons.example/k", "GET http://mallory.example/practice/none");
        Assert.All(reasons, reason => Assert.Contains($"id=\"{reason.Slug()}\"", problems, StringComparison.Ordinal));
        Assert.All(reasons, reason => Assert.Equal(counted[reason] + 1, pole.Verdicts.GetValueOrDefault(reason.Slug())));
    }

    [Fact]
    public async Task Of_two_letters_at_once_under_one_id_one_is_taken_and_the_other_is_told()
    {
        for (var time = 0; time < 10; time++)
        {
            var id = pole.Mallory.NewId();
            var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => pole.PostAsync(pole.Mallory.Create(activity => activity["id"] = id), pole.Mallory)));
            Assert.Equal(["202", "409 id-reused"], answers.Order(StringComparer.Ordinal));
        }

        await pole.SettledAsync();
    }

    private Task<string> MeetAsync(GateReason reason)
    {
        var mallory = pole.Mallory;
        Task<string> Say(string verb, JsonNode? about) => pole.PostAsync(mallory.Say(verb, about), mallory);
        Task<string> Bytes(string body) => pole.PostAsync(Encoding.UTF8.GetBytes(body), mallory.Rsa);
        Task<string> Changed(Action<HttpRequestMessage> change) => pole.PostAsync(mallory.Create(), mallory, change);
        pole.Web.Resolves("reasons-silent.example", () => []);
        return reason switch
        {
            GateReason.TooLarge => Bytes(new string(' ', (1 << 20) + 1)),
            GateReason.MalformedJson => Bytes("{"),
            GateReason.RestructuredJsonLd => Bytes("{\"@graph\":[]}"),
            GateReason.NotAnActivity => Bytes("{}"),
            GateReason.SignatureMissing => Changed(Attacks.Without("Signature")),
            GateReason.SignatureMalformed => Changed(Attacks.Replace("Signature", _ => "?")),
            GateReason.KeyAddress => SignedAsync("urn:key"),
            GateReason.HostBlocked => SignedAsync("http://reasons-blocked.example/k"),
            GateReason.KeyUnreachable => SignedAsync("http://reasons-silent.example/k"),
            GateReason.KeyNotFound => SignedAsync("http://reasons.example/k"),
            GateReason.NotCovered => Changed(Attacks.Replace("Signature", value => value.Replace(" digest\"", "\"", StringComparison.Ordinal))),
            GateReason.DigestWrong => Changed(Attacks.Without("Digest")),
            GateReason.OutsideWindow => Changed(Attacks.Without("Date")),
            GateReason.SignatureWrong => Changed(request => request.RequestUri = new Uri(pole.Actor + "/inbox")),
            GateReason.WireUnknown => Say(Verbs.Create, mallory.Practice(mallory.NewId("practice"), 1, document => document["wire"] = "2.0")),
            GateReason.ActorNotKeyOwner => pole.PostAsync(pole.Barcelona.Create(), mallory),
            GateReason.IdForeign => pole.PostAsync(mallory.Create(activity => activity["id"] = pole.Barcelona.NewId()), mallory),
            GateReason.IdReused => pole.PostAsync(pole.Barcelona.Create(activity => activity["id"] = pole.TakenId), pole.Barcelona),
            GateReason.ProofMissing => Say(Verbs.Create, mallory.Bare(mallory.NewId("practice"))),
            GateReason.ProofWrong => Say(Verbs.Create, mallory.Practice(mallory.NewId("practice")).Set("name", "Autre")),
            GateReason.VerbNotSpoken => Say("Like", pole.Actor),
            GateReason.ObjectUnfit => Say(Verbs.Create, null),
            GateReason.ObjectUnreachable => Say(Verbs.Create, "http://mallory.example/practice/none"),
            GateReason.NotOwner => Say(Verbs.Update, mallory.Practice(pole.HeldId, 9)),
            GateReason.FollowUnfit => Say(Verbs.Undo, pole.Barcelona.Say(Verbs.Follow, pole.Actor)),
            GateReason.NotOurs => Say(Verbs.Follow, pole.Barcelona.Id),
            _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "No attack meets this reason yet: write one."),
        };
    }

    private async Task<string> SignedAsync(string keyId)
    {
        using var key = RsaKeyPair.Import(keyId, pole.Mallory.Rsa.ExportPrivatePem());
        return await pole.PostAsync(Encoding.UTF8.GetBytes(pole.Mallory.Create().ToJsonString()), key);
    }
}
