using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Inbox;
using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Practices;
using Citess.Server.Tests.Security;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Citess.Server.Tests.Hosting;

/// <summary>What the house does by itself every six hours, when the time has come.</summary>
public sealed class HousekeepingTests(House mahdia) : IClassFixture<House>
{
    private IGrainFactory Grains => mahdia.Services.GetRequiredService<IGrainFactory>();

    [Fact]
    public async Task Rule_9_bodies_of_more_than_90_days_go_with_the_round_of_the_house_and_a_cursor_from_before_has_the_latest()
    {
        var key = RecordKey.New(PracticeKind.Kind, mahdia.Clock);
        var practice = Grains.GetGrain<IPracticeGrain>(key.ToString());
        await practice.CreateAsync(Named("Pressoir partagé"), Audience.Public, "amira");
        await practice.EditAsync(Named("Pressoir partagé, et ses frais"), Audience.Public, seen: 1, "amira");
        var ledger = mahdia.Services.GetRequiredService<ILedger>();
        while (await ledger.PublishAsync() > 0)
        {
        }

        var before = (await ledger.ReadAsync(0, 100)).ToList();
        var (first, latest) = (before.Single(entry => entry.About == key.ToString() && entry.Revision == 1), before.Single(entry => entry.About == key.ToString() && entry.Revision == 2));
        await RoundAsync(daysLater: 89);
        Assert.Equal(before.Select(entry => entry.Activity), (await ledger.ReadAsync(0, 100)).Select(entry => entry.Activity));

        await RoundAsync(daysLater: 91);
        var after = await ledger.ReadAsync(0, 100);
        Assert.Equal(before.Select(entry => (entry.Number, entry.About, entry.Revision, entry.ActivityId)), after.Select(entry => (entry.Number, entry.About, entry.Revision, entry.ActivityId)));
        Assert.Equal("", after.Single(entry => entry.Number == first.Number).Activity);
        Assert.Equal(latest.Activity, after.Single(entry => entry.Number == latest.Number).Activity);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(first.Activity))), await AskAsync("SELECT hash FROM ledger WHERE number = " + first.Number));

        // Who stands before both asks for what came since, and who has the old address finds nothing there any more.
        using var http = new HttpClient { BaseAddress = new Uri(mahdia.Origin) };
        http.DefaultRequestHeaders.Accept.ParseAdd("application/activity+json");
        var page = JsonElement.Parse(await http.GetStringAsync($"/changes?after={await AskAsync("SELECT epoch FROM node")}.{first.Number - 1}"));
        Assert.Equal([2], page.GetProperty("orderedItems").EnumerateArray().Where(item => item.GetProperty("id").GetString()!.EndsWith(key.ToString(), StringComparison.Ordinal)).Select(item => item.GetProperty("revision").GetInt32()));
        using var gone = await http.GetAsync(new Uri(first.ActivityId).AbsolutePath);
        using var there = await http.GetAsync(new Uri(latest.ActivityId).AbsolutePath);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (gone.StatusCode, there.StatusCode));
    }

    private static Practice Named(string title) => new() { Title = MultilingualText.Of("fr", title), Line = MultilingualText.Of("fr", "Des coopératives partagent un pressoir.") };

    /// <summary>As the reminder does it.</summary>
    private Task RoundAsync(int daysLater)
    {
        mahdia.Clock.Ahead = TimeSpan.FromDays(daysLater);
        return Grains.GetGrain<IHousekeepingGrain>("housekeeping/pole").AsReference<IRemindable>().ReceiveReminder("put-away", default);
    }

    private async Task<string?> AskAsync(string sql)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = mahdia.DatabaseFile, Pooling = false, Mode = SqliteOpenMode.ReadOnly }.ConnectionString);
        return await connection.ExecuteScalarAsync<string>(sql);
    }
}
