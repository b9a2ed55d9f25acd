namespace Citess.Storage.Tests.Lab;

/// <summary>An empty database of one test's own.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    public abstract Task<StorageOptions> MakeAsync();

    public abstract ValueTask DisposeAsync();
}
