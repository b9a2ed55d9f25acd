using System.Globalization;
using System.Text;
using System.Text.Json;
using Citess.ActivityPub.Json;
using Xunit;

namespace Citess.ActivityPub.Tests.Json;

/// <summary>Vectors of RFC 8785 and the rules beside them.</summary>
public sealed class CanonicalJsonTests
{
    private static byte[] Bytes(string json) => CanonicalJson.Canonicalize(JsonElement.Parse(json));

    private static string Text(string json) => Encoding.UTF8.GetString(Bytes(json));

    [Fact]
    public void The_sample_of_RFC_8785_has_the_published_bytes()
    {
        var canonical = Bytes(
            """
            {
              "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
              "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
              "literals": [null, true, false]
            }
            """);
        const string Published =
            "7b 22 6c 69 74 65 72 61 6c 73 22 3a 5b 6e 75 6c 6c 2c 74 72 75 65 2c 66 61 6c 73 65 5d 2c 22 6e " +
            "75 6d 62 65 72 73 22 3a 5b 33 33 33 33 33 33 33 33 33 2e 33 33 33 33 33 33 33 2c 31 65 2b 33 30 " +
            "2c 34 2e 35 2c 30 2e 30 30 32 2c 31 65 2d 32 37 5d 2c 22 73 74 72 69 6e 67 22 3a 22 e2 82 ac 24 " +
            "5c 75 30 30 30 66 5c 6e 41 27 42 5c 22 5c 5c 5c 5c 5c 22 2f 22 7d";
        Assert.Equal(Convert.FromHexString(Published.Replace(" ", "", StringComparison.Ordinal)), canonical);
    }

    [Fact]
    public void Names_are_sorted_by_UTF_16_and_not_by_code_point()
    {
        var sorted = Text(
            """
            {
              "\u20ac": "Euro Sign",
              "\r": "Carriage Return",
              "\ufb33": "Hebrew Letter Dalet With Dagesh",
              "1": "One",
              "\ud83d\ude00": "Emoji: Grinning Face",
              "\u0080": "Control",
              "\u00f6": "Latin Small Letter O With Diaeresis"
            }
            """);
        Assert.Equal(
            "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"ö\":\"Latin Small Letter O With Diaeresis\","
            + "\"€\":\"Euro Sign\",\"😀\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}",
            sorted);
    }

