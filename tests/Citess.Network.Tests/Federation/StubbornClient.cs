using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Citess.Network.Tests.House;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Practices;

namespace Citess.Network.Tests.Federation;

/// <summary>
/// A program that writes practices to a pole that dies again and again: it repeats each command until there is an answer,
/// except those that it gives up after the first silence.
/// </summary>
internal sealed class StubbornClient(RunningPole pole, Journal journal, int number, Random random)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private int attempts;
    private int settled;
    private long last = Stopwatch.GetTimestamp();

    /// <summary>Commands sent so far, answered or not.</summary>
    public int Attempts => Volatile.Read(ref attempts);

    /// <summary>Practices that are written or given up.</summary>
    public int Settled => Volatile.Read(ref settled);

    /// <summary>The longest time from one answer of success to the next, since the last <see cref="Forget"/>.</summary>
    public TimeSpan LongestWait { get; private set; }

    /// <summary>Ids that were given up: nobody was promised anything about them.</summary>
    public List<string> GivenUp { get; } = [];

    /// <summary>What was waited for until now is no matter any more; a wait that goes on counts from its beginning.</summary>
    public void Forget() => LongestWait = TimeSpan.Zero;

    public async Task WriteAsync(int count, CancellationToken stop)
    {
        for (var index = 0; index < count; index++)
        {
            await WriteOneAsync(index, stop);
        }
    }

    /// <summary>Writes until it is enough; what is begun then is brought to its end.</summary>
    public async Task WriteUntilAsync(CancellationToken enough, CancellationToken stop)
    {
        for (var index = 0; !enough.IsCancellationRequested; index++)
        {
            await WriteOneAsync(index, stop);
        }
    }

    private async Task WriteOneAsync(int index, CancellationToken stop)
    {
        var id = Samples.NewId();
        if (!await SendAsync(id, Title(index, 1), seen: null, mayGiveUp: random.Next(4) == 0, stop))
        {
            GivenUp.Add(id);
        }
        else if (random.Next(3) == 0)
        {
            await SendAsync(id, Title(index, 2), seen: 1, mayGiveUp: false, stop);
        }

        Interlocked.Increment(ref settled);
    }

    private string Title(int index, int revision) => string.Create(CultureInfo.InvariantCulture, $"Atelier {number}-{index} en version {revision}");

    private async Task<bool> SendAsync(string id, string title, int? seen, bool mayGiveUp, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        while (true)
        {
            Interlocked.Increment(ref attempts);
            if (await TryAsync(id, Samples.Practice(title), seen) is { } revision)
            {
                Answered();
                journal.Write(id, revision, title);
                return true;
            }

            if (mayGiveUp)
            {
                return false;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(250), patience.Token);
        }
    }

    private void Answered()
    {
        var wait = Stopwatch.GetElapsedTime(last);
        LongestWait = wait > LongestWait ? wait : LongestWait;
        last = Stopwatch.GetTimestamp();
    }

    /// <summary>Null when there was no answer, or one that asks to come again; anything else fails the test.</summary>
    private async Task<int?> TryAsync(string id, Practice practice, int? seen)
    {
        try
        {
            using var answer = await pole.PutAsync(id, practice, Audience.Public, seen);
            if (answer.StatusCode is HttpStatusCode.ServiceUnavailable)
            {
                return null;
            }

            return answer.IsSuccessStatusCode
                ? (await answer.Content.ReadFromJsonAsync<RecordReceipt>(StateJson.Options))!.Revision
                : throw new InvalidOperationException($"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }
        catch (Exception silence) when (silence is HttpRequestException or IOException or TaskCanceledException)
        {
            return null;
        }
    }
}
