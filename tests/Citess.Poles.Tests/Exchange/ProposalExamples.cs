using Citess.Poles.Exchange;
using Citess.Poles.Kernel;
using Citess.Poles.Tests.Cast;
using Means = Citess.Poles.Matching.Means;
using Urgency = Citess.Poles.Matching.Urgency;

namespace Citess.Poles.Tests.Exchange;

/// <summary>What Mahdia can give, and what it looks for.</summary>
internal static class ProposalExamples
{
    public const string RoomKey = "offering/01JDA5R1V7Q0W3M9K2X4T6B8CF";
    public const string LawyerKey = "want/01JDA5R1V7Q0W3M9K2X4T6B8CG";

    private static readonly Prose s_prose = new();

    public static OfferingKind Offers { get; } = new(s_prose, Mahdia.Clock);

    public static WantKind Wants { get; } = new(s_prose, Mahdia.Clock);

    public static Offering Room { get; } = new()
    {
        Title = MultilingualText.Of("fr", "Une salle pour se réunir", ("ar", "قاعة للاجتماع")),
        Text = MultilingualText.Of("fr", "Vingt places, un projecteur.\n\n- le matin\n- sans frais", ("ar", "عشرون مكانا وجهاز عرض.")),
        Means = Means.Space,
        Concepts = ["meeting-rooms", "equipment-sharing"],
        Territory = "TN-53",
        Languages = ["ar", "fr"],
        From = new(2026, 4, 1),
        Until = new(2026, 9, 2),
        Quantity = 10,
        Unit = Unit.Day,
        Taken = 3,
        Counted = ["01JDA5R1V7Q0W3M9K2X4T6B8CH"],
        Contact = "+216 00 000 053",
    };

    public static Want Lawyer { get; } = new()
    {
        Title = MultilingualText.Of("ar", "محامية تعرف قانون التعاضديات", ("fr", "Une juriste qui connaît le droit des coopératives")),
        Means = Means.Expertise,
        Concepts = ["legal-advice"],
        Until = new(2026, 9, 2),
        Urgency = Urgency.Soon,
    };

    /// <summary>As another pole reads it: without what stays in the house.</summary>
    public static string Travelled<TContent>(TContent content)
        where TContent : Proposal => StateJson.Write(content with { Title = MultilingualText.Empty, Text = MultilingualText.Empty, Counted = [], Contact = "" }) + StateJson.Write(content.Title.ToMap()) + StateJson.Write(content.Text.ToMap());
}
