using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Citess.Network.Tests.House;

/// <summary>What is left of a pole: something takes each connection, counts what is asked and hangs up.</summary>
internal sealed class DeadHost : IAsyncDisposable
{
    private readonly CancellationTokenSource end = new();
    private readonly List<TcpListener> listeners = [];
    private readonly List<Task> accepting = [];
    private int posts;
    private int others;

    private DeadHost()
    {
    }

    /// <summary>Connections over which something was to be delivered.</summary>
    public int Posts => Volatile.Read(ref posts);

    /// <summary>All other connections.</summary>
    public int Others => Volatile.Read(ref others);

    public static DeadHost At(int port)
    {
        var host = new DeadHost();
        foreach (var address in new[] { IPAddress.Loopback, IPAddress.IPv6Loopback }.Where(address => address.AddressFamily == AddressFamily.InterNetwork || Socket.OSSupportsIPv6))
        {
            var listener = new TcpListener(address, port);
            listener.Start();
            host.listeners.Add(listener);
            host.accepting.Add(host.AcceptAsync(listener));
        }

        return host;
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

    private async Task AcceptAsync(TcpListener listener)
    {
        while (!end.IsCancellationRequested)
        {
            try
            {
                using var client = await listener.AcceptSocketAsync(end.Token);
                var first = new byte[4];
                var length = await client.ReceiveAsync(first, end.Token);
                Interlocked.Increment(ref Encoding.ASCII.GetString(first, 0, length) == "POST" ? ref posts : ref others);
                client.LingerState = new(enable: true, seconds: 0);
            }
            catch (Exception closed) when (closed is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // The next one is asked for, or the host is at its end.
            }
        }
    }
}
