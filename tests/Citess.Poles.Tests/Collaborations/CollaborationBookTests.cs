using Citess.Poles.Collaborations;
using Citess.Poles.Collaborations.Log;
using Citess.Poles.Tests.Collaborations.Log;
using Xunit;

namespace Citess.Poles.Tests.Collaborations;

/// <summary>What is remembered stays within its bound, and what does not fit costs the others nothing.</summary>
public sealed class CollaborationBookTests : IDisposable
{
    private const int Events = 10;

    private readonly List<Voice> voices = [];
    private readonly Rows rows = new();

    public void Dispose() => voices.ForEach(voice => voice.Dispose());

    [Fact]
    public async Task A_list_of_more_than_is_remembered_verifies_anew_only_what_does_not_fit()
    {
        var logs = Logs(6);
        var book = new CollaborationBook(rows, most: 3 * Events);
        await book.AllAsync();
        rows.Read.Clear();
        Assert.All(await book.AllAsync(), held => Assert.Equal(Events, held.Events.Count));
        Assert.Equal(3 * Events, logs.Sum(log => rows.Read[log]));
    }

    [Fact]
    public async Task What_is_opened_takes_the_place_of_what_was_opened_longest_ago()
    {
        var logs = Logs(4);
        var book = new CollaborationBook(rows, most: 3 * Events);
        foreach (var log in new[] { 0, 1, 2, 0, 3 })
        {
            await book.ReadAsync(logs[log]);
        }

        rows.Read.Clear();
        foreach (var log in new[] { 0, 2, 3 })
        {
            await book.ReadAsync(logs[log]);
            Assert.Equal(0, rows.Read[logs[log]]);
        }

        await book.ReadAsync(logs[1]);
        Assert.Equal(Events, rows.Read[logs[1]]);
    }

    [Fact]
    public async Task One_that_alone_is_more_than_is_remembered_is_read_on_from_where_it_was()
    {
        var log = Assert.Single(Logs(1));
        var book = new CollaborationBook(rows, most: Events - 1);
        await book.ReadAsync(log);
        rows.Add(voices[0].Say(EventTypes.Task, new { title = "Encore" }));
        rows.Read.Clear();
        Assert.Equal(Events + 1, (await book.ReadAsync(log)).Events.Count);
        Assert.Equal(1, rows.Read[log]);
    }

    private List<string> Logs(int count)
    {
        var logs = new List<string>();
        for (var number = 0; number < count; number++)
        {
            var voice = new Voice($"p{number}.example");
            voices.Add(voice);
            rows.Add(voice.Begin([]));
            rows.Add(Enumerable.Range(1, Events - 1).Select(task => voice.Say(EventTypes.Task, new { title = "T" + task })));
            logs.Add(voice.Log);
        }

        return logs;
    }
}
