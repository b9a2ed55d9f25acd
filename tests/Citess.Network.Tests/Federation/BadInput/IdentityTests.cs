using System.Text;
using System.Text.Json.Nodes;
using Citess.ActivityPub.Signatures;
using Citess.ActivityPub.Vocabulary;
using Citess.Network.Tests.House;
using Xunit;

namespace Citess.Network.Tests.Federation.BadInput;

[Collection(BadInputCollection.Name)]
public sealed class IdentityTests(BadInputPole pole)
{
    private static readonly string[] NotAs2 =
    [
        "text/plain", "application/json", "image/png", "text/html; charset=utf-8", "application/octet-stream", "application/ld+json",
        "application/ld+json; profile=\"https://example.org/other\"", "application/activity+json, text/plain", "application/activity+json; charset=utf-16", "",
    ];

    [Fact, BadInput("identity of objects")]
    public async Task An_object_that_claims_an_id_of_another_host_is_refused()
    {
        var mallory = pole.Mallory;
        await pole.RefusesAsync(new[] { Verbs.Create, Verbs.Update }.SelectMany(verb => new[] { pole.HeldId, pole.Barcelona.NewId("practice"), pole.Origin + "/practice/" + Samples.NewId() }.Select(id =>
            new Attack($"{verb} of {id}", "403 not-owner", () => pole.PostAsync(mallory.Say(verb, mallory.Practice(id, 9)), mallory)))));
    }

    [Fact, BadInput("identity of objects")]
    public async Task A_fetched_object_of_another_type_than_activity_json_is_no_object()
    {
        var mallory = pole.Mallory;
        var uploads = NotAs2.Select(type => (Type: type, Id: mallory.NewId("practice"))).ToList();
        foreach (var (type, id) in uploads)
        {
            pole.Web.Shows(id, mallory.Practice(id).ToJsonString(), type);
        }

        await pole.RefusesAsync(
            uploads.Select(each => new Attack(each.Type, "422 object-unfit", () => pole.PostAsync(mallory.Say(Verbs.Create, each.Id), mallory))),
            [.. uploads.Select(each => "GET " + each.Id)]);
    }

    [Fact, BadInput("identity of objects")]
    public async Task A_key_in_an_upload_is_no_key()
    {
        var uploads = NotAs2.Select(type => (Type: type, Key: RsaKeyPair.Import("http://upload.example/" + Samples.NewId(), pole.Mallory.Rsa.ExportPrivatePem()))).ToList();
        foreach (var (type, key) in uploads)
        {
            pole.Web.Shows(key.KeyId, pole.Mallory.Document(actor => (actor["id"], actor["publicKey"]) = (key.KeyId, new JsonObject { ["id"] = key.KeyId, ["owner"] = key.KeyId, ["publicKeyPem"] = key.PublicPem })).ToJsonString(), type);
        }

        await pole.RefusesAsync(
            uploads.Select(each => new Attack(each.Type, "401 key-not-found", () => pole.PostAsync(Encoding.UTF8.GetBytes(pole.Mallory.Create(activity => activity["actor"] = each.Key.KeyId).ToJsonString()), each.Key))),
            [.. uploads.Select(each => "GET " + each.Key.KeyId)]);
    }

    [Fact, BadInput("identity of objects")]
    public async Task A_fetched_object_that_claims_an_id_elsewhere_is_believed_there_alone()
    {
        var mallory = pole.Mallory;
        var (lie, missing, truth) = (mallory.NewId("practice"), pole.Barcelona.NewId("practice"), mallory.NewId("practice"));
        var there = pole.Barcelona.NewId("practice");
        pole.Web.Shows(lie, mallory.Practice(missing).ToJsonString());
        pole.Web.Shows(truth, mallory.Practice(there).ToJsonString());
        pole.Web.Shows(there, pole.Barcelona.Practice(there, 8).ToJsonString());
        await pole.RefusesAsync(
            [
                new("an id that is not there", "422 object-unfit", () => pole.PostAsync(mallory.Say(Verbs.Create, lie), mallory)),
                new("an id of Barcelona's", "403 not-owner", () => pole.PostAsync(mallory.Say(Verbs.Create, truth), mallory)),
            ],
            "GET " + lie, "GET " + missing, "GET " + truth, "GET " + there);
    }
}
