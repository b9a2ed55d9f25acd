using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Citess.Poles.Kernel.Ledger;

namespace Citess.Poles.Kernel.Records;

/// <summary>What is stored of a record. Removal is <see cref="IsWithdrawn"/>, never a cleared row.</summary>
public sealed record RecordState<TContent>
    where TContent : class
{
    public const int MaxWhy = 300;

    /// <summary>Null as long as the record was never created.</summary>
    public TContent? Content { get; init; }

    public int Revision { get; init; }

    public Audience Audience { get; init; }

    /// <summary>The relations of its list, when it is shared with some partner poles; empty otherwise.</summary>
    public ImmutableArray<string> Partners { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>The opaque name of the list in signed documents, new with each choice of partners; null as long as there was none.</summary>
    public string? List { get; init; }

    public bool IsWithdrawn { get; init; }

    public DateTimeOffset Created { get; init; }

    public DateTimeOffset Updated { get; init; }

    /// <summary>When it first left the house; null as long as it has not.</summary>
    public DateTimeOffset? Shared { get; init; }

    public string By { get; init; } = "";

    /// <summary>What the last change was for, in the words of whoever made it; or empty.</summary>
    public string Why { get => field ?? ""; init; } = "";

    /// <summary>Hash of the command that created it, by which a repeat is known for ever.</summary>
    public string Made { get; init; } = "";

    /// <summary>The database in which people last changed it: what comes back of an earlier one does not overwrite that.</summary>
    public string Epoch { get; init; } = "";

    [JsonIgnore]
    public Reach Reach => new(Audience, Partners);

    /// <summary>What follows from this revision. The trigger on the table reads it by this name.</summary>
    public ImmutableArray<OutboxEntry> Outbox { get => field.IsDefault ? [] : field; init; } = [];
}
