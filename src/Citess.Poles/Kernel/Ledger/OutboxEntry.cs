using System.Collections.Immutable;
using Citess.Poles.Kernel.Catalogue;

namespace Citess.Poles.Kernel.Ledger;

/// <summary>
/// One thing that follows from a stored state. Written into the state's <c>outbox</c> array, copied to the table
/// <c>outbox</c> by a trigger in the same transaction, taken from there by the publisher: no dual write anywhere.
/// </summary>
public sealed record OutboxEntry
{
    /// <summary><c>key@version/n</c>: the same entry copied twice is one.</summary>
    public required string Id { get; init; }

    public required string Key { get; init; }

    /// <summary>What lists show from now on; null when nothing changes there.</summary>
    public CatalogueEntry? Listing { get; init; }

    /// <summary>What travels to others; null when it stays here.</summary>
    public Sharing? Sharing { get; init; }

    /// <summary>Where a courier goes from now on; null when no way changes.</summary>
    public Route? Route { get; init; }
}

/// <summary>An activity on its way out.</summary>
public sealed record Sharing
{
    /// <summary>The record that it is about, so that only its latest entry is sent.</summary>
    public required string About { get; init; }

    public required int Revision { get; init; }

    public required string Verb { get; init; }

    public required Audience Audience { get; init; }

    /// <summary>The relations that get it beside the audience, when it is for a list. Not a byte of it is signed or sent.</summary>
    public ImmutableArray<string> Partners { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>The one relation that gets it; null for everyone in the audience.</summary>
    public string? Addressee { get; init; }

    public required string ActivityId { get; init; }

    /// <summary>The signed activity, word for word; its object is the signed document, word for word.</summary>
    public required string Activity { get; init; }
}

/// <summary>How a relation is reached, and what it may see of what is shared from now on.</summary>
public sealed record Route
{
    /// <summary>The relation: authority of a pole, or <c>authority~hash</c> of a single follower elsewhere.</summary>
    public required string Relation { get; init; }

    public required string Inbox { get; init; }

    /// <summary>The least audience that it belongs to; null when it gets only what is addressed to it.</summary>
    public Audience? Sees { get; init; }

    /// <summary>True when it begins anew: whatever it was sent before may be lost there, as after a restore.</summary>
    public bool FromStart { get; init; }

    /// <summary>True when nothing that was shared before is sent: a new relation begins at the head, a known one goes on where it stands.</summary>
    public bool IsOnlyNew { get; init; }
}
