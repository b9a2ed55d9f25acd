using System.Globalization;
using System.Runtime.ExceptionServices;
using System.Text;
using Xunit;

namespace Citess.ActivityPub.Tests.Fuzz;

/// <summary>
/// Throws altered inputs at one parser for a bounded time (CITESS_FUZZ_SECONDS; 3 by default, 30 with CITESS_TEST_ALL) from a
/// printed seed (CITESS_SEED). An exception is a failure that names the input; so is more memory than the input is worth, and an
/// input that keeps the parser for longer than any machine needs for its few kilobytes.
/// </summary>
internal sealed class Bombardment(string[] seeds, string alphabet, int perByte, int maxLength = 16 * 1024)
{
    /// <summary>What a call may allocate for an empty input: pooled buffers that are new, and the like.</summary>
    private const int Ground = 96 * 1024;

    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(100);

    /// <summary>How many beats one input may keep its parser, which needs no millisecond on any machine: what does not end is found, and not what is slow.</summary>
    private const int Patience = 20;

    private static readonly string[] Traps =
    [
        "\0", "\u00a0", "\u200b", "\ud800", "\udfff", "\ufeff", "\u2028", "😀", "İ", "ſ", "é", "\uff0e", "\"", "\\", "\\u0000", "\\ud800", ",", ";", "=", ":", "::", "(", ")", "[", "]", "{", "}", "?1",
        "-0", "1e999", "999999999999999999999", "%00", "%", "@", "#", "//", "..", "[::1]", "0x7f", "2130706433", "\r\n", "\t", "null", "true", "@graph", "\"@context\":", "\"proof\":", "sha-256=",
    ];

    private readonly int seed = Seed.Take();
    private int count;
    private string input = "";

    public void At(Action<string> target)
    {
        Exception? fault = null;
        var firing = new Thread(Guarded) { IsBackground = true };
        firing.Start();
        for (var (beats, before) = (0, -1); !firing.Join(Beat); before = Volatile.Read(ref count))
        {
            beats = Volatile.Read(ref count) == before ? beats + 1 : 0;
            Assert.True(beats < Patience, $"CITESS_SEED={seed}, number {before}: no end after {Patience * Beat}\n{Shown(input)}");
        }

        if (fault is not null)
        {
            ExceptionDispatchInfo.Throw(fault);
        }

        void Guarded()
        {
            try
            {
                Fire(target);
            }
            catch (Exception problem)
            {
                fault = problem;
            }
        }
    }

    private void Fire(Action<string> target)
    {
        var asked = Environment.GetEnvironmentVariable("CITESS_FUZZ_SECONDS") is { Length: > 0 } given ? given : Environment.GetEnvironmentVariable("CITESS_TEST_ALL") is { Length: > 0 } ? "30" : "3";
        var limit = TimeSpan.FromSeconds(int.Parse(asked, CultureInfo.InvariantCulture));
        var random = new Random(seed);
        var start = TimeProvider.System.GetTimestamp();
        foreach (var good in seeds)
        {
            input = good;
            target(good);
            Interlocked.Increment(ref count);
        }

        var worst = 0L;
        for (var first = count; TimeProvider.System.GetElapsedTime(start) < limit || count == first; Interlocked.Increment(ref count))
        {
            input = Next(random);
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                target(input);
            }
            catch (Exception problem)
            {
                Assert.Fail($"CITESS_SEED={seed}, number {count}: {problem}\n{Shown(input)}");
            }

            var spent = GC.GetAllocatedBytesForCurrentThread() - before;
            worst = Math.Max(worst, spent);
            Assert.True(spent <= Ground + ((long)perByte * input.Length), $"CITESS_SEED={seed}, number {count}: {spent} bytes for {input.Length} characters\n{Shown(input)}");
        }

        TestContext.Current.SendDiagnosticMessage($"CITESS_SEED={seed}: {count} inputs, at most {worst} bytes for one");
    }

    private string Next(Random random)
    {
        if (random.Next(10) == 0)
        {
            return string.Concat(Enumerable.Range(0, random.Next(200)).Select(_ => Piece(random)));
        }

        var text = new StringBuilder(seeds[random.Next(seeds.Length)]);
        for (var changes = random.Next(1, 8); changes > 0; changes--)
        {
            Change(text, random);
        }

        return text.Length > maxLength ? text.ToString(0, maxLength) : text.ToString();
    }

    private void Change(StringBuilder text, Random random)
    {
        var at = random.Next(text.Length + 1);
        var length = Math.Min(random.Next(1, 12), text.Length - at);
        switch (random.Next(8))
        {
            case 0:
                text.Remove(at, length);
                break;
            case 1 or 2:
                text.Insert(at, Piece(random));
                break;
            case 3 when at < text.Length:
                text[at] = Piece(random)[0];
                break;
            case 4:
                text.Insert(random.Next(text.Length + 1), text.ToString(at, length));
                break;
            case 5:
                var other = seeds[random.Next(seeds.Length)];
                var from = random.Next(other.Length);
                text.Insert(at, other.AsSpan(from, random.Next(other.Length - from)));
                break;
            case 6 when random.Next(8) == 0:
                // Depth, length, repetition: where a parser pays more than once for each byte.
                text.Insert(at, string.Concat(Enumerable.Repeat(Piece(random), random.Next(2000))));
                break;
            default:
                text.Length = at;
                break;
        }
    }

    private string Piece(Random random) => random.Next(3) == 0 ? Traps[random.Next(Traps.Length)] : alphabet[random.Next(alphabet.Length)].ToString();

    private static string Shown(string input) => string.Concat(input.Take(2000).Select(unit => unit is > '\u001f' and < '\u007f' ? unit.ToString() : $"\\u{(int)unit:x4}"));
}
