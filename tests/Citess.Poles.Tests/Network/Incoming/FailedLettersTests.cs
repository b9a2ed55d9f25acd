using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Inbox;
using Citess.Poles.Network.Incoming;
using Citess.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using Orleans.Runtime;
using Xunit;

namespace Citess.Poles.Tests.Network.Incoming;

public sealed class FailedLettersTests : IDisposable
{
    private readonly FakeTimeProvider clock = new(new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    private readonly ServiceProvider services = new ServiceCollection().AddLogging()
        .AddCitessDatabase(new() { Provider = Provider.Sqlite, DataFolder = System.IO.Path.GetTempPath() }).BuildServiceProvider();

    private FailedLetters Letters => new(services.GetRequiredService<IInbox>(), clock);

    [Fact]
    public void A_letter_is_set_aside_when_it_failed_five_times_over_ten_minutes_and_not_before()
    {
        var letters = Letters;
        for (var attempt = 0; attempt < 100; attempt++)
        {
            Assert.False(letters.IsLost(1, new FormatException("broken")));
        }

        clock.Advance(TimeSpan.FromMinutes(10));
        Assert.False(letters.IsLost(2, new FormatException("another")));
        Assert.True(letters.IsLost(1, new FormatException("broken")));
    }

    [Fact]
    public void What_is_taken_at_last_begins_to_count_anew()
    {
        var letters = Letters;
        for (var attempt = 0; attempt < 10; attempt++)
        {
            letters.IsLost(1, new FormatException("broken"));
        }

        letters.Forget([1]);
        clock.Advance(TimeSpan.FromMinutes(10));
        Assert.False(letters.IsLost(1, new FormatException("broken")));
    }

    [Fact]
    public void No_letter_is_lost_because_the_database_a_silo_or_the_pole_is_away_for_a_day()
    {
        var letters = Letters;
        Exception[] faults =
        [
            new SqliteException("database or disk is full", 13), new NpgsqlException("broken", new IOException()), new PostgresException("starting up", "FATAL", "FATAL", "57P03"),
            new TimeoutException(), new SiloUnavailableException("the silo is gone"), new RefusedException(Refusal.Recovering, "Restored."),
            new InvalidOperationException("outside", new TimeoutException()),
        ];
        foreach (var fault in faults)
        {
            for (var hour = 0; hour < 24; hour++)
            {
                clock.Advance(TimeSpan.FromHours(1));
                Assert.False(letters.IsLost(1, fault), fault.GetType().Name);
            }
        }
    }

    [Fact]
    public void What_the_database_refuses_of_the_letter_itself_counts()
    {
        var letters = Letters;
        var fault = new PostgresException("invalid byte sequence", "ERROR", "ERROR", "22021");
        for (var attempt = 0; attempt < 5; attempt++)
        {
            letters.IsLost(1, fault);
        }

        clock.Advance(TimeSpan.FromMinutes(10));
        Assert.True(letters.IsLost(1, fault));
    }

    public void Dispose() => services.Dispose();
}
