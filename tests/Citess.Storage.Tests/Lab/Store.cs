using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Inbox;
using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Kernel.Records;
using Citess.Storage.Sql;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace Citess.Storage.Tests.Lab;

/// <summary>The ports over one database, as a process has them. Two stores over one database are two processes.</summary>
public sealed class Store : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private Store(ServiceProvider services) => _services = services;

    public IServiceProvider Services => _services;

    public ILedger Ledger => Get<ILedger>();

    public ICatalogue Catalogue => Get<ICatalogue>();

    public IDocuments Documents => Get<IDocuments>();

    public ICourierTable Couriers => Get<ICourierTable>();

    public IInbox Inbox => Get<IInbox>();

    public INodeStore Node => Get<INodeStore>();

    internal Database Database => Get<Database>();

    public static async Task<Store> OpenAsync(StorageOptions options, Action<IServiceCollection>? more = null)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddCitessDatabase(options);
        services.AddSingleton<IProjections, TestProjections>();
        more?.Invoke(services);
        var store = new Store(services.BuildServiceProvider());
        await StorageRegistration.PrepareAsync(store.Services);
        return store;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task<int> ExecuteAsync(string sql, object? values = null) => Database.ExecuteAsync(sql, values);

    public Task<T?> ScalarAsync<T>(string sql, object? values = null) =>
        Database.ReadAsync(connection => connection.ExecuteScalarAsync<T?>(sql, values));

    public Task<List<T>> ListAsync<T>(string sql, object? values = null) =>
        Database.ReadAsync(async connection => (await connection.QueryAsync<T>(sql, values)).AsList());

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
