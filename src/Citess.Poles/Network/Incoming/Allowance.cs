using System.Collections.Concurrent;

namespace Citess.Poles.Network.Incoming;

/// <summary>How much one host may have us keep, once its signature was verified.</summary>
public sealed record AllowanceOptions
{
    /// <summary>Whether there is a limit at all; false is for measurements.</summary>
    public bool IsOn { get; init; } = true;

    /// <summary>Letters of a partner pole in a minute: more than one that catches up sends.</summary>
    public int PartnerLetters { get; init; } = 200_000;

    /// <summary>Bytes of a partner pole in a day.</summary>
    public long PartnerBytes { get; init; } = 8L << 30;

    /// <summary>Letters of any other host in a day.</summary>
    public int StrangerLetters { get; init; } = 20_000;

    /// <summary>Bytes of any other host in a day.</summary>
    public long StrangerBytes { get; init; } = 64 << 20;
}

/// <summary>
/// What each host had kept here of late. By the host whose signature holds, and not by address: a partner that catches up
/// is not held up by its neighbours, nor can they fill the disk in its name.
/// </summary>
internal sealed class Allowance(AllowanceOptions options, TimeProvider clock)
{
    private const int MaxHosts = 20_000;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<string, Account> accounts = new(StringComparer.Ordinal);

    public int Count => accounts.Count;

    /// <summary>Counts a letter; null when the host may have it kept, else how long it is to wait.</summary>
    public TimeSpan? Take(string authority, bool isPartner, int bytes)
    {
        if (!options.IsOn)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        if (accounts.Count >= MaxHosts && !accounts.ContainsKey(authority))
        {
            Forget(now);
        }

        return accounts.GetOrAdd(authority, static _ => new()).Take(
            now,
            isPartner ? Minute : Day,
            isPartner ? options.PartnerLetters : options.StrangerLetters,
            bytes,
            isPartner ? options.PartnerBytes : options.StrangerBytes);
    }

    /// <summary>Anybody can invent hosts: first those go that have not written for a day, then all.</summary>
    private void Forget(DateTimeOffset now)
    {
        foreach (var (authority, account) in accounts.Where(each => each.Value.IsOver(now)))
        {
            accounts.TryRemove(KeyValuePair.Create(authority, account));
        }

        if (accounts.Count >= MaxHosts)
        {
            accounts.Clear();
        }
    }

    private sealed class Account
    {
        private readonly Lock gate = new();
        private Spell letters;
        private Spell volume;

        public bool IsOver(DateTimeOffset now) => volume.Until <= now;

        public TimeSpan? Take(DateTimeOffset now, TimeSpan spell, int maxLetters, int bytes, long maxBytes)
        {
            lock (gate)
            {
                letters = letters.At(now, spell);
                volume = volume.At(now, Day);
                if (letters.Used + 1 > maxLetters)
                {
                    return letters.Until - now;
                }

                if (volume.Used + bytes > maxBytes)
                {
                    return volume.Until - now;
                }

                letters = letters with { Used = letters.Used + 1 };
                volume = volume with { Used = volume.Used + bytes };
                return null;
            }
        }
    }

    [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
    private readonly record struct Spell(long Used, DateTimeOffset Until)
    {
        public Spell At(DateTimeOffset now, TimeSpan length) => now < Until ? this : new(0, now + length);
    }
}
