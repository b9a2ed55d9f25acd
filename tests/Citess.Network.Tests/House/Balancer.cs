using System.Net;
using System.Net.Sockets;

namespace Citess.Network.Tests.House;

/// <summary>
/// The one address of a pole that has several processes: gives each new connection to the next process, and passes over one
/// that does not take it. It knows nothing of HTTP, and repeats nothing.
/// </summary>
public sealed class Balancer : IAsyncDisposable
{
    private readonly LoopbackPort port;
    private readonly IReadOnlyList<int> ports;
    private int turn;

    private Balancer(int port, IReadOnlyList<int> ports)
    {
        this.ports = ports;
        this.port = LoopbackPort.Open(port, TakeAsync);
    }

    public static Balancer Start(int port, IReadOnlyList<int> ports) => new(port, ports);

    public ValueTask DisposeAsync() => port.DisposeAsync();

    private Task TakeAsync(TcpClient client, CancellationToken stop)
    {
        _ = CarryAsync(client, stop);
        return Task.CompletedTask;
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
