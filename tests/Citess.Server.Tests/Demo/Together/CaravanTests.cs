using System.Text.Json;
using Citess.ActivityPub.Logs;
using Citess.ActivityPub.Signatures;
using Citess.Poles.Collaborations.Log;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Blobs;
using Citess.Server.Demo;
using Citess.Server.Demo.Together;
using Xunit;

namespace Citess.Server.Tests.Demo.Together;

public sealed class CaravanTests
{
    private static readonly string[] Made = ["démonstration", "demostració", "للعرض"];

    [Fact]
    public void All_that_the_three_say_together_counts_and_says_that_it_is_made_up()
    {
        var now = new DateTimeOffset(2026, 5, 1, 9, 0, 0, TimeSpan.Zero);
        var keys = DemoPoles.All.ToDictionary(demo => demo.Name, demo => Ed25519KeyPair.Create($"https://{demo.Name}.example/pole/1#ed25519-key"), StringComparer.Ordinal);
        var actors = keys.Keys.ToDictionary(name => name, name => $"https://{name}.example/pole/1", StringComparer.Ordinal);
        var (events, told, state) = (new List<SignedEvent>(), new Dictionary<string, string>(StringComparer.Ordinal), (Collaboration?)null);
        foreach (var step in Caravan.Steps)
        {
            var last = state?.LastOf(actors[step.Pole]);
            var draft = new EventDraft
            {
                Id = $"https://{step.Pole}.example/event/{step.Id}",
                Author = actors[step.Pole],
                Log = state?.Id,
                Heads = [.. state?.Heads ?? []],
                Number = (last?.Said.Number ?? 0) + 1,
                Previous = last?.Hash,
                Role = state is null ? PartnerRoles.Host : state.Membership.RoleOf(actors[step.Pole])!,
                Time = now,
                Type = step.Says,
                Payload = JsonElement.Parse(StateJson.Write(step.Payload(new(actors, told, DateOnly.FromDateTime(now.UtcDateTime))))),
            };
            events.Add(SignedEvent.Prove(draft, keys[step.Pole], now));
            told[step.Id] = events[^1].Hash;
            state = Collaboration.Of(events[0].Hash, events);
        }

        foreach (var key in keys.Values)
        {
            key.Dispose();
        }

        Assert.All(state!.Events, each => Assert.Null(each.Reason));
        Assert.All(state.Things.Where(thing => thing.Type != EventTypes.Terms).Select(thing => thing["title"]).Append(state.Name), title => Assert.Contains(Made, word => title.Contains(word, StringComparison.Ordinal)));
        Assert.All(state.Of(EventTypes.Terms), clause => Assert.Equal(3, clause.Signed.Count));
        Assert.True(BlobLink.IsOfType(Caravan.Agenda.MediaType, Caravan.Agenda.Bytes));
    }
}
