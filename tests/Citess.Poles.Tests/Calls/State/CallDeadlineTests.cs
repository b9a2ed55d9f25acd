using Citess.Poles.Calls;
using Citess.Poles.Calls.State;
using Xunit;
using static Citess.Poles.Tests.Calls.CallExamples;

namespace Citess.Poles.Tests.Calls.State;

public sealed class CallDeadlineTests
{
    [Theory]
    [InlineData("2026-11-29T09:00:00Z", DeadlineKind.Days, 21)]
    [InlineData("2026-12-18T23:30:00Z", DeadlineKind.Days, 1)]
    [InlineData("2026-12-18T22:30:00Z", DeadlineKind.Days, 2)]
    [InlineData("2026-12-19T23:30:00Z", DeadlineKind.Today, 0)]
    [InlineData("2026-12-20T16:00:00Z", DeadlineKind.Today, 0)]
    [InlineData("2026-12-20T16:00:01Z", DeadlineKind.Over, 0)]
    public void Days_are_those_of_the_calendar_where_the_call_ends(string now, DeadlineKind kind, int days)
    {
        var deadline = CallDeadline.Of(Open, DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal((kind, days), (deadline.Kind, deadline.Days));
    }

    [Fact]
    public void The_same_time_of_day_is_another_instant_elsewhere()
    {
        Assert.Equal(TimeSpan.FromHours(1), CallDeadline.EndOf(Open with { TimeZone = "Europe/Lisbon" }) - CallDeadline.EndOf(Open));
        Assert.Equal(CallDeadline.EndOf(Open), CallDeadline.EndOf(Open with { TimeZone = "Africa/Tunis" }));

        // In summer Brussels is an hour ahead of Tunis.
        Assert.Equal(TimeSpan.FromHours(1), CallDeadline.EndOf(Open with { Deadline = "2027-07-01T12:00", TimeZone = "Africa/Tunis" }) - CallDeadline.EndOf(Open with { Deadline = "2027-07-01T12:00" }));
    }

    [Fact]
    public void Without_one_there_is_none() => Assert.Equal((DeadlineKind.None, (DateTimeOffset?)null), (CallDeadline.Of(Barest, Now).Kind, CallDeadline.Of(Barest, Now).At));

    [Theory]
    [InlineData("fr", "2026-12-17T09:00:00Z", "encore 3 jours")]
    [InlineData("en", "2026-12-19T09:00:00Z", "1 day left")]
    [InlineData("ar", "2026-12-18T09:00:00Z", "بقي يومان")]
    [InlineData("es", "2026-12-20T09:00:00Z", "el plazo termina hoy")]
    public void It_is_said_in_words(string language, string now, string words)
    {
        var before = System.Globalization.CultureInfo.CurrentUICulture;
        try
        {
            System.Globalization.CultureInfo.CurrentUICulture = Citess.Poles.Kernel.Culture.Languages.Find(language)!.Culture;
            Assert.Equal(words, CallWords.Line(CallDeadline.Of(Open, DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture)), Words));
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentUICulture = before;
        }
    }
}
