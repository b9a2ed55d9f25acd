using System.Collections.Immutable;
using Citess.Poles.Kernel.Ledger;

namespace Citess.Poles.Exchange.Agreements;

/// <summary>What is stored of an agreement.</summary>
public sealed record AgreementState
{
    /// <summary>Null as long as nobody proposed anything.</summary>
    public Agreement? Held { get; init; }

    /// <summary>Counts each change: with the key it names outbox entries.</summary>
    public int Version { get; init; }

    public DateTimeOffset Updated { get; init; }

    public ImmutableArray<OutboxEntry> Outbox { get => field.IsDefault ? [] : field; init; } = [];
}
