using System.Globalization;
using System.Security.Claims;
using Citess.Poles.Calls.Partners;
using Citess.Poles.Calls.State;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Kernel.Texts;

namespace Citess.Poles.Calls;

/// <summary>A call that is prepared, and where it stands in one line.</summary>
public sealed record OpenCall(CatalogueEntry Entry, CallDeadline Deadline, string Line);

/// <summary>The calls that are prepared now, the next deadline first; of a call of another pole only its deadline is known.</summary>
public sealed class OpenCalls(ICatalogue catalogue, ConsortiumDesk consortia, Text words, TimeProvider clock)
{
    /// <summary>More than anybody prepares at once.</summary>
    private const int Most = 60;

    public async Task<IReadOnlyList<OpenCall>> ReadAsync(ClaimsPrincipal who, Provenance from = Provenance.Anywhere, CancellationToken stop = default)
    {
        var open = new List<OpenCall>();
        await foreach (var entry in catalogue.AllAsync(new() { Kind = CallKind.Kind, Least = who.Least(), Status = CallStatus.Preparing.Word(), From = from }, stop).Take(Most).WithCancellation(stop))
        {
            open.Add(await OfAsync(who, entry));
        }

        // What is over stands last, what has no deadline yet before it.
        return [.. open.OrderBy(each => each.Deadline.Kind == DeadlineKind.Over).ThenBy(each => each.Deadline.At ?? DateTimeOffset.MaxValue).ThenBy(each => each.Entry.Reference, StringComparer.Ordinal)];
    }

    private async Task<OpenCall> OfAsync(ClaimsPrincipal who, CatalogueEntry entry)
    {
        if (entry.IsOurs && who.May(Permissions.Share) && await consortia.ReadAsync(who, entry.Id) is (var view, var consortium))
        {
            var state = CallState.Of(view.Content, consortium.Candidates, clock.GetUtcNow());
            return new(entry, state.Deadline, CallWords.Line(view.Content, state, words));
        }

        DateTimeOffset? at = DateTimeOffset.TryParse(entry.Facts.GetValueOrDefault(CallKind.Deadline), CultureInfo.InvariantCulture, DateTimeStyles.None, out var told) ? told : null;
        var deadline = CallDeadline.Of(at, entry.Facts.GetValueOrDefault(CallKind.Zone, ""), clock.GetUtcNow());
        return new(entry, deadline, CallWords.Line(deadline, words));
    }
}
