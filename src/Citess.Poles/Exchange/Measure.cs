using System.Globalization;
using System.Text.Json;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Exchange;

/// <summary>An amount with its unit, as FEP-0837 has it: the number is a text, and may be left out.</summary>
/// <param name="Number">Null when there is none, or none that is whole.</param>
/// <param name="Unit">As it came.</param>
internal sealed record Measure(int? Number, string Unit)
{
    public Measure(int? number, Unit unit)
        : this(number, unit.Word())
    {
    }

    /// <summary>True when it has a number that is not a whole one of those known here, or a unit that is no word.</summary>
    public bool IsOdd { get; init; }

    public JsonElement Write() => Ap.Write(new ApObject
    {
        Other = Terms.Of(("hasUnit", Unit), ("hasNumericalValue", Number?.ToString(CultureInfo.InvariantCulture))),
    });

    /// <summary>What stands under a member of a thing, alone or as a list of one; null when there is nothing.</summary>
    public static Measure? Of(ApObject thing, string member)
    {
        if (thing.Other is not { } other || !other.TryGetValue(member, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return Ap.Read<ApObject>(value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 1 ? value[0] : value) is not { } measure ? new(null, "") { IsOdd = true }
            : measure.Other is { } inside ? Of(measure, inside) : null;
    }

    private static Measure Of(ApObject measure, Dictionary<string, JsonElement> inside)
    {
        var (isCounted, unit) = (inside.TryGetValue("hasNumericalValue", out var counted), Terms.Word(measure, "hasUnit"));
        int? number = isCounted ? Whole(counted) : null;
        return new(number, unit) { IsOdd = (isCounted && number is null) || (unit.Length == 0 && inside.ContainsKey("hasUnit")) };
    }

    /// <summary>Some write the number as a number, and some with a point behind it.</summary>
    private static int? Whole(JsonElement number) =>
        decimal.TryParse(number.ValueKind is JsonValueKind.String ? number.GetString() : number.ValueKind is JsonValueKind.Number ? number.GetRawText() : null, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
        && value == decimal.Truncate(value) && value is >= 0 and <= Proposal.MaxQuantity ? (int)value : null;
}
