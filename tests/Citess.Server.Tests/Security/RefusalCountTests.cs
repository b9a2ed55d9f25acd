using System.Diagnostics.Metrics;
using System.Net;
using Xunit;

namespace Citess.Server.Tests.Security;

/// <summary>Whatever a running pole refuses other servers is in <c>citess.refusals</c>. Alone: the counter is one for the process.</summary>
[Collection(nameof(RefusalCountTests))]
public sealed class RefusalCountTests(LimitedHouse mahdia) : IClassFixture<LimitedHouse>
{
    [Fact]
    public async Task Inboxes_that_are_none_and_letters_that_are_too_many_are_counted_one_by_one()
    {
        var counted = new List<string>();
        using var meters = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == "citess.refusals")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        meters.SetMeasurementEventCallback<long>((_, count, tags, _) =>
        {
            lock (counted)
            {
                counted.AddRange(Enumerable.Repeat((string)tags[0].Value!, (int)count));
            }
        });
        meters.Start();

        using var mallory = mahdia.Visitor();
        mallory.Headers.Add("X-Forwarded-For", "192.0.2.66");
        Assert.Equal(["not-found"], await PostAsync("/people/inbox", HttpStatusCode.NotFound));
        Assert.Equal(["not-found"], await PostAsync("/pole/01JNPV3T000000000000000000/inbox", HttpStatusCode.NotFound));
        for (var letter = 1; letter < 20; letter++)
        {
            Assert.Equal(["not-an-activity"], await PostAsync("/inbox", HttpStatusCode.BadRequest));
        }

        Assert.Equal(["rate-limited"], await PostAsync("/inbox", HttpStatusCode.TooManyRequests));
        Assert.Equal(["rate-limited"], await PostAsync("/inbox", HttpStatusCode.TooManyRequests));

        async Task<string[]> PostAsync(string path, HttpStatusCode status)
        {
            lock (counted)
            {
                counted.Clear();
            }

            await mallory.AskAsync(HttpMethod.Post, path, new { });
            Assert.Equal(status, mallory.Status);
            lock (counted)
            {
                return [.. counted];
            }
        }
    }
}

[CollectionDefinition(nameof(RefusalCountTests), DisableParallelization = true)]
public sealed class RefusalCountCollection;
