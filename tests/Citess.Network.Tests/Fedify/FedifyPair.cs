using Citess.Network.Tests.House;
using Xunit;

namespace Citess.Network.Tests.Fedify;

/// <summary>Mahdia and a server on Fedify that have never heard of each other.</summary>
public sealed class FedifyPair : IAsyncLifetime
{
    public RunningPole Mahdia { get; private set; } = default!;

    internal FedifyPeer Fedify { get; private set; } = default!;

    /// <summary>The address of Mahdia's actor.</summary>
    public string Pole { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Fedify = await FedifyPeer.StartAsync();
        Mahdia = await (await TestPole.StartAsync("Mahdia")).SetUpAsync();
        Pole = (await Mahdia.ActorAsync()).GetProperty("id").GetString()!;
    }

    public async ValueTask DisposeAsync()
    {
        if (Mahdia is not null)
        {
            await Mahdia.DisposeAsync();
        }

        await Fedify.DisposeAsync();
    }

    /// <summary>Montserrat, a visitor, follows Mahdia and knows that she may.</summary>
    internal async Task<FedifySaid> FollowAsync(FedifyPeer? peer = null, string dialect = "cavage", string name = "montserrat")
    {
        peer ??= Fedify;
        var said = await peer.SayAsync(new { verb = "Follow", @as = name, to = Pole, dialect });
        Assert.True(said.Error is null, said.Error);
        await peer.GotAsync("Accept", accept => accept.Activity.GetProperty("object").GetProperty("id").GetString() == said.Id);
        return said;
    }

    /// <summary>What became of a letter that Mahdia's gate let in.</summary>
    public async Task<string?> NoteAsync(string activityId)
    {
        IReadOnlyList<string?> notes = [];
        await Eventually.TrueAsync(
            async () => (notes = await Mahdia.Database.QueryAsync<string?>("SELECT note FROM inbox WHERE activity_id = @activityId AND done IS NOT NULL", new { activityId })).Count == 1,
            () => $"{activityId} was not taken.\n{string.Join('\n', Mahdia.Process.Output)}",
            TimeSpan.FromSeconds(60));
        return notes[0];
    }

    /// <summary>Waits until Mahdia has nothing more to do, so that a comparison of its database shows what was done to it.</summary>
    public async Task<IReadOnlyDictionary<string, string>> QuietAsync()
    {
        var content = await Mahdia.Database.ContentAsync();
        await Eventually.TrueAsync(
            async () =>
            {
                await Task.Delay(1500);
                var (before, now) = (content, await Mahdia.Database.ContentAsync());
                content = now;
                return before.SequenceEqual(now);
            },
            "Mahdia does not come to rest.",
            TimeSpan.FromSeconds(60));
        return content;
    }
}
