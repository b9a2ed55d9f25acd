using System.Text;
using Citess.ActivityPub.Signatures;
using Xunit;

namespace Citess.ActivityPub.Tests.Signatures;

/// <summary>RFC 8941, §4.2, with the examples of its §3.2 and §3.3, and the bounds of ours.</summary>
public sealed class StructuredReaderTests
{
    private static Dictionary<string, FieldMember>? Read(params string[] lines) => StructuredReader.TryReadDictionary(lines, out var members) ? members : null;

    private static string? Again(string value) => Read("a=" + value)?["a"] is not { } member ? null : Spelled(member);

    private static string Spelled(FieldMember member)
    {
        var output = new StringBuilder();
        if (member.Items is null)
        {
            new FieldItem(member.Value, member.Parameters).Write(output);
        }
        else
        {
            member.Write(output);
        }

        return output.ToString();
    }

    [Theory]
    [InlineData("1")]
    [InlineData("-42")]
    [InlineData("999999999999999")]
    [InlineData("4.5")]
    [InlineData("\"\"")]
    [InlineData("\"Applepie\"")]
    [InlineData("\"a \\\"b\\\\ c\"")]
    [InlineData("foo123/456")]
    [InlineData("*:/!#$%&'*+-.^_`|~")]
    [InlineData(":cHJldGVuZCB0aGlzIGlzIGJpbmFyeSBjb250ZW50Lg==:")]
    [InlineData("::")]
    [InlineData("?1;x=?0")]
    [InlineData("?0")]
    [InlineData("(\"foo\" \"bar\";a;b=2 9.3);lvl=5")]
    [InlineData("()")]
    public void What_is_spelled_as_serialising_spells_it_is_read_as_it_is(string value) => Assert.Equal(value, Again(value));

    [Theory]
    [InlineData("-0", "0")]
    [InlineData("007", "7")]
    [InlineData("1.500", "1.5")]
    [InlineData("2.0", "2.0")]
    [InlineData("00.10", "0.1")]
    [InlineData("1;  b;c = 2", null)]
    [InlineData("1;  b;c=2", "1;b;c=2")]
    [InlineData("(  1   2  )", "(1 2)")]
    [InlineData("?1;x=?1", "?1;x")]
    public void Every_other_spelling_is_brought_to_that_one_or_refused(string value, string? expected) => Assert.Equal(expected, Again(value));

    [Theory]
    [InlineData("1000000000000000")]
    [InlineData("1.2345")]
    [InlineData("1234567890123.1")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("-")]
    [InlineData("\"open")]
    [InlineData("\"bad \\n\"")]
    [InlineData("\"é\"")]
    [InlineData("\"tab\t\"")]
    [InlineData(":AA=:")]
    [InlineData(":AAE=")]
    [InlineData(":AAF=:")]
    [InlineData(":A A=:")]
    [InlineData("?2")]
    [InlineData("?")]
    [InlineData("(1 2")]
    [InlineData("(1,2)")]
    [InlineData("(\"a\"\"b\")")]
    [InlineData("((1))")]
    [InlineData("1;A=1")]
    [InlineData("1;a=1;a=1")]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("1 2")]
    public void What_is_no_value_is_refused(string value) => Assert.Null(Again(value));

    [Theory]
    [InlineData("a=1,")]
    [InlineData(",a=1")]
    [InlineData("a=1,,b=2")]
    [InlineData("A=1")]
    [InlineData("1=1")]
    [InlineData("a =1")]
    [InlineData("a= 1")]
    [InlineData("\ta=1")]
    [InlineData("a=1 b=2")]
    public void What_is_no_dictionary_is_refused(string field) => Assert.Null(Read(field));

    [Fact]
    public void A_name_that_comes_twice_is_refused_though_the_RFC_lets_the_last_one_win()
    {
        Assert.Null(Read("a=1, b=2, a=3"));
        Assert.Null(Read("a=1", "a=3"));
    }

    [Fact]
    public void A_field_of_several_lines_is_one_dictionary_and_a_name_alone_means_true()
    {
        var members = Read(" a=1 ,\tb;x=9 ", "c=(\"k\");y")!;
        Assert.Equal(["a", "b", "c"], members.Keys);
        Assert.Equal((1L, BareItem.True, 9L), (members["a"].Value.Integer, members["b"].Value, members["b"]["x"]?.Integer));
        Assert.Equal(("k", BareItem.True), (members["c"].Items!.Single().Value.Text, members["c"]["y"]));
        Assert.Empty(Read("")!);
        Assert.Empty(Read("  ")!);
    }

    [Fact]
    public void Escapes_stand_for_what_they_mean_and_other_kinds_are_no_text()
    {
        var member = Read("""a="x\"y\\z";n=1""")!["a"];
        Assert.Equal("x\"y\\z", member.Value.Text);
        Assert.Equal((null, null, 1L), (member.Value.Integer, member["n"]?.Text, member["n"]?.Integer));
        Assert.Equal([0, 1, 2], Read("a=:AAEC:")!["a"].Value.Bytes);
    }

    [Fact]
    public void The_bounds_hold()
    {
        Assert.NotNull(Read(string.Join(',', Enumerable.Range(0, StructuredReader.MaxItems).Select(i => $"k{i}"))));
        Assert.Null(Read(string.Join(',', Enumerable.Range(0, StructuredReader.MaxItems + 1).Select(i => $"k{i}"))));
        Assert.NotNull(Again("(" + string.Join(' ', Enumerable.Range(0, StructuredReader.MaxItems)) + ")"));
        Assert.Null(Again("(" + string.Join(' ', Enumerable.Range(0, StructuredReader.MaxItems + 1)) + ")"));
        Assert.Null(Again("1" + string.Concat(Enumerable.Range(0, StructuredReader.MaxItems + 1).Select(i => $";p{i}"))));
        Assert.NotNull(Again("\"" + new string('x', StructuredReader.MaxLength - 4) + "\""));
        Assert.Null(Again("\"" + new string('x', StructuredReader.MaxLength - 3) + "\""));
        Assert.Null(Read([.. Enumerable.Repeat("", 100)]));
    }
}
