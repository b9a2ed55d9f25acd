using Microsoft.Data.Sqlite;

namespace Citess.Storage.Tests.Lab;

public sealed class SqliteFile : TestDatabase
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "citess-test-" + Guid.NewGuid().ToString("N"));

    public override Task<StorageOptions> MakeAsync() =>
        Task.FromResult(new StorageOptions { Provider = Provider.Sqlite, DataFolder = Path.Combine(_folder, "data") });

    public override ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
