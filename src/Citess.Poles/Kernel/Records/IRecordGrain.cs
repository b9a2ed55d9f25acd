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
    Task<int> CreateAsync(TContent content, Audience audience, string by);

    /// <summary><paramref name="seen"/> is the revision that the editor saw; a later one is a conflict, never a loss.</summary>
    [Alias("edit")]
    Task<int> EditAsync(TContent content, Audience audience, int seen, string by);

    [Alias("withdraw")]
    Task<int> WithdrawAsync(int seen, string by);

    [Alias("restore")]
    Task<int> RestoreAsync(int seen, string by);
}
