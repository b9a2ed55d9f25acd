using System.Net.Sockets;
using System.Threading.Channels;

namespace Citess.Network.Tests.Faults;

/// <summary>One connection on a road, both ways.</summary>
internal sealed class Travel(Socket client, Socket server, string from)
{
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(100);

    public string From => from;

    /// <summary>True once something was swallowed: what comes after it would make no sense to the other end.</summary>
    public bool IsSpoiled { get; private set; }

    public async Task RunAsync(ReadOnlyMemory<byte> head, Func<Passage> passage, CancellationToken stop)
    {
        var there = CarryAsync(client, server, head, () => passage() == Passage.Silent, passage, stop);
        var back = CarryAsync(server, client, default, () => passage() is Passage.Silent or Passage.AnswersLost, passage, stop);
        await await Task.WhenAny(there, back);
        if (IsSpoiled)
        {
            // The other end hears nothing, not even that this one has gone.
            await await Task.WhenAny(there.IsCompleted ? back : there, Task.Delay(Timeout.Infinite, stop));
        }
    }

    /// <summary>Both ends see it broken.</summary>
    public void Break()
    {
        foreach (var end in new[] { client, server })
        {
            try
            {
                end.LingerState = new(enable: true, seconds: 0);
                end.Close();
            }
            catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
            {
                // It was before.
            }
        }
    }

    private async Task CarryAsync(Socket one, Socket other, ReadOnlyMemory<byte> first, Func<bool> swallows, Func<Passage> passage, CancellationToken stop)
    {
        var way = Channel.CreateUnbounded<(byte[] Bytes, long Sent)>();
        var delivering = DeliverAsync();
        try
        {
            Send(first.ToArray());
            var buffer = new byte[64 * 1024];
            for (int read; (read = await one.ReceiveAsync(buffer, stop)) > 0;)
            {
                Send(buffer[..read]);
            }
        }
        finally
        {
            way.Writer.Complete();
            await delivering;
        }

        void Send(byte[] bytes)
        {
            if (bytes.Length == 0)
            {
                return;
            }

            if (IsSpoiled || swallows())
            {
                IsSpoiled = true;
                return;
            }

            way.Writer.TryWrite((bytes, TimeProvider.System.GetTimestamp()));
        }

        async Task DeliverAsync()
        {
            await foreach (var (bytes, sent) in way.Reader.ReadAllAsync(stop))
            {
                var left = passage() == Passage.Slow ? Delay - TimeProvider.System.GetElapsedTime(sent) : TimeSpan.Zero;
                if (left > TimeSpan.Zero)
                {
                    await Task.Delay(left, stop);
                }

                for (var done = 0; done < bytes.Length;)
                {
                    done += await other.SendAsync(bytes.AsMemory(done), stop);
                }
            }
        }
    }
}
