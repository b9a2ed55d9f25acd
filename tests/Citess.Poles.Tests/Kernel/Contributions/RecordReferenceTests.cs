using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Contributions;
using Citess.Poles.Tests.Cast;
using Xunit;

namespace Citess.Poles.Tests.Kernel.Contributions;

public sealed class RecordReferenceTests
{
    private const string Id = "01JDA5R1V7Q0W3M9K2X4T6B8CE";
    private const string Owner = "https://barcelona.example/pole/01JD9ZK8Q4H2M6N0P3R5S7T9VW";

    [Fact]
    public void A_record_of_ours_has_no_address_in_it_and_one_of_another_pole_has_its_owner()
    {
        var (ours, theirs) = (RecordReference.Of(Mahdia.Pole.Origin + "/practice/" + Id, owner: null, Mahdia.Pole), RecordReference.Of("https://barcelona.example/practice/" + Id, Owner, Mahdia.Pole));
        Assert.Equal(("", "practice/" + Id, ""), (ours.Origin, ours.Key, ours.Owner));
        Assert.Equal(("https://barcelona.example", "practice/" + Id, Owner), (theirs.Origin, theirs.Key, theirs.Owner));
        Assert.Equal([Mahdia.Pole.Origin + "/practice/" + Id, "practice/" + Id, "practice/" + Id], [ours.Address(Mahdia.Pole), ours.PagePath, ours.ToString()]);
        Assert.Equal(["https://barcelona.example/practice/" + Id, "from/barcelona.example/practice/" + Id, "barcelona.example/practice/" + Id], [theirs.Address(Mahdia.Pole), theirs.PagePath, theirs.ToString()]);
        Assert.Equal(theirs, Mahdia.Carried(theirs));
        Assert.Equal(theirs, StateJson.Read<RecordReference>(StateJson.Write(theirs)));
    }

    [Theory]
    [InlineData(null, Owner)]
    [InlineData("", Owner)]
    [InlineData("https://barcelona.example/practice/" + Id, null)]
    [InlineData("https://barcelona.example/practice/" + Id, "https://mallory.example/pole/01JD9ZK8Q4H2M6N0P3R5S7T9VW")]
    [InlineData("https://barcelona.example/practice/" + Id + "/history", Owner)]
    [InlineData("https://barcelona.example/practice/" + Id + "?x", Owner)]
    [InlineData("https://barcelona.example/practice/" + Id + "#block-x", Owner)]
    [InlineData("https://barcelona.example/practice/01jda5r1v7q0w3m9k2x4t6b8ce", Owner)]
    [InlineData("https://barcelona.example/Practice/" + Id, Owner)]
    [InlineData("https://user@barcelona.example/practice/" + Id, Owner)]
    [InlineData("https://BARCELONA.example/practice/" + Id, Owner)]
    [InlineData("ftp://barcelona.example/practice/" + Id, Owner)]
    [InlineData("practice/" + Id, Owner)]
    public void What_is_no_address_of_a_record_of_that_owner_names_nothing(string? address, string? owner) =>
        Assert.True(RecordReference.Of(address, owner, Mahdia.Pole).IsNone);

    [Fact]
    public void An_address_without_end_names_nothing() =>
        Assert.True(RecordReference.Of($"https://{string.Join('.', Enumerable.Repeat(new string('a', 60), 6))}.example/practice/{Id}", Owner, Mahdia.Pole).IsNone);

    [Fact]
    public void What_one_pole_said_of_a_thing_has_one_addition_whoever_comes_to_it()
    {
        var key = Addition.KeyOf("barcelona.example", "adoption/" + Id);
        Assert.Equal(key, Addition.KeyOf("barcelona.example", "adoption/" + Id));
        Assert.Equal("addition", key.Kind);
        Assert.NotEqual(key, Addition.KeyOf("mallory.example", "adoption/" + Id));
        Assert.True(RecordKey.TryRecord(key.Kind, key.Id, out _));
    }
}
