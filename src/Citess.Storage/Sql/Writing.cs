using System.Data.Common;
using Dapper;

namespace Citess.Storage.Sql;

/// <summary>A transaction under way.</summary>
internal sealed record Writing(DbConnection Connection, DbTransaction Transaction, Provider Provider) : IAsyncDisposable
{
    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);

    /// <summary>From here to the end of the transaction no other process is in the same turn. SQLite has one writer anyway.</summary>
    public Task TakeAsync(Turn turn) => Provider == Provider.PostgreSql
        ? ExecuteAsync("SELECT pg_advisory_xact_lock(@number)", new { number = (long)turn })
        : Task.CompletedTask;

    public Task<int> ExecuteAsync(string sql, object? values = null) => Connection.ExecuteAsync(sql, values, Transaction);

    public Task<IEnumerable<T>> QueryAsync<T>(string sql, object? values = null) => Connection.QueryAsync<T>(sql, values, Transaction);

    public Task<T?> FirstAsync<T>(string sql, object? values = null) => Connection.QueryFirstOrDefaultAsync<T>(sql, values, Transaction);

    /// <summary>A statement that is run for many rows of this transaction: the database reads it once.</summary>
    public Statement Statement(string sql, params ReadOnlySpan<string> names) =>
        _statements.TryGetValue(sql, out var known) ? known : _statements[sql] = new(this, sql, names);

    public async ValueTask DisposeAsync()
    {
        foreach (var statement in _statements.Values)
        {
            await statement.DisposeAsync();
        }
    }
}
