using System.Data.Common;
using Dapper;

namespace Citess.Storage.Sql;

/// <summary>A transaction under way.</summary>
internal sealed record Writing(DbConnection Connection, DbTransaction Transaction, Provider Provider)
{
    /// <summary>From here to the end of the transaction no other process is in the same turn. SQLite has one writer anyway.</summary>
    public Task TakeAsync(Turn turn) => Provider == Provider.PostgreSql
        ? ExecuteAsync("SELECT pg_advisory_xact_lock(@number)", new { number = (long)turn })
        : Task.CompletedTask;

    public Task<int> ExecuteAsync(string sql, object? values = null) => Connection.ExecuteAsync(sql, values, Transaction);

    public Task<IEnumerable<T>> QueryAsync<T>(string sql, object? values = null) => Connection.QueryAsync<T>(sql, values, Transaction);

    public Task<T?> FirstAsync<T>(string sql, object? values = null) => Connection.QueryFirstOrDefaultAsync<T>(sql, values, Transaction);
}
