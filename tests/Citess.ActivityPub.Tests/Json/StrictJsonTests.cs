using System.Text;
using System.Text.Json;
using Citess.ActivityPub.Json;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Citess.ActivityPub.Tests.Json;

public sealed class StrictJsonTests
{
    private static JsonFault? Fault(string text) => StrictJson.TryParse(Encoding.UTF8.GetBytes(text), out _);

    private static string Nested(int depth, string open, string close) =>
        string.Concat(Enumerable.Repeat(open, depth)) + "1" + string.Concat(Enumerable.Repeat(close, depth));

    private static string ListOf(int items) => "[" + string.Join(',', Enumerable.Range(0, items)) + "]";

    private static string ObjectOf(int members) => "{" + string.Join(',', Enumerable.Range(0, members).Select(i => $"\"n{i}\":{i}")) + "}";

    [Fact]
    public void A_document_is_read_whole()
    {
        Assert.Null(StrictJson.TryParse("""{"type":"Article","name":"بذور","tags":[1,{"a":null}]}"""u8.ToArray(), out var root));
        Assert.Equal("Article", root.GetProperty("type").GetString());
        Assert.Equal("بذور", root.GetProperty("name").GetString());
        Assert.Equal(JsonValueKind.Null, root.GetProperty("tags")[1].GetProperty("a").ValueKind);
    }

    [Fact]
    public void The_root_does_not_change_with_the_bytes_it_was_read_from()
    {
        var bytes = """{"name":"Mahdia"}"""u8.ToArray();
        Assert.Null(StrictJson.TryParse(bytes, out var root));
        bytes.AsSpan().Fill((byte)'x');
        Assert.Equal("Mahdia", root.GetProperty("name").GetString());
    }

    [Fact]
    public void A_refused_document_leaves_no_root()
    {
        Assert.Equal(JsonFault.DuplicateKey, StrictJson.TryParse("""{"a":1,"a":2}"""u8.ToArray(), out var root));
        Assert.Equal(JsonValueKind.Undefined, root.ValueKind);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("-0.5e+3")]
    [InlineData("\"\"")]
    [InlineData(" [] \r\n\t")]
    [InlineData("{}")]
    public void Every_kind_of_value_may_stand_alone(string text) => Assert.Null(Fault(text));

    [Theory]
    [InlineData(StrictJson.MaxBytes, null)]
    [InlineData(StrictJson.MaxBytes + 1, JsonFault.TooLarge)]
    public void One_mebibyte_is_taken_and_one_byte_more_is_not(int size, JsonFault? fault)
    {
        var bytes = new byte[size];
        bytes.AsSpan().Fill((byte)'a');
        bytes[0] = bytes[^1] = (byte)'"';
        Assert.Equal(fault, StrictJson.TryParse(bytes, out _));
    }

    [Theory]
    [InlineData("[", "]", 64, null)]
    [InlineData("[", "]", 65, JsonFault.TooDeep)]
    [InlineData("{\"a\":", "}", 64, null)]
    [InlineData("{\"a\":", "}", 65, JsonFault.TooDeep)]
    [InlineData("[{\"a\":", "}]", 32, null)]
    [InlineData("[{\"a\":", "}]", 33, JsonFault.TooDeep)]
    [InlineData("[", "]", 2000, JsonFault.TooDeep)]
    public void Sixty_four_containers_may_be_inside_each_other(string open, string close, int times, JsonFault? fault) =>
        Assert.Equal(fault, Fault(Nested(times, open, close)));

