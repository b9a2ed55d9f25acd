using Citess.Network.Tests.House;
using Citess.Poles.Kernel;
using Xunit;

namespace Citess.Network.Tests.Federation;

/// <summary>Barcelona holds a practice of Mahdia, and mallory has a server; nothing else is going on.</summary>
public sealed class HeldPractice : IAsyncLifetime
{
    public PoleNetwork Network { get; private set; } = default!;

    internal Mallory Mallory { get; private set; } = default!;

    /// <summary>Signed in at Barcelona.</summary>
    public PageClient Montserrat { get; private set; } = default!;

    /// <summary>The practice of Mahdia that Barcelona holds.</summary>
    public string Id { get; } = Samples.NewId();

    public async ValueTask InitializeAsync()
    {
        Mallory = await Mallory.StartAsync();
        Network = await PoleNetwork.StartAsync();
        await Network.Mahdia.CreateAsync(Id, Samples.Practice("Atelier de réparation"), Audience.Network);
        await Network.Barcelona.ShowsAsync(Network.Mahdia, Id, revision: 1);
        Montserrat = await Network.Barcelona.Process.SignInAsync();
        await PoleNetwork.ArrivedAsync(Network.Mahdia, Network.Barcelona);
        await PoleNetwork.ArrivedAsync(Network.Barcelona, Network.Mahdia);
    }

    public async ValueTask DisposeAsync()
    {
        Montserrat.Dispose();
        await Network.DisposeAsync();
        await Mallory.DisposeAsync();
    }
}
