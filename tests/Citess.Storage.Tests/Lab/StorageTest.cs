using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Citess.Storage.Tests.Lab;

/// <summary>A suite that runs on both databases: once for each sealed class below it.</summary>
public abstract class StorageTest<TDatabase> : IAsyncLifetime
    where TDatabase : TestDatabase, new()
{
    private readonly TDatabase _database = new();
    private readonly List<IAsyncDisposable> _open = [];

    protected StorageOptions Options { get; private set; } = null!;

    protected Store Store { get; private set; } = null!;

    protected bool IsSqlite => Options.Provider == Provider.Sqlite;

    public virtual async ValueTask InitializeAsync()
    {
        Options = await _database.MakeAsync();
        Store = await OpenAsync();
    }

    public virtual async ValueTask DisposeAsync()
    {
        foreach (var open in Enumerable.Reverse(_open))
        {
            await open.DisposeAsync();
        }

        await _database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>One more process on the same database.</summary>
    protected async Task<Store> OpenAsync(TimeProvider? clock = null) =>
        Keep(await Lab.Store.OpenAsync(Options, services => services.AddSingleton(clock ?? TimeProvider.System)));

    protected T Keep<T>(T open)
        where T : IAsyncDisposable
    {
        _open.Add(open);
        return open;
    }
}
