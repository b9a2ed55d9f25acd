namespace Citess.Poles.Kernel.Records;

/// <summary>
/// What can be done to a record of ours. Each command returns the revision that it led to; a repeated command returns the
/// same and changes nothing. A rule that says no is a <see cref="RefusedException"/>.
/// </summary>
[Alias("record-grain`1")]
public interface IRecordGrain<TContent> : IGrainWithStringKey
    where TContent : class
{
    /// <summary>Null when there is no such record.</summary>
    [Alias("read")]
    Task<RecordView<TContent>?> ReadAsync();

    [Alias("create")]
    Task<int> CreateAsync(TContent content, Reach reach, string by);

    /// <summary><paramref name="seen"/> is the revision that the editor saw; a later one is a conflict, never a loss.</summary>
    [Alias("edit")]
    Task<int> EditAsync(TContent content, Reach reach, int seen, string by, string why = "");

    [Alias("withdraw")]
    Task<int> WithdrawAsync(int seen, string by);

    [Alias("restore")]
    Task<int> RestoreAsync(int seen, string by);

    /// <summary>
    /// Shares the same content, or its tombstone, in one more revision: what the house writes around it has changed, its keys
    /// for example. It is asked no rule of today, and stays as old as it is.
    /// </summary>
    [Alias("renew")]
    Task<int> RenewAsync();

    /// <summary>
    /// Takes back what was lost with a database and a partner kept: the highest revision counts. What people have changed
    /// here since then is not overwritten, and goes out once more behind what came back.
    /// </summary>
    [Alias("recover")]
    Task RecoverAsync(TContent? content, LostRevision lost);
}

/// <summary>A signed document of ours that came back from a partner, its proof verified.</summary>
[GenerateSerializer, Immutable, Alias("lost-revision")]
public sealed record LostRevision
{
    [Id(0)]
    public required int Revision { get; init; }

    [Id(1)]
    public required Audience Audience { get; init; }

    [Id(2)]
    public required bool IsTombstone { get; init; }

    [Id(3)]
    public required DateTimeOffset Shared { get; init; }

    [Id(4)]
    public required DateTimeOffset Updated { get; init; }

    /// <summary>Word for word.</summary>
    [Id(5)]
    public required string Json { get; init; }

    /// <summary>The name of its list, when it was shared with one; null otherwise.</summary>
    [Id(6)]
    public string? List { get; init; }

    /// <summary>The partner that kept it: if it was shared with a list, it belongs to that.</summary>
    [Id(7)]
    public string Holder { get; init; } = "";

    /// <summary>True when it is a Remove: from this revision on the holder saw the record no more.</summary>
    [Id(8)]
    public bool IsRemoval { get; init; }

    /// <summary>True when this pole holds another document under the same revision.</summary>
    [Id(9)]
    public bool IsOther { get; init; }
}
