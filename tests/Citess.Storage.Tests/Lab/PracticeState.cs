using System.Collections.Immutable;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Ledger;

namespace Citess.Storage.Tests.Lab;

/// <summary>State of a grain as features keep it: a thing and what follows from it.</summary>
public sealed record PracticeState
{
    public string Title { get; init; } = "";

    public CatalogueEntry? Listing { get; init; }

    public ImmutableArray<OutboxEntry> Outbox { get => field.IsDefault ? [] : field; init; } = [];
}
