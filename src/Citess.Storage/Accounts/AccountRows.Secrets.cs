using Citess.Poles.Accounts;
using Citess.Storage.Sql;
using Dapper;

namespace Citess.Storage.Accounts;

/// <summary>Programs, the setup code, and named secrets.</summary>
internal sealed partial class AccountRows
{
    private const string ClientColumns = "client_id, secret_hash, name, role, created, withdrawn";

    public Task AddClientAsync(ApiClient client, CancellationToken stop = default) => database.ExecuteAsync(
        $"INSERT INTO api_client ({ClientColumns}) VALUES (@ClientId, @SecretHash, @Name, @Role, @Created, @Withdrawn)",
        new { client.ClientId, client.SecretHash, client.Name, client.Role, Created = client.Created.Ms(), Withdrawn = client.Withdrawn.Ms() },
        stop);

    public Task<IReadOnlyList<ApiClient>> ClientsAsync(CancellationToken stop = default) => ClientsAsync("ORDER BY created, client_id", values: null, stop);

    public async Task<ApiClient?> FindClientAsync(string clientId, CancellationToken stop = default) =>
        (await ClientsAsync("WHERE client_id = @clientId", new { clientId }, stop)).SingleOrDefault();

    public Task WithdrawClientAsync(string clientId, DateTimeOffset now, CancellationToken stop = default) => database.ExecuteAsync(
        "UPDATE api_client SET withdrawn = @now WHERE client_id = @clientId AND withdrawn IS NULL", new { clientId, now = now.Ms() }, stop);

    public Task SetSetupCodeAsync(SetupCode? code, CancellationToken stop = default) => code is null
        ? database.ExecuteAsync("DELETE FROM setup_code", values: null, stop)
        : database.ExecuteAsync(
            "INSERT INTO setup_code (id, hash, expires) VALUES (1, @Hash, @Expires) ON CONFLICT (id) DO UPDATE SET hash = excluded.hash, expires = excluded.expires",
            new { code.Hash, Expires = code.Expires.Ms() },
            stop);

    public async Task<bool> UseSetupCodeAsync(string hash, DateTimeOffset now, CancellationToken stop = default) =>
        await database.ExecuteAsync("DELETE FROM setup_code WHERE hash = @hash AND expires > @now", new { hash, now = now.Ms() }, stop) > 0;

    public async Task<string> SecretAsync(string name, Func<string> fresh, CancellationToken stop = default)
    {
        if (await ReadAsync() is { } held)
        {
            return held;
        }

        // Of two that start at once the first stays, and both read it.
        await database.ExecuteAsync("INSERT INTO secret (name, value) VALUES (@name, @value) ON CONFLICT (name) DO NOTHING", new { name, value = fresh() }, stop);
        return (await ReadAsync())!;

        Task<string?> ReadAsync() => database.ReadAsync(
            connection => connection.QueryFirstOrDefaultAsync<string>("SELECT value FROM secret WHERE name = @name", new { name }), stop);
    }

    private Task<IReadOnlyList<ApiClient>> ClientsAsync(string which, object? values, CancellationToken stop) => database.ReadAsync<IReadOnlyList<ApiClient>>(
        async connection => [.. (await connection.QueryAsync<ClientRow>($"SELECT {ClientColumns} FROM api_client {which}", values)).Select(row => row.ToClient())],
        stop);

    private sealed class ClientRow
    {
        public string ClientId { get; init; } = "";

        public string SecretHash { get; init; } = "";

        public string Name { get; init; } = "";

        public string Role { get; init; } = "";

        public long Created { get; init; }

        public long? Withdrawn { get; init; }

        public ApiClient ToClient() => new()
        {
            ClientId = ClientId,
            SecretHash = SecretHash,
            Name = Name,
            Role = Role,
            Created = Created.Time(),
            Withdrawn = Withdrawn.Time(),
        };
    }
}
