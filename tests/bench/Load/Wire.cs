using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Citess.Bench.Load;

/// <summary>One kept-alive connection: sends a request, reads the answer to its end. No HTTP library, so that the generator costs little.</summary>
internal sealed class Wire : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[16 * 1024];

    public static async Task<Wire> OpenAsync(int port)
    {
        var wire = new Wire();
        await wire._socket.ConnectAsync("localhost", port);
        return wire;
    }

    /// <summary>Returns the status.</summary>
    public async ValueTask<int> AskAsync(ReadOnlyMemory<byte> request)
    {
        await _socket.SendAsync(request);
        var filled = 0;
        while (true)
        {
            var read = await _socket.ReceiveAsync(_buffer.AsMemory(filled));
            if (read == 0)
            {
                throw new IOException("The connection was closed in the middle of an answer.");
            }

            filled += read;
            if (IsWhole(_buffer.AsSpan(0, filled)))
            {
                return int.Parse(_buffer.AsSpan(9, 3), CultureInfo.InvariantCulture);
            }
        }
    }

    public string Last => Encoding.UTF8.GetString(_buffer).TrimEnd('\0');

    public void Dispose() => _socket.Dispose();

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return false;
        }

        var head = answer[..end];
        var at = IndexOf(head, "content-length: "u8);
        if (at >= 0)
        {
            var digits = head[at..];
            var stop = digits.IndexOf((byte)'\r');
            return answer.Length - end - 4 >= int.Parse(stop < 0 ? digits : digits[..stop], CultureInfo.InvariantCulture);
        }

        return IndexOf(head, "transfer-encoding: "u8) < 0 || answer.EndsWith("0\r\n\r\n"u8);
    }

    /// <summary>Where the value of a header begins; names come in any case.</summary>
    private static int IndexOf(ReadOnlySpan<byte> head, ReadOnlySpan<byte> name)
    {
        for (var at = head.IndexOf("\r\n"u8); at >= 0 && at + 2 + name.Length <= head.Length;)
        {
            var line = head[(at + 2)..];
            if (Ascii.EqualsIgnoreCase(line[..name.Length], name))
            {
                return at + 2 + name.Length;
            }

            var next = line.IndexOf("\r\n"u8);
            at = next < 0 ? -1 : at + 2 + next;
        }

        return -1;
    }
}
