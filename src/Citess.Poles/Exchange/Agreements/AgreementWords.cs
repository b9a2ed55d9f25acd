using System.Globalization;
using Citess.Poles.Components;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Kernel.Texts;

namespace Citess.Poles.Exchange.Agreements;

/// <summary>How a request is told in a list.</summary>
internal static class AgreementWords
{
    public static string Name(this Text words, AgreementStatus status) => words["exchange.request." + status.Word()];

    public static BadgeKind Badge(AgreementStatus status) => status switch
    {
        AgreementStatus.Proposed => BadgeKind.Waiting,
        AgreementStatus.Accepted or AgreementStatus.Completed => BadgeKind.Good,
        _ => BadgeKind.Ended,
    };

    /// <summary>Where it stands by a clock.</summary>
    public static AgreementStatus StatusOf(CatalogueEntry entry, DateTimeOffset now) =>
        EnumWords.Choice<AgreementStatus>(entry.Status) is { } status && (status != AgreementStatus.Proposed || !entry.IsOver(now)) ? status : AgreementStatus.Expired;

    public static bool IsOurs(CatalogueEntry entry) => entry.Facts.GetValueOrDefault("side") == AgreementListing.Asking;

    public static string Amount(this Text words, CatalogueEntry entry) =>
        int.TryParse(entry.Facts.GetValueOrDefault("quantity"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? words.Amount(number, entry.Facts.GetValueOrDefault("unit") ?? "") : "";
}
