using System.Text;
using Citess.Poles.Accounts;
using Citess.Poles.Kernel;
using Citess.Storage.Catalogue;
using Citess.Storage.Sql;
using Citess.Storage.Tests.Lab;
using Dapper;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Citess.Storage.Tests.Sql;

/// <summary>What is promised of the one file.</summary>
public sealed class SqliteFileTests : StorageTest<SqliteFile>
{
    private const string Name = "Zulaykha-unmistakable";

    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("secure_delete", "1")]
    [InlineData("foreign_keys", "1")]
    [InlineData("busy_timeout", "15000")]
    public async Task Every_connection_has_the_promised_settings(string pragma, string value)
    {
        for (var round = 0; round < 3; round++)
        {
            Assert.Equal(value, await Store.ScalarAsync<string>("PRAGMA " + pragma));
        }
    }

    [Fact]
    public void Folder_and_files_are_their_owners_alone()
    {
        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
            | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
        var files = Directory.GetFiles(Options.DataFolder);

        Assert.Contains(Options.DatabaseFile, files);
        Assert.All(files.Append(Options.DataFolder), path => Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(path) & others));
    }

    [Fact]
    public async Task An_erased_person_is_not_in_the_file_any_more()
    {
        var rows = Store.Get<IAccountRows>();
        var account = new Account { Id = "a1", UserName = Name, NormalizedUserName = Name, DisplayName = Name };
        await rows.CreateAsync(account, CancellationToken.None);
        Assert.True(await StandsInFilesAsync(Name));

        await rows.DeleteAsync(account, CancellationToken.None);

        Assert.False(await StandsInFilesAsync(Name));
    }

    [Fact]
    public async Task Words_taken_out_of_a_record_are_not_in_the_index_any_more()
    {
        var word = Name.ToLowerInvariant().Split('-')[1];
        await PutAsync(Sample.Entry(Sample.Key(1), 1, Name));
        Assert.True(await StandsInFilesAsync(word));

        await PutAsync(Sample.Entry(Sample.Key(1), 2, "hort"));
        await Store.Database.ForgetAsync();

        Assert.False(await StandsInFilesAsync(word));
        Assert.False(await StandsInFilesAsync(Name));
    }

    [Fact]
    public async Task A_trimmed_letter_is_not_in_the_file_any_more()
    {
        await Store.Inbox.KeepAsync(Sample.Letter("a", body: Name));
        await Store.Inbox.DoneAsync(await Store.Inbox.WaitingAsync(Sample.Barcelona, 1), [], new Dictionary<long, string>());
        Assert.True(await StandsInFilesAsync(Name));

        await Store.Inbox.TrimAsync(DateTimeOffset.UtcNow.AddDays(1));

        Assert.False(await StandsInFilesAsync(Name));
    }

    [Fact]
    public async Task A_reader_under_way_does_not_have_all_writers_wait_for_the_log_to_be_emptied()
    {
        await using var reader = (SqliteConnection)await Store.Database.Source.OpenConnectionAsync();
        await using var moment = reader.BeginTransaction(deferred: true);
        await reader.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM inbox", transaction: moment);
        await Store.Inbox.KeepAsync(Sample.Letter("a"));

        // With the patience of every other statement it would be fifteen seconds.
        await Store.Database.ForgetAsync().WaitAsync(TimeSpan.FromSeconds(10));
        await Every_connection_has_the_promised_settings("busy_timeout", "15000");
    }

    [Fact]
    public async Task Writers_pass_the_gate_in_the_order_in_which_they_came()
    {
        using var gate = new WriterGate(Provider.Sqlite);
        var order = new List<int>();
        var first = await gate.EnterAsync();
        var waiting = Enumerable.Range(0, 20).Select(async number =>
        {
            using var pass = await gate.EnterAsync();
            order.Add(number);
        }).ToList();

        Assert.Empty(order);
        first.Dispose();
        await Task.WhenAll(waiting);
        Assert.Equal(Enumerable.Range(0, 20), order);
    }

    private Task PutAsync(Citess.Poles.Kernel.Catalogue.CatalogueEntry entry) =>
        Store.Database.WriteAsync(writing => Store.Get<CatalogueRows>().PutAsync(writing, entry));

    private async Task<bool> StandsInFilesAsync(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        foreach (var file in Directory.GetFiles(Options.DataFolder))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var all = new MemoryStream();
            await stream.CopyToAsync(all);
            if (all.ToArray().AsSpan().IndexOf(bytes) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
