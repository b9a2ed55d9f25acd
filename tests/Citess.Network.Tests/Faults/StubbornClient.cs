using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Citess.Network.Tests.House;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Records;

namespace Citess.Network.Tests.Faults;

/// <summary>
/// A program that writes practices to a pole that dies again and again: creates, edits, withdraws, brings back, and shares
/// with more or fewer. It repeats each command until there is an answer, except those that it gives up after a silence; a
/// practice with such a command is left alone from then on.
/// </summary>
internal sealed class StubbornClient(RunningPole pole, IReadOnlyList<string> partners, Journal journal, int number, Random random)
{
    private const int InHand = 12;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly List<Promise> held = [];
    private int named;
    private int settled;
    private long last = Stopwatch.GetTimestamp();
    private string silence = "";

    /// <summary>What was asked for once and never answered: it may have happened, and then once.</summary>
    public ConcurrentQueue<Promise> GivenUp { get; } = new();

    /// <summary>Commands that were answered or given up.</summary>
    public int Settled => Volatile.Read(ref settled);

    /// <summary>The longest time from one answer of success to the next, since the last <see cref="Forget"/>.</summary>
    public TimeSpan LongestWait { get; private set; }

    /// <summary>How often the pole said that it cannot now.</summary>
    public int Deferred { get; private set; }

    /// <summary>The pole said that it has no room, in the words of its problem page.</summary>
    public int WithoutRoom { get; private set; }

    /// <summary>What was waited for until now is no matter any more; a wait that goes on counts from its beginning.</summary>
    public void Forget() => LongestWait = TimeSpan.Zero;

    /// <summary>Writes until <paramref name="isEnough"/>, whatever happens to the pole.</summary>
    public async Task WriteAsync(Func<bool> isEnough, CancellationToken stop)
    {
        while (!isEnough())
        {
            stop.ThrowIfCancellationRequested();
            if (held.Count < InHand && (held.Count == 0 || random.Next(3) == 0))
            {
                var made = new Promise(pole.Authority, Samples.NewId(), 1, Title(), IsWithdrawn: false, Audience.Own, []);
                await CommandAsync(Reached(made), before: null, stop);
            }
            else
            {
                var before = held[random.Next(held.Count)];
                await CommandAsync(Next(before) with { Revision = before.Revision + 1 }, before, stop);
            }

            if (held.Count >= InHand)
            {
                held.RemoveAt(random.Next(held.Count));
            }
        }
    }

    private Promise Next(Promise before) => (before.IsWithdrawn, random.Next(10)) switch
    {
        (true, _) => before with { IsWithdrawn = false },
        (false, < 2) => before with { IsWithdrawn = true },
        (false, < 6) => Reached(before with { Title = Title() }),
        _ => before with { Title = Title() },
    };

    /// <summary>Everyone, partner poles, nobody, or a list of some of them.</summary>
    private Promise Reached(Promise promise) => random.Next(6) switch
    {
        0 => promise with { Audience = Audience.Own, Partners = [] },
        1 or 2 => promise with { Audience = Audience.Own, Partners = [.. partners.Where(_ => random.Next(2) == 0).DefaultIfEmpty(partners[0]).Order(StringComparer.Ordinal)] },
        3 => promise with { Audience = Audience.Network, Partners = [] },
        _ => promise with { Audience = Audience.Public, Partners = [] },
    };

    private string Title() => string.Create(CultureInfo.InvariantCulture, $"Atelier {number}-{named++}");

    private async Task CommandAsync(Promise wanted, Promise? before, CancellationToken stop)
    {
        held.RemoveAll(each => each.Id == wanted.Id);
        var mayGiveUp = random.Next(8) == 0;
        var begun = Stopwatch.GetTimestamp();
        while (!await TryAsync(wanted, before, stop))
        {
            if (Stopwatch.GetElapsedTime(begun) > Patience)
            {
                throw new InvalidOperationException($"{pole.Name} never answered {wanted} after {before}, at last: {silence}\n{string.Join('\n', pole.Process.Output.TakeLast(40))}");
            }

            if (mayGiveUp)
            {
                GivenUp.Enqueue(wanted);
                Interlocked.Increment(ref settled);
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100 + random.Next(200)), stop);
        }

        Answered();
        journal.Write(wanted);
        held.Add(wanted);
        Interlocked.Increment(ref settled);
    }

    private void Answered()
    {
        var wait = Stopwatch.GetElapsedTime(last);
        LongestWait = wait > LongestWait ? wait : LongestWait;
        last = Stopwatch.GetTimestamp();
    }

    /// <summary>False when there was no answer, or one that asks to come again; anything else fails the test.</summary>
    private async Task<bool> TryAsync(Promise wanted, Promise? before, CancellationToken stop)
    {
        try
        {
            using var answer = await SendAsync(wanted, before).WaitAsync(stop);
            if (answer.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.InsufficientStorage)
            {
                Deferred++;
                silence = answer.StatusCode.ToString();
                WithoutRoom += answer.StatusCode == HttpStatusCode.InsufficientStorage && (await answer.Content.ReadAsStringAsync(stop)).Contains("/problems#storage-full", StringComparison.Ordinal) ? 1 : 0;
                return false;
            }

            var revision = answer.IsSuccessStatusCode ? (await answer.Content.ReadFromJsonAsync<RecordReceipt>(StateJson.Options, stop))!.Revision : 0;
            return revision == wanted.Revision ? true
                : throw new InvalidOperationException($"{pole.Name} answered {(int)answer.StatusCode} to {wanted} after {before}: {await answer.Content.ReadAsStringAsync(stop)}\n{string.Join('\n', pole.Process.Output.TakeLast(80))}");
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException || (broken is TaskCanceledException && !stop.IsCancellationRequested))
        {
            silence = broken.ToString();
            return false;
        }
    }

    private Task<HttpResponseMessage> SendAsync(Promise wanted, Promise? before) => before is not null && before.IsWithdrawn != wanted.IsWithdrawn
        ? pole.TurnAsync(wanted.Id, wanted.IsWithdrawn ? "withdraw" : "restore", before.Revision)
        : pole.PutAsync(wanted.Id, Samples.Practice(wanted.Title), wanted.Audience, before?.Revision, wanted.Partners);
}
