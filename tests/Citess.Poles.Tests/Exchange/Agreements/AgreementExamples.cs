using System.Text.Json;
using Citess.Poles.Exchange;
using Citess.Poles.Exchange.Agreements;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Contributions;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Tests.Cast;

namespace Citess.Poles.Tests.Exchange.Agreements;

/// <summary>Barcelona asks for two days of Mahdia's room.</summary>
internal static class AgreementExamples
{
    public const string Key = "agreement/01JDA5R1V7Q0W3M9K2X4T6B8CJ";
    public const string Barcelonas = "https://barcelona.example/pole/01JD9ZK8Q4H2M6N0P3R5S7T9VW";
    public const string Offer = "https://barcelona.example/activity/01JDA5R1V7Q0W3M9K2X4T6B8CK";

    /// <summary>As it stands at Mahdia.</summary>
    public static Agreement AtMahdia { get; } = new()
    {
        Proposal = new RecordReference { Key = ProposalExamples.RoomKey },
        Title = ProposalExamples.Room.Title,
        Relation = "barcelona.example",
        Actor = Barcelonas,
        Quantity = 2,
        Unit = Unit.Day,
        Note = MultilingualText.Of("ca", "Dos dies al maig.\n< 10 persones."),
        Offer = Offer,
        Proposed = Mahdia.Clock.GetUtcNow(),
        Expires = Mahdia.Clock.GetUtcNow() + Agreement.Patience,
    };

    /// <summary>What Mahdia asks of Barcelona, as it stands at Mahdia.</summary>
    public static Agreement Asked { get; } = AtMahdia with
    {
        Proposal = new RecordReference { Origin = "https://barcelona.example", Key = "offering/01JDA5R1V7Q0W3M9K2X4T6B8CM", Owner = Barcelonas },
        Offer = "",
        By = "01JDEMPERS0AMRA00000000001",
    };

    /// <summary>What Mahdia asks of somebody on other software.</summary>
    public static Agreement AskedElsewhere { get; } = Asked with
    {
        Proposal = RecordReference.None,
        Relation = "market.example~0123456789abcdef",
        Actor = "https://market.example/users/alice",
        Unit = Unit.One,
        Elsewhere = new("https://market.example/proposals/ddde9d6f", "https://market.example/proposals/ddde9d6f/what", "om2:kilogram", IsWant: true, "Alice"),
    };

    public static AgreementWire Wire { get; } = new(Mahdia.Pole, new Press(Mahdia.Pole, Mahdia.Clock));

    /// <summary>The activity by which something is said.</summary>
    public static JsonElement Said(string kind)
    {
        var key = RecordKey.Parse(Key);
        var agreed = AtMahdia with { Address = Mahdia.Pole.Address(key), Reason = MultilingualText.Of("fr", "La salle est fermée en mai.") };
        return JsonElement.Parse((kind switch
        {
            "agreement-offer" => Wire.Offer(key, Asked),
            "agreement-accept" => Wire.Accept(key, agreed),
            "agreement-reject" => Wire.Reject(key, agreed),
            _ => Wire.Confirm(key, agreed, Mahdia.Clock.GetUtcNow()),
        }).Activity);
    }
}
