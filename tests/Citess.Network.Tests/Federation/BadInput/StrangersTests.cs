using System.Text;
using System.Text.Json.Nodes;
using Citess.ActivityPub.Signatures;
using Citess.ActivityPub.Vocabulary;
using Citess.Network.Tests.House;
using Xunit;

namespace Citess.Network.Tests.Federation.BadInput;

[Collection(BadInputCollection.Name)]
public sealed class StrangersTests(BadInputPole pole)
{
    [Fact, BadInput("verbs by strangers")]
    public async Task Nobody_changes_what_is_anothers_on_the_same_host_or_elsewhere()
    {
        var held = pole.HeldId;
        await pole.RefusesAsync(new[] { pole.Mallory, pole.Guest }.SelectMany(by => new (string What, string Answer, Func<JsonObject> Make)[]
        {
            ("Update", "403 not-owner", () => by.Say(Verbs.Update, by.Practice(held, 9))),
            ("Update that names its true owner", "403 not-owner", () => by.Say(Verbs.Update, by.Practice(held, 9, document => document["attributedTo"] = pole.Barcelona.Id))),
            ("Update without an owner", "403 not-owner", () => by.Say(Verbs.Update, by.Practice(held, 9, document => document.Remove("attributedTo")))),
            ("Update by address", "403 not-owner", () => by.Say(Verbs.Update, by == pole.Guest ? pole.Barcelona.Id : held)),
            ("Update of the pole", "403 not-owner", () => by.Say(Verbs.Update, pole.Barcelona.Document(actor => actor["name"] = "De mallory"))),
            ("Create over it", "403 not-owner", () => by.Say(Verbs.Create, by.Practice(held, 9))),
            ("Delete", "403 not-owner", () => by.Say(Verbs.Delete, by.Tombstone(held, 9))),
            ("Delete by address", "403 not-owner", () => by.Say(Verbs.Delete, held)),
            ("Delete of the pole", "403 not-owner", () => by.Say(Verbs.Delete, pole.Barcelona.Id)),
            ("Delete of Mahdia", "403 not-owner", () => by.Say(Verbs.Delete, pole.Actor)),
            ("Remove", "403 not-owner", () => Figure.Prove(by.Say(Verbs.Remove, held, activity => (activity["kind"], activity["revision"]) = ("practice", 9)), by.Ed25519)),
            ("Offer", "403 not-owner", () => Figure.Prove(by.Say(Verbs.Offer, held, activity => (activity["kind"], activity["to"]) = ("letter", pole.Actor)), by.Ed25519)),
            ("Undo of a Follow", "403 follow-unfit", () => by.Say(Verbs.Undo, pole.Barcelona.Say(Verbs.Follow, pole.Actor))),
            ("Undo of a Follow of Mahdia's", "403 follow-unfit", () => by.Say(Verbs.Undo, by.Say(Verbs.Follow, pole.Barcelona.Id, follow => follow["actor"] = pole.Actor))),
            ("Undo of a Create", "422 verb-not-spoken", () => by.Say(Verbs.Undo, pole.Barcelona.Say(Verbs.Create, held))),
            ("Accept", "403 follow-unfit", () => by.Say(Verbs.Accept, pole.Barcelona.Say(Verbs.Follow, pole.Barcelona.Id, follow => follow["actor"] = pole.Actor))),
            ("Reject", "403 follow-unfit", () => by.Say(Verbs.Reject, pole.Barcelona.Say(Verbs.Follow, pole.Barcelona.Id, follow => follow["actor"] = pole.Actor))),
            ("Follow of somebody else", "404 not-ours", () => by.Say(Verbs.Follow, pole.Barcelona.Id)),
            ("Add by address", "422 object-unfit", () => Figure.Prove(by.Say(Verbs.Add, held, activity => Adds(activity, by.Id, held + "/contributions")), by.Ed25519)),
            ("Add to a collection of Mahdia's", "422 object-unfit", () => Figure.Prove(by.Say(Verbs.Add, by.Practice(held, 9), activity => Adds(activity, by.Id, pole.Actor + "/outbox")), by.Ed25519)),
            ("Add in the name of Barcelona", "422 object-unfit", () => Figure.Prove(by.Say(Verbs.Add, by.Practice(held, 9), activity => Adds(activity, pole.Barcelona.Id, by.Id + "/contributions")), by.Ed25519)),
            ("Add without a proof", "403 proof-missing", () => by.Say(Verbs.Add, by.Practice(held, 9), activity => Adds(activity, by.Id, by.Id + "/contributions"))),
            ("Move", "422 verb-not-spoken", () => by.Say("Move", pole.Barcelona.Id, activity => activity["target"] = by.Id)),
            ("Announce", "422 verb-not-spoken", () => by.Say("Announce", held)),
            ("Block", "422 verb-not-spoken", () => by.Say("Block", pole.Barcelona.Id)),
        }.Select(each => new Attack(each.What + " by " + by.Id, each.Answer, () => pole.PostAsync(each.Make(), by)))), pole.Barcelona.Refetch());
    }

    [Fact, BadInput("verbs by strangers")]
    public async Task An_answer_that_names_a_Follow_by_its_address_counts_only_from_whom_we_asked()
    {
        var follow = JsonNode.Parse(pole.Web.Posted.First(each => each.Url.StartsWith(pole.Barcelona.Id, StringComparison.Ordinal)).Body)!["id"]!.GetValue<string>();
        var state = await StateAsync();
        foreach (var verb in new[] { Verbs.Reject, Verbs.Accept })
        {
            Assert.Equal("202", await pole.PostAsync(pole.Mallory.Say(verb, follow), pole.Mallory));
            Assert.Equal("202", await pole.PostAsync(pole.Guest.Say(verb, follow), pole.Guest));
        }

        await pole.SettledAsync();
        Assert.Equal(state, await StateAsync());
        Assert.Empty(await pole.Database.QueryAsync<long>("SELECT number FROM inbox WHERE done IS NULL"));
    }

    private static void Adds(JsonObject activity, string owner, string target) =>
        (activity["kind"], activity["revision"], activity["attributedTo"], activity["target"], activity["result"]) = ("addition", 9, owner, target, new Uri(new(owner), "/addition/" + Samples.NewId()).AbsoluteUri);

    private async Task<string> StateAsync() => (await pole.Database.ContentAsync())["OrleansStorage"];
}