    [Theory]
    [InlineData("0000000000000000", "0")]
    [InlineData("8000000000000000", "0")]
    [InlineData("0000000000000001", "5e-324")]
    [InlineData("8000000000000001", "-5e-324")]
    [InlineData("7fefffffffffffff", "1.7976931348623157e+308")]
    [InlineData("ffefffffffffffff", "-1.7976931348623157e+308")]
    [InlineData("4340000000000000", "9007199254740992")]
    [InlineData("c340000000000000", "-9007199254740992")]
    [InlineData("4430000000000000", "295147905179352830000")]
    [InlineData("44b52d02c7e14af5", "9.999999999999997e+22")]
    [InlineData("44b52d02c7e14af6", "1e+23")]
    [InlineData("44b52d02c7e14af7", "1.0000000000000001e+23")]
    [InlineData("444b1ae4d6e2ef4e", "999999999999999700000")]
    [InlineData("444b1ae4d6e2ef4f", "999999999999999900000")]
    [InlineData("444b1ae4d6e2ef50", "1e+21")]
    [InlineData("3eb0c6f7a0b5ed8c", "9.999999999999997e-7")]
    [InlineData("3eb0c6f7a0b5ed8d", "0.000001")]
    [InlineData("41b3de4355555553", "333333333.3333332")]
    [InlineData("41b3de4355555554", "333333333.33333325")]
    [InlineData("41b3de4355555555", "333333333.3333333")]
    [InlineData("41b3de4355555556", "333333333.3333334")]
    [InlineData("41b3de4355555557", "333333333.33333343")]
    [InlineData("becbf647612f3696", "-0.0000033333333333333333")]
    [InlineData("43143ff3c1cb0959", "1424953923781206.2")]
    public void Numbers_are_written_as_in_appendix_B(string ieee754, string expected)
    {
        var number = BitConverter.UInt64BitsToDouble(ulong.Parse(ieee754, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
        Assert.Equal(expected, Text(number.ToString("E17", CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("-0", "0")]
    [InlineData("-0.0e5", "0")]
    [InlineData("0e-400", "0")]
    [InlineData("1e-400", "0")]
    [InlineData("1.0", "1")]
    [InlineData("100e-2", "1")]
    [InlineData("120", "120")]
    [InlineData("1e20", "100000000000000000000")]
    [InlineData("1e21", "1e+21")]
    [InlineData("123456789012345678901", "123456789012345680000")]
    [InlineData("9007199254740993", "9007199254740992")]
    [InlineData("0.1e-5", "0.000001")]
    [InlineData("0.1e-6", "1e-7")]
    [InlineData("-12.5E-8", "-1.25e-7")]
    [InlineData("-71.184902", "-71.184902")]
    [InlineData("2.2250738585072011e-308", "2.225073858507201e-308")]
    [InlineData("0.1000000000000000055511151231257827021181583404541015625", "0.1")]
    public void Every_spelling_of_a_number_becomes_the_one_of_ECMAScript(string literal, string expected) => Assert.Equal(expected, Text(literal));

    [Theory]
    [InlineData("1e309")]
    [InlineData("-1e309")]
    [InlineData("[1,{\"a\":1e99999}]")]
    public void A_number_beyond_a_double_is_refused(string json) => Assert.Throws<JsonException>(() => Text(json));

    [Theory]
    [InlineData(@"""\ud800""")]
    [InlineData(@"""\udc00x""")]
    [InlineData(@"[""a\ud83d""]")]
    [InlineData(@"{""\ud83d"":1}")]
    [InlineData(@"{""a"":{""b\udc00"":1}}")]
    public void Half_of_a_surrogate_pair_is_refused(string json) => Assert.Throws<JsonException>(() => Text(json));

    [Fact]
    public void A_string_that_is_not_UTF_8_is_refused()
    {
        using var document = JsonDocument.Parse((byte[])[.. "[\""u8, 0xff, .. "\"]"u8]);
        Assert.Throws<JsonException>(() => CanonicalJson.Canonicalize(document.RootElement));
    }

    [Theory]
    [InlineData("""{"a":1,"a":1}""")]
    [InlineData("""{"b":{"a":1,"\u0061":2}}""")]
    public void A_name_given_twice_is_refused(string json) => Assert.Throws<JsonException>(() => Text(json));

    [Fact]
    public void A_long_context_is_written_as_it_came_and_never_as_the_one_before()
    {
        foreach (var last in new[] { "a", "b", "a", "c" })
        {
            var terms = string.Join(',', Enumerable.Range(0, 40).Reverse().Select(number => $"\"term{number:00}\":\"https://example.org/ns#term{number:00}\""));
            var sorted = string.Join(',', Enumerable.Range(0, 40).Select(number => $"\"term{number:00}\":\"https://example.org/ns#term{number:00}\""));
            Assert.Equal(
                $$"""{"@context":[{"last":"{{last}}",{{sorted}} }],"b":{"@context":[{"last":"{{last}}",{{sorted}} }] } }""".Replace(" }", "}", StringComparison.Ordinal),
                Encoding.UTF8.GetString(Bytes($$"""{ "b": { "@context": [{ {{terms}}, "last":"{{last}}" }] }, "@context": [{ {{terms}}, "last":"{{last}}" }] }""")));
        }
    }

    [Fact]
    public void No_value_is_refused() => Assert.Throws<JsonException>(() => CanonicalJson.Canonicalize(default));

    [Fact]
    public void Every_control_character_is_escaped_the_short_way_where_there_is_one()
    {
        var all = string.Concat(Enumerable.Range(0, 0x20).Select(i => $"\\u{i:X4}"));
        const string Expected =
            @"""\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f"
            + @"\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f""";
        Assert.Equal(Expected, Text($"\"{all}\""));
        Assert.Equal("{" + Expected + ":1}", Text($"{{\"{all}\":1}}"));
    }

    [Theory]
    [InlineData(@"""\u007f\u2028\u2029\u00e9\/<>&'+""", "\"\u007f\u2028\u2029é/<>&'+\"")]
    [InlineData(@"""\u0628\u0630\u0648\u0631""", "\"بذور\"")]
    [InlineData(@"""A\u030a""", "\"A\u030a\"")]
    [InlineData("\"plain 😀 بذور\"", "\"plain 😀 بذور\"")]
    public void Every_other_character_stands_as_it_is_and_is_not_normalised(string json, string expected) => Assert.Equal(expected, Text(json));

    [Theory]
    [InlineData(" [ 56 , { \"d\" : true , \"10\" : null , \"1\" : [ ] } ] ", """[56,{"1":[],"10":null,"d":true}]""")]
    [InlineData("""{"1":{"f":{"f":"hi","F":5},"\n":56.0},"10":{},"":"empty","a":{},"111":[{"e":"yes","E":"no"}],"A":{}}""",
        """{"":"empty","1":{"\n":56,"f":{"F":5,"f":"hi"}},"10":{},"111":[{"E":"no","e":"yes"}],"A":{},"a":{}}""")]
    [InlineData("""{"pêche":1,"sin":2,"péché":3,"peach":4}""", """{"peach":4,"péché":3,"pêche":1,"sin":2}""")]
    public void Names_are_sorted_at_each_level_without_locale_and_lists_are_not(string json, string expected) => Assert.Equal(expected, Text(json));
}
