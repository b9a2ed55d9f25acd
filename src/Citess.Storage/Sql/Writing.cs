using System.Data.Common;
using Dapper;

namespace Citess.Storage.Sql;

/// <summary>A transaction under way.</summary>
internal sealed class Writing(DbConnection connection, DbTransaction transaction, Provider provider) : IAsyncDisposable
{
    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);

    public DbConnection Connection => connection;

    public DbTransaction Transaction => transaction;

    public Provider Provider => provider;

    /// <summary>From here to the end of the transaction no other process is in the same turn. SQLite has one writer anyway.</summary>
    public Task TakeAsync(Turn turn) => provider == Provider.PostgreSql
        ? ExecuteAsync("SELECT pg_advisory_xact_lock(@number)", new { number = (long)turn })
        : Task.CompletedTask;

    public Task<int> ExecuteAsync(string sql, object? values = null) => connection.ExecuteAsync(sql, values, transaction);

    public Task<IEnumerable<T>> QueryAsync<T>(string sql, object? values = null) => connection.QueryAsync<T>(sql, values, transaction);

    public Task<T?> FirstAsync<T>(string sql, object? values = null) => connection.QueryFirstOrDefaultAsync<T>(sql, values, transaction);

    /// <summary>A statement that this transaction may run for many rows, whoever in it comes to them; <paramref name="names"/> in the order in which values come.</summary>
    public Statement Repeated(string sql, params ReadOnlySpan<string> names)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            _statements[sql] = statement = new(this, sql, names);
        }

        return statement;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var statement in _statements.Values)
        {
            await statement.DisposeAsync();
        }
    }
}
