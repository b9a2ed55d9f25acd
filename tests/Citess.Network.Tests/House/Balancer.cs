using System.Net;
using System.Net.Sockets;

namespace Citess.Network.Tests.House;

/// <summary>
/// The one address of a pole that has several processes: gives each new connection to the next process, and passes over one
/// that does not take it. It knows nothing of HTTP, and repeats nothing.
/// </summary>
public sealed class Balancer : IAsyncDisposable
{
    private readonly CancellationTokenSource end = new();
    private readonly IReadOnlyList<int> ports;
    private readonly List<TcpListener> listeners = [];
    private readonly List<Task> accepting = [];
    private int turn;

    private Balancer(IReadOnlyList<int> ports) => this.ports = ports;

    public static Balancer Start(int port, IReadOnlyList<int> ports)
    {
        var balancer = new Balancer(ports);
        foreach (var address in new[] { IPAddress.Loopback, IPAddress.IPv6Loopback }.Where(address => address.AddressFamily == AddressFamily.InterNetwork || Socket.OSSupportsIPv6))
        {
            var listener = new TcpListener(address, port);
            listener.Start();
            balancer.listeners.Add(listener);
            balancer.accepting.Add(balancer.AcceptAsync(listener));
        }

        return balancer;
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listeners.ForEach(listener => listener.Dispose());
        await Task.WhenAll(accepting);
        end.Dispose();
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        while (!end.IsCancellationRequested)
        {
            try
            {
                _ = CarryAsync(await listener.AcceptTcpClientAsync(end.Token), end.Token);
            }
            catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // Either the end, or somebody who was gone before being let in.
            }
        }
    }

    private async Task CarryAsync(TcpClient client, CancellationToken stop)
    {
        using (client)
        {
            try
            {
                using var server = await ConnectAsync(stop);
                (client.NoDelay, server.NoDelay) = (true, true);
                using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
                var (near, far) = (client.GetStream(), server.GetStream());
                await Task.WhenAny(near.CopyToAsync(far, over.Token), far.CopyToAsync(near, over.Token));
                await over.CancelAsync();
            }
            catch (Exception gone) when (gone is IOException or SocketException or OperationCanceledException)
            {
                // Whoever is left hears it from the closed connection.
            }
        }
    }

    private async Task<TcpClient> ConnectAsync(CancellationToken stop)
    {
        for (var attempt = 1; ; attempt++)
        {
            var server = new TcpClient();
            try
            {
                await server.ConnectAsync(IPAddress.Loopback, ports[(int)((uint)Interlocked.Increment(ref turn) % ports.Count)], stop);
                return server;
            }
            catch (SocketException) when (attempt < ports.Count)
            {
                server.Dispose();
            }
            catch
            {
                server.Dispose();
                throw;
            }
        }
    }
}
