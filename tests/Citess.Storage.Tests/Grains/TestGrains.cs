using Citess.Storage.Tests.Lab;
using Orleans.Runtime;

namespace Citess.Storage.Tests.Grains;

[Alias("practice-test-grain")]
public interface IPracticeTestGrain : IGrainWithStringKey
{
    [Alias("write")]
    Task WriteAsync(string title);

    [Alias("read")]
    Task<string> ReadAsync();
}

[Alias("member-test-grain")]
public interface IMemberTestGrain : IGrainWithStringKey
{
    [Alias("write")]
    Task WriteAsync(string title);
}

[GrainType("practice-test")]
internal sealed class PracticeTestGrain([PersistentState("record")] IPersistentState<PracticeState> record) : Grain, IPracticeTestGrain
{
    public Task WriteAsync(string title)
    {
        record.State = record.State with { Title = title };
        return record.WriteStateAsync();
    }

    public Task<string> ReadAsync() => Task.FromResult(record.State.Title);
}

[GrainType("member-test")]
internal sealed class MemberTestGrain([PersistentState("record")] IPersistentState<PracticeState> record) : Grain, IMemberTestGrain
{
    public Task WriteAsync(string title)
    {
        record.State = record.State with { Title = title };
        return record.WriteStateAsync();
    }
}
