using System.Globalization;
using System.Runtime.InteropServices;

namespace Citess.Poles.Calls.State;

/// <summary>How a deadline stands to the present.</summary>
public enum DeadlineKind
{
    /// <summary>There is none yet.</summary>
    None,
    Days,
    Today,
    Over,
}

/// <summary>The deadline of a call, by its own clocks: at noon in Tunis it is not yet over for a call that ends at noon in Lisbon.</summary>
/// <param name="Kind">How it stands.</param>
/// <param name="Days">Days by the calendar of its zone; 0 on the day itself and behind it.</param>
/// <param name="At">The instant, with the offset of its zone; null when there is none.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct CallDeadline(DeadlineKind Kind, int Days, DateTimeOffset? At)
{
    /// <summary>How the papers of a call say it, as records keep it.</summary>
    public const string Form = "yyyy-MM-dd'T'HH:mm";

    /// <summary>Where the deadline of a call stands at this moment.</summary>
    public static CallDeadline Of(Call call, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(call);
        return Of(EndOf(call), call.TimeZone, now);
    }

    /// <summary>The same of a deadline that is known as an instant, as lists have it.</summary>
    public static CallDeadline Of(DateTimeOffset? at, string timeZone, DateTimeOffset now)
    {
        if (at is not { } end)
        {
            return new(DeadlineKind.None, 0, null);
        }

        if (now > end)
        {
            return new(DeadlineKind.Over, 0, end);
        }

        var zone = Zone(timeZone) ?? TimeZoneInfo.Utc;
        var days = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(end, zone).DateTime).DayNumber - DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime).DayNumber;
        return days == 0 ? new(DeadlineKind.Today, 0, end) : new(DeadlineKind.Days, days, end);
    }

    /// <summary>The instant; null when there is none, or none that makes sense.</summary>
    public static DateTimeOffset? EndOf(Call call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return Local(call.Deadline) is { } local && Zone(call.TimeZone) is { } zone ? new DateTimeOffset(local, zone.GetUtcOffset(local)) : null;
    }

    /// <summary>What was written, without its zone; null when it is no time.</summary>
    public static DateTime? Local(string text) =>
        DateTime.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && local.Year is >= 2000 and <= 2200 ? local : null;

    /// <summary>The zone with this IANA name; null when there is none.</summary>
    public static TimeZoneInfo? Zone(string name) => name.Length is > 0 and <= 60 && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;
}
