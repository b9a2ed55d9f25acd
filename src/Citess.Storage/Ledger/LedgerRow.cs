using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Ledger;
using Citess.Storage.Sql;

namespace Citess.Storage.Ledger;

/// <summary>A row of the table ledger.</summary>
internal sealed class LedgerRow
{
    public const string Columns =
        "number, about, revision, verb, audience, addressee, activity_id, activity, recorded, is_superseded, first_number";

    public long Number { get; init; }

    public string About { get; init; } = "";

    public int Revision { get; init; }

    public string Verb { get; init; } = "";

    public int Audience { get; init; }

    public string? Addressee { get; init; }

    public string ActivityId { get; init; } = "";

    public string Activity { get; init; } = "";

    public long Recorded { get; init; }

    public int IsSuperseded { get; init; }

    public long FirstNumber { get; init; }

    public LedgerEntry ToEntry() => new()
    {
        Number = Number,
        About = About,
        Revision = Revision,
        Verb = Verb,
        Audience = (Audience)Audience,
        Addressee = Addressee,
        ActivityId = ActivityId,
        Activity = Activity,
        Recorded = Recorded.Time(),
        IsSuperseded = IsSuperseded != 0,
        FirstNumber = FirstNumber,
    };
}