    [Fact]
    public void An_empty_container_counts_for_depth_too()
    {
        Assert.Null(Fault(Nested(63, "[", "]").Replace("1", "[]", StringComparison.Ordinal)));
        Assert.Equal(JsonFault.TooDeep, Fault(Nested(64, "[", "]").Replace("1", "{}", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(1000, null)]
    [InlineData(1001, JsonFault.TooManyItems)]
    public void A_thousand_items_are_taken_and_one_more_is_not(int count, JsonFault? fault)
    {
        Assert.Equal(fault, Fault(ListOf(count)));
        Assert.Equal(fault, Fault(ObjectOf(count)));
        Assert.Equal(fault, Fault("{\"to\":{\"deep\":[[]," + ListOf(count) + "]}}"));
        Assert.Equal(fault, Fault($"[{ObjectOf(count)}]"));
        Assert.Equal(fault, Fault("[" + string.Join(',', Enumerable.Repeat("{}", count)) + "]"));
        Assert.Equal(fault, Fault("[" + string.Join(',', Enumerable.Repeat("[1]", count)) + "]"));
    }

    [Fact]
    public void Items_are_counted_for_each_list_alone() =>
        Assert.Null(Fault("[" + string.Join(',', Enumerable.Repeat(ListOf(1000), 200)) + "," + ObjectOf(1000) + "]"));

    [Theory]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("""{"a":1,"b":2,"a":1}""")]
    [InlineData("""{"":1,"":2}""")]
    [InlineData("""{"a":1,"\u0061":2}""")]
    [InlineData("""{"\u0061":1,"a":2}""")]
    [InlineData("""{"\u0061":1,"b":0,"\u0061":2}""")]
    [InlineData("""{"actor":"x","\u0061\u0063tor":"y"}""")]
    [InlineData("""{"é":1,"\u00e9":2}""")]
    [InlineData("""{"😀":1,"\ud83d\ude00":2}""")]
    [InlineData("""{"/":1,"\/":2}""")]
    [InlineData("""{"a":{"b":1},"a":2}""")]
    [InlineData("""{"a":{"x":1,"y":{"a":0}},"c":[{"a":1}],"a":2}""")]
    [InlineData("""[{"o":{"a":1,"a":1}}]""")]
    public void A_name_given_twice_in_one_object_is_refused(string text) => Assert.Equal(JsonFault.DuplicateKey, Fault(text));

    [Theory]
    [InlineData("""{"a":{"a":{"a":1}}}""")]
    [InlineData("""[{"a":1},{"a":1}]""")]
    [InlineData("""{"o":{"a":1},"p":{"a":1},"a":1}""")]
    [InlineData("""{"a":1,"A":2,"á":3,"a\u0301":4,"a\u0000":5}""")]
    public void The_same_name_in_different_objects_is_fine(string text) => Assert.Null(Fault(text));

    [Fact]
    public void The_last_of_a_thousand_names_is_compared_with_the_first()
    {
        var text = ObjectOf(999);
        Assert.Null(Fault(text));
        Assert.Equal(JsonFault.DuplicateKey, Fault(text[..^1] + ",\"n0\":0}"));
        Assert.Equal(JsonFault.DuplicateKey, Fault(text[..^1] + ",\"\\u006e998\":0}"));
    }

    [Fact]
    public void A_megabyte_of_names_is_remembered_and_forgotten_rightly()
    {
        var objects = Enumerable.Range(0, 90).Select(_ => ObjectOf(1000));
        Assert.Null(Fault("[" + string.Join(',', objects) + "]"));
        Assert.Equal(JsonFault.DuplicateKey, Fault("[" + string.Join(',', objects) + ",{\"n\":0,\"n\":0}]"));
    }

    [Fact]
    public void A_fault_is_found_exactly_where_names_repeat() =>
        Prop.ForAll<int[]>(picks =>
        {
            var names = picks.Select(p => Math.Abs(p % 7)).ToArray();
            var spelled = names.Select((n, i) => i % 2 == 0 ? $"\"{(char)('a' + n)}\":[{{\"a\":{i}}}]" : $"\"\\u{'a' + n:x4}\":{{\"a\":0,\"b\":1}}");
            var expected = names.Distinct().Count() == names.Length ? (JsonFault?)null : JsonFault.DuplicateKey;
            Assert.Equal(expected, Fault("{" + string.Join(',', spelled) + "}"));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(@"""\ud800""")]
    [InlineData(@"""\udc00""")]
    [InlineData(@"""\uD83Dx""")]
    [InlineData(@"""\ud83d\n""")]
    [InlineData(@"""\ud83d\u0041""")]
    [InlineData(@"""\ud83d\ud83d\ude00""")]
    [InlineData(@"""\ude00\ud83d""")]
    [InlineData(@"""\ud83d\ude00\ud83d""")]
    [InlineData(@"""\\\ud83d""")]
    [InlineData(@"{""\udfff"":1}")]
    [InlineData(@"[{""a"":[""ok"",""\ud83d""]}]")]
    public void Half_of_a_surrogate_pair_is_refused(string text) => Assert.Equal(JsonFault.LoneSurrogate, Fault(text));

    [Theory]
    [InlineData(@"{""@graph"":[]}")]
    [InlineData(@"{""a"":[{""\u0040reverse"":{}}]}")]
    [InlineData(@"{""@context"":""@included""}")]
    [InlineData(@"{""@context"":[""x"",{""a"":{""@id"":""@graph""}}]}")]
    [InlineData(@"{""@context"":{""a"":[""\u0040graph""]}}")]
    public void What_JSON_LD_would_rearrange_is_refused(string text) => Assert.Equal(JsonFault.Restructured, Fault(text));

    [Theory]
    [InlineData(@"{""a"":""@graph""}")]
    [InlineData(@"{""@context"":""x"",""a"":""@graph""}")]
    [InlineData(@"{""@context"":{""a"":""b""},""a"":[""@reverse""]}")]
    [InlineData(@"[{""@context"":{}},""@included""]")]
    public void A_word_of_JSON_LD_in_what_people_write_is_fine(string text) => Assert.Null(Fault(text));

    [Theory]
    [InlineData(@"""\ud83d\ude00""")]
    [InlineData(@"""a\tb\uD83D\uDE00c\ud83d\ude01""")]
    [InlineData(@"""\\ud800""")]
    [InlineData(@"""\ud7ff\ue000\uffff""")]
    [InlineData(@"{""\ud83d\ude00"":1}")]
    public void Whole_pairs_and_other_escapes_are_fine(string text) => Assert.Null(Fault(text));

    [Fact]
    public void A_string_of_escapes_is_taken_exactly_when_it_is_unicode_text()
    {
        var units = Gen.Elements('a', '\n', '\ud83d', '\ude00', '\udbff', '\udc00', 'ب').ArrayOf();
        Prop.ForAll(units.ToArbitrary(), text =>
        {
            var escaped = "\"" + string.Concat(text.Select(c => $"\\u{(int)c:x4}")) + "\"";
            var isText = !new string(text).EnumerateRunes().Any(r => r == Rune.ReplacementChar);
            Assert.Equal(isText ? null : JsonFault.LoneSurrogate, Fault(escaped));
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(0xff)]
    [InlineData(0xc0, 0x80)]
    [InlineData(0xed, 0xa0, 0x80)]
    [InlineData(0xf4, 0x90, 0x80, 0x80)]
    [InlineData(0xd8)]
    public void Bytes_that_are_not_utf8_are_refused(params int[] bytes)
    {
        byte[] wrong = [.. bytes.Select(b => (byte)b)];
        Assert.Equal(JsonFault.NotUtf8, StrictJson.TryParse((byte[])[.. "\""u8, .. wrong, .. "\""u8], out _));
        Assert.Equal(JsonFault.NotUtf8, StrictJson.TryParse((byte[])[.. "{\""u8, .. wrong, .. "\":1}"u8], out _));
        Assert.Equal(JsonFault.NotUtf8, StrictJson.TryParse((byte[])[.. "1 "u8, .. wrong], out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("\uFEFF{}")]
    [InlineData("{} {}")]
    [InlineData("{}x")]
    [InlineData("{},")]
    [InlineData("[1,]")]
    [InlineData("{\"a\":1,}")]
    [InlineData("{\"a\":1")]
    [InlineData("[1}")]
    [InlineData("/* */{}")]
    [InlineData("{} // end")]
    [InlineData("{'a':1}")]
    [InlineData("{a:1}")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("01")]
    [InlineData("+1")]
    [InlineData(".5")]
    [InlineData("1.")]
    [InlineData("TRUE")]
    [InlineData("\"a\nb\"")]
    [InlineData("\"\\x41\"")]
    [InlineData("\"\\u12g4\"")]
    [InlineData("\"open")]
    [InlineData("{}\0")]
    public void What_is_not_one_json_text_is_refused(string text) => Assert.Equal(JsonFault.NotJson, Fault(text));

    [Fact]
    public void No_bytes_make_it_throw_and_what_it_takes_can_be_read()
    {
        var bytes = Gen.Elements("{}[]\",:\\u0dDa1e-. \n"u8.ToArray().Append((byte)0xc3).Append((byte)0xa9)).ArrayOf();
        Prop.ForAll(bytes.ToArbitrary(), document =>
        {
            var fault = StrictJson.TryParse(document, out var root);
            Assert.Equal(fault is null, root.ValueKind != JsonValueKind.Undefined);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }
}
