using System.Globalization;
using Citess.Poles.Exchange;
using Citess.Poles.Exchange.Agreements;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Coordination;

/// <summary>How long it takes until two poles agree. Only agreements of this pole are seen here: those of others stay between them.</summary>
/// <param name="FromWant">Days from a want to the agreement on it, one for each.</param>
/// <param name="FromRequest">Days from a request to the yes, one for each.</param>
internal sealed record AgreementTimes(IReadOnlyList<double> FromWant, IReadOnlyList<double> FromRequest)
{
    /// <summary>Of the latest; older ones say less of today.</summary>
    private const int Most = 1000;

    /// <summary>The middle one; null of none.</summary>
    public static double? Median(IReadOnlyList<double> days)
    {
        var sorted = days.Order().ToList();
        return sorted.Count == 0 ? null : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    public static async Task<AgreementTimes> OfAsync(ICatalogue catalogue, CancellationToken stop)
    {
        var (fromWant, fromRequest) = (new List<double>(), new List<double>());
        foreach (var status in new[] { AgreementStatus.Accepted, AgreementStatus.Completed })
        {
            await foreach (var row in catalogue.AllAsync(new() { Kind = Agreement.Kind, Least = Audience.Own, Status = status.Word() }, stop).Take(Most))
            {
                if (!DateTimeOffset.TryParse(row.Facts.GetValueOrDefault(AgreementListing.Answered), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var answered))
                {
                    continue;
                }

                fromRequest.Add(Days(answered - row.Created));
                var (origin, key) = row.About.Split('/') is [var authority, var kind, var id] ? (authority, $"{kind}/{id}") : ("", row.About);
                if (RecordKey.TryParse(key, out var proposal) && proposal.Kind == WantKind.Kind && await catalogue.FindAsync(origin, proposal, stop) is { } want)
                {
                    fromWant.Add(Days(answered - want.Created));
                }
            }
        }

        return new(fromWant, fromRequest);
    }

    private static double Days(TimeSpan time) => Math.Max(0, time.TotalDays);
}
