namespace Citess.Poles.Accounts;

[GrainType("first-code")]
internal sealed class FirstCodeGrain(AdminCode codes) : Grain, IFirstCodeGrain
{
    public const string Key = "first-code/pole";

    /// <summary>In memory alone: the database keeps the hash, and a start that finds nobody here makes another code.</summary>
    private string? code;

    public async Task<string> ReadAsync() => code ??= await codes.IssueAsync();
}
