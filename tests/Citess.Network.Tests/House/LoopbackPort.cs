using System.Net;
using System.Net.Sockets;

namespace Citess.Network.Tests.House;

/// <summary>Takes each connection to a port of this machine, by both kinds of address, until it is closed; closing twice is once.</summary>
internal sealed class LoopbackPort : IAsyncDisposable
{
    private readonly CancellationTokenSource end = new();
    private readonly List<TcpListener> listeners = [];
    private readonly List<Task> accepting = [];

    private LoopbackPort()
    {
    }

    /// <param name="port">The port.</param>
    /// <param name="take">What becomes of a connection, which is its own to close; the next is taken when this returns.</param>
    public static LoopbackPort Open(int port, Func<TcpClient, CancellationToken, Task> take)
    {
        var open = new LoopbackPort();
        foreach (var address in new[] { IPAddress.Loopback, IPAddress.IPv6Loopback }.Where(address => address.AddressFamily == AddressFamily.InterNetwork || Socket.OSSupportsIPv6))
        {
            var listener = new TcpListener(address, port);
            listener.Start();
            open.listeners.Add(listener);
            open.accepting.Add(open.AcceptAsync(listener, take));
        }

        return open;
    }

    public async ValueTask DisposeAsync()
    {
        if (end.IsCancellationRequested)
        {
            return;
        }

        await end.CancelAsync();
        listeners.ForEach(listener => listener.Dispose());
        await Task.WhenAll(accepting);
        end.Dispose();
    }

    private async Task AcceptAsync(TcpListener listener, Func<TcpClient, CancellationToken, Task> take)
    {
        while (!end.IsCancellationRequested)
        {
            try
            {
                await take(await listener.AcceptTcpClientAsync(end.Token), end.Token);
            }
            catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // Either the end, or somebody who was gone before being let in.
            }
        }
    }
}
