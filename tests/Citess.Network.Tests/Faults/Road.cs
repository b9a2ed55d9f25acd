using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Citess.Network.Tests.House;

namespace Citess.Network.Tests.Faults;

/// <summary>
/// The road to one pole: it has the pole's public port, and leads to the port where its process listens. Each other pole,
/// known by what it calls itself, may find it open, slow, cut or silent.
/// </summary>
internal sealed partial class Road : IAsyncDisposable
{
    private const int LongestHead = 16 * 1024;

    private readonly CancellationTokenSource end = new();
    private readonly ConcurrentDictionary<string, Passage> passages = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Travel, bool> travels = new();
    private readonly List<TcpListener> listeners = [];
    private readonly List<Task> accepting = [];
    private readonly int destination;

    public Road(TestPole pole)
    {
        destination = pole.ListenPort;
        foreach (var address in new[] { IPAddress.Loopback, IPAddress.IPv6Loopback })
        {
            try
            {
                var listener = new TcpListener(address, pole.Port);
                listener.Start();
                listeners.Add(listener);
                accepting.Add(AcceptAsync(listener));
            }
            catch (SocketException) when (address.AddressFamily == AddressFamily.InterNetworkV6)
            {
                // A machine without IPv6: the other listener is enough.
            }
        }
    }

    public Passage this[string from]
    {
        get => passages.GetValueOrDefault(from);
        set
        {
            passages[from] = value;
            foreach (var travel in travels.Keys.Where(travel => travel.From == from && (value == Passage.Cut || travel.IsSpoiled)))
            {
                travel.Break();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listeners.ForEach(listener => listener.Dispose());
        foreach (var travel in travels.Keys)
        {
            travel.Break();
        }

        await Task.WhenAll(accepting);
        end.Dispose();
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        while (!end.IsCancellationRequested)
        {
            try
            {
                var client = await listener.AcceptSocketAsync(end.Token);
                client.NoDelay = true;
                _ = TravelAsync(client);
            }
            catch (Exception closed) when (closed is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // The next one is asked for, or the road is at its end.
            }
        }
    }

    private async Task TravelAsync(Socket client)
    {
        using var arrives = client;
        using var server = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            var head = await HeadAsync(client);
            var travel = new Travel(client, server, Caller().Match(Encoding.Latin1.GetString(head.Span)) is { Success: true } match ? match.Groups["authority"].Value : "");
            travels[travel] = true;
            try
            {
                if (this[travel.From] == Passage.Cut)
                {
                    travel.Break();
                    return;
                }

                await server.ConnectAsync("localhost", destination, end.Token);
                await travel.RunAsync(head, () => this[travel.From], end.Token);
            }
            finally
            {
                travels.TryRemove(travel, out _);
            }
        }
        catch (Exception broken) when (broken is SocketException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            // Whoever asked sees a broken connection, as it would be without the road.
            client.LingerState = new(enable: true, seconds: 0);
        }
    }

    /// <summary>Enough of the first request to know who asks.</summary>
    private async Task<ReadOnlyMemory<byte>> HeadAsync(Socket client)
    {
        var head = new byte[LongestHead];
        var length = 0;
        while (length < head.Length && head.AsSpan(0, length).IndexOf("\r\n\r\n"u8) < 0)
        {
            var read = await client.ReceiveAsync(head.AsMemory(length), end.Token);
            if (read == 0)
            {
                break;
            }

            length += read;
        }

        return head.AsMemory(0, length);
    }

    [GeneratedRegex(@"^User-Agent: CitESS/\S+ \(\+https?://(?<authority>[^)]+)\)\r?$", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Caller();
}
