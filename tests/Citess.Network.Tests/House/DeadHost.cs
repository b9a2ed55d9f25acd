using System.Net.Sockets;
using System.Text;

namespace Citess.Network.Tests.House;

/// <summary>What is left of a pole: something takes each connection, counts what is asked and hangs up.</summary>
internal sealed class DeadHost : IAsyncDisposable
{
    private readonly LoopbackPort port;
    private int posts;
    private int others;

    private DeadHost(int port) => this.port = LoopbackPort.Open(port, TakeAsync);

    /// <summary>Connections over which something was to be delivered.</summary>
    public int Posts => Volatile.Read(ref posts);

    /// <summary>All other connections.</summary>
    public int Others => Volatile.Read(ref others);

    public static DeadHost At(int port) => new(port);

    public ValueTask DisposeAsync() => port.DisposeAsync();

    private async Task TakeAsync(TcpClient client, CancellationToken stop)
    {
        using (client)
        {
            var first = new byte[4];
            var length = await client.Client.ReceiveAsync(first, stop);
            Interlocked.Increment(ref Encoding.ASCII.GetString(first, 0, length) == "POST" ? ref posts : ref others);
            client.LingerState = new(enable: true, seconds: 0);
        }
    }
}
