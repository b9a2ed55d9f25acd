using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Citess.ActivityPub.Signatures;
using Citess.ActivityPub.Vocabulary;
using Citess.Network.Tests.House;
using Xunit;

namespace Citess.Network.Tests.Federation.BadInput;

[Collection(BadInputCollection.Name)]
public sealed class DetourTests(BadInputPole pole)
{
    [Fact, BadInput("blocked content on a detour")]
    public async Task What_a_blocked_host_made_comes_in_by_nobody_elses_hand()
    {
        using var blocked = new Figure(pole.Web, "expelled.example");
        await pole.BlockAsync("expelled.example");
        var (barcelona, practice) = (pole.Barcelona, blocked.Practice(blocked.NewId("practice")));
        pole.Web.Shows(practice["id"]!.GetValue<string>(), practice.ToJsonString());
        await pole.SettledAsync();
        await pole.RefusesAsync(
            [
                new("itself", "403 host-blocked", () => pole.PostAsync(blocked.Say(Verbs.Create, practice), blocked)),
                new("its Follow", "403 host-blocked", () => pole.PostAsync(blocked.Say(Verbs.Follow, pole.Actor), blocked)),
                new("a partner's Announce", "422 verb-not-spoken", () => pole.PostAsync(barcelona.Say("Announce", practice["id"]!.DeepClone()), barcelona)),
                new("a partner's Announce of the whole", "422 verb-not-spoken", () => pole.PostAsync(barcelona.Say("Announce", blocked.Say(Verbs.Create, practice)), barcelona)),
                new("a partner's Create", "403 not-owner", () => pole.PostAsync(barcelona.Say(Verbs.Create, practice), barcelona)),
                new("a partner's Create by address", "403 not-owner", () => pole.PostAsync(barcelona.Say(Verbs.Create, practice["id"]!.DeepClone()), barcelona)),
                new("a relay's forwarding", "401 actor-not-key-owner", () => pole.PostAsync(blocked.Say(Verbs.Create, practice), barcelona)),
                new("a partner's redirect", "422 object-unfit", () => RedirectAsync(practice["id"]!.GetValue<string>())),
                new("a partner's object that says so", "403 not-owner", () => pole.PostAsync(barcelona.Say(Verbs.Create, barcelona.Practice(barcelona.NewId("practice"), 1, document => document["attributedTo"] = blocked.Id)), barcelona)),
                new("a partner's object with its proof", "403 proof-wrong", () => pole.PostAsync(barcelona.Say(Verbs.Create, Figure.Prove(barcelona.Bare(barcelona.NewId("practice")), blocked.Ed25519)), barcelona)),
            ],
            [pole.Barcelona.Refetch(), "GET " + redirect]);
        foreach (var path in new[] { "/changes", "/changes?of=barcelona.example", "/digest", "/checkpoint" })
        {
            using var answer = await pole.AskAsync(path, blocked);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        using var connecting = await pole.Api.PostAsJsonAsync("/api/partners", new { address = blocked.Id });
        Assert.Equal(HttpStatusCode.BadRequest, connecting.StatusCode);
        using var copying = await pole.Api.PostAsJsonAsync("/api/copies", new { address = blocked.Authority });
        Assert.Equal(HttpStatusCode.BadRequest, copying.StatusCode);
        Assert.DoesNotContain(pole.Web.Asked, request => request.Contains("expelled.example", StringComparison.Ordinal));
    }

    private readonly string redirect = "http://barcelona.example/practice/" + Samples.NewId();

    private Task<string> RedirectAsync(string to)
    {
        pole.Web.Redirects(redirect, to);
        return pole.PostAsync(pole.Barcelona.Say(Verbs.Create, redirect), pole.Barcelona);
    }
}
