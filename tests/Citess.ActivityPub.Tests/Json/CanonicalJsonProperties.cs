using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Citess.ActivityPub.Json;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Citess.ActivityPub.Tests.Json;

/// <summary>What holds of every document.</summary>
public sealed class CanonicalJsonProperties
{
    private static readonly Gen<string> Words =
        Gen.Elements('a', 'B', '1', '"', '\\', '\n', '\u0001', 'é', 'ب', '\u2028', '\ufb33').ArrayOf().Select(c => new string(c) + (c.Length % 3 == 1 ? "😀" : ""));

    private static readonly Gen<JsonNode?> Scalars = Gen.OneOf(
        Words.Select(w => (JsonNode?)JsonValue.Create(w)),
        ArbMap.Default.GeneratorFor<NormalFloat>().Select(f => (JsonNode?)JsonValue.Create(f.Get)),
        ArbMap.Default.GeneratorFor<long>().Select(i => (JsonNode?)JsonValue.Create(i)),
        Gen.Elements<JsonNode?>(null, JsonValue.Create(true), JsonValue.Create(false)));

    private static Gen<JsonNode?> Documents(int depth) => depth == 0 ? Scalars : Gen.OneOf(
        Scalars,
        Documents(depth - 1).ListOf().Select(items => (JsonNode?)new JsonArray([.. items.Select(i => i?.DeepClone())])),
        Words.Zip(Documents(depth - 1)).ListOf().Select(members =>
            (JsonNode?)new JsonObject(members.DistinctBy(m => m.Item1, StringComparer.Ordinal).Select(m => KeyValuePair.Create(m.Item1, m.Item2?.DeepClone())))));

    private static readonly Arbitrary<JsonNode?> AnyDocument = Documents(3).ToArbitrary();

    private static byte[] Canonical(JsonNode? node) => CanonicalJson.Canonicalize(JsonSerializer.SerializeToElement(node));

    [Fact]
    public void The_canonical_form_of_a_canonical_form_is_itself() =>
        Prop.ForAll(AnyDocument, document =>
        {
            var once = Canonical(document);
            Assert.Equal(once, CanonicalJson.Canonicalize(JsonElement.Parse(once)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_canonical_form_is_strict_json_and_means_the_same() =>
        Prop.ForAll(AnyDocument, document =>
        {
            Assert.Null(StrictJson.TryParse(Canonical(document), out var read));
            Assert.True(SameMeaning(JsonSerializer.SerializeToElement(document), read));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Neither_order_of_names_nor_white_space_matters() =>
        Prop.ForAll(AnyDocument, document =>
        {
            var turned = JsonSerializer.SerializeToElement(Turn(document), new JsonSerializerOptions { WriteIndented = true });
            Assert.Equal(Canonical(document), CanonicalJson.Canonicalize(turned));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_double_reads_back_as_itself_from_the_fewest_digits() =>
        Prop.ForAll<ulong>(bits =>
        {
            var number = BitConverter.UInt64BitsToDouble(bits * 0x9E3779B97F4A7C15);
            if (!double.IsFinite(number) || number == 0)
            {
                return;
            }

            var text = System.Text.Encoding.ASCII.GetString(CanonicalJson.Canonicalize(JsonElement.Parse(number.ToString("E17", CultureInfo.InvariantCulture))));
            Assert.Equal(number, double.Parse(text, CultureInfo.InvariantCulture));
            var digits = text.Split('e')[0].Replace(".", "", StringComparison.Ordinal).Trim('-').Trim('0').Length;
            Assert.True(digits == 1 || double.Parse(number.ToString($"E{digits - 2}", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) != number);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));

    private static JsonNode? Turn(JsonNode? node) => node switch
    {
        JsonObject o => new JsonObject(o.Reverse().Select(m => KeyValuePair.Create(m.Key, Turn(m.Value)))),
        JsonArray a => new JsonArray([.. a.Select(Turn)]),
        _ => node?.DeepClone(),
    };

    private static bool SameMeaning(JsonElement a, JsonElement b) => a.ValueKind == b.ValueKind && a.ValueKind switch
    {
        JsonValueKind.Number => a.GetDouble() == b.GetDouble(),
        JsonValueKind.String => a.GetString() == b.GetString(),
        JsonValueKind.Array => a.GetArrayLength() == b.GetArrayLength() && a.EnumerateArray().Zip(b.EnumerateArray()).All(p => SameMeaning(p.First, p.Second)),
        JsonValueKind.Object => a.GetPropertyCount() == b.GetPropertyCount() && a.EnumerateObject().All(m => SameMeaning(m.Value, b.GetProperty(m.Name))),
        _ => true,
    };
}
