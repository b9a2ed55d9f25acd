using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Kernel.Letters;
using Citess.Storage.Tests.Lab;
using Xunit;

namespace Citess.Storage.Tests.Letters;

public abstract class SealedLetterTests<TDatabase> : StorageTest<TDatabase>
    where TDatabase : TestDatabase, new()
{
    private ISealedLetters Letters => Store.Get<ISealedLetters>();

    [Fact]
    public async Task Rule_11_a_letter_and_its_offer_are_kept_together_and_once()
    {
        var letter = Ours(1);
        Assert.True(await Letters.WriteAsync(letter, Word(letter, "Offer")));
        Assert.False(await Letters.WriteAsync(letter with { Text = "un autre" }, Word(letter, "Offer")));

        Assert.Equal(letter, await Letters.FindAsync("", letter.Id));
        Assert.Null(Assert.Single(await Letters.ListAsync(10)).Text);
        Assert.Equal(1, await Store.ScalarAsync<long>("SELECT COUNT(*) FROM outbox"));
        Assert.Empty(await Letters.DueAsync(DateTimeOffset.MaxValue.AddDays(-1), 10));
        Assert.True(await Letters.AcknowledgeAsync(letter.Id, Sample.Day));
        Assert.False(await Letters.AcknowledgeAsync(letter.Id, Sample.Day.AddDays(1)));
        Assert.Equal(Sample.Day, (await Letters.FindAsync("", letter.Id))!.Received);
    }

    [Fact]
    public async Task Rule_11_what_was_fetched_that_it_was_and_the_receipt_are_one()
    {
        var letter = Theirs(1);
        Assert.True(await Letters.NoteAsync(letter));
        Assert.False(await Letters.NoteAsync(letter));
        Assert.Equal(letter.Id, Assert.Single(await Letters.DueAsync(Sample.Day, 10)).Id);
        await Letters.FailAsync(letter, "silent", Sample.Day.AddHours(1));
        Assert.Empty(await Letters.DueAsync(Sample.Day, 10));
        var due = Assert.Single(await Letters.DueAsync(Sample.Day.AddHours(1), 10));
        Assert.Equal((1, "silent"), (due.Failures, due.Problem));

        var fetched = letter with { Text = "Leila", Language = "fr", Received = Sample.Day };
        await Assert.ThrowsAnyAsync<Exception>(() => Letters.ReceiveAsync(fetched, Word(letter, "Accept") with { Id = null! }));
        Assert.Null((await Letters.FindAsync(Sample.Barcelona, letter.Id))!.Text);

        Assert.True(await Letters.ReceiveAsync(fetched, Word(letter, "Accept")));
        Assert.False(await Letters.ReceiveAsync(fetched, Word(letter, "Accept")));
        Assert.Equal(("Leila", (string?)null), ((await Letters.FindAsync(Sample.Barcelona, letter.Id))!.Text, (await Letters.FindAsync(Sample.Barcelona, letter.Id))!.Problem));
        Assert.Empty(await Letters.DueAsync(DateTimeOffset.MaxValue.AddDays(-1), 10));
        Assert.Equal(1, await Store.ScalarAsync<long>("SELECT COUNT(*) FROM outbox"));
    }

    [Fact]
    public async Task Rule_11_what_was_erased_says_nothing_any_more_and_does_not_come_back()
    {
        var letter = Theirs(1);
        await Letters.NoteAsync(letter);
        await Letters.EraseAsync(Sample.Barcelona, letter.Id, Sample.Day, Word(letter, "Reject"));

        Assert.False(await Letters.ReceiveAsync(letter with { Text = "Leila", Received = Sample.Day }, Word(letter, "Accept")));
        Assert.False(await Letters.NoteAsync(letter));
        Assert.Empty(await Letters.DueAsync(DateTimeOffset.MaxValue.AddDays(-1), 10));
        Assert.True(await Letters.ConfirmAsync(Sample.Barcelona, letter.Id, Sample.Day));
        var left = (await Letters.FindAsync(Sample.Barcelona, letter.Id))!;
        Assert.Equal((null, null, Sample.Day, Sample.Day), (left.Text, left.Language, left.Erased, left.Confirmed));
        Assert.Equal(1, await Store.ScalarAsync<long>("SELECT COUNT(*) FROM outbox"));
    }

    [Fact]
    public async Task A_partner_cannot_fill_the_table_with_letters_that_wait()
    {
        for (var number = 0; number < ISealedLetters.MaxWaiting; number++)
        {
            Assert.True(await Letters.NoteAsync(Theirs(number)));
        }

        Assert.False(await Letters.NoteAsync(Theirs(5000)));
        Assert.True(await Letters.NoteAsync(Theirs(5000) with { Origin = "sidibouzid.example" }));
    }

    private static SealedLetter Ours(int number) => new()
    {
        Origin = "",
        Id = Sample.Id(number),
        Relation = Sample.Barcelona,
        Actor = $"https://{Sample.Barcelona}/pole/{Sample.Id(0)}",
        Address = $"{Sample.Mahdia}/letter/{Sample.Id(number)}",
        Offer = $"{Sample.Mahdia}/activity/{number}",
        Text = "Leila cherche un four. «فرن»",
        Language = "fr",
        Written = Sample.Day,
    };

    private static SealedLetter Theirs(int number) => Ours(number) with { Origin = Sample.Barcelona, Text = null, Language = null };

    private static OutboxEntry Word(SealedLetter letter, string verb) => new()
    {
        Id = $"{verb}/{letter.Id}",
        Key = "letter/" + letter.Id,
        Sharing = Sample.Sharing("letter/" + letter.Id, 1, verb) with { Addressee = letter.Relation },
    };
}

public sealed class SealedLettersOnSqlite : SealedLetterTests<SqliteFile>;

public sealed class SealedLettersOnPostgreSql : SealedLetterTests<PostgresDatabase>;
