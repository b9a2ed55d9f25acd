using System.Data.Common;
using Dapper;

namespace Citess.Storage.Sql;

/// <summary>A transaction under way.</summary>
internal sealed class Writing(Standing standing, DbTransaction transaction, Provider provider)
{
    public DbConnection Connection => standing.Connection;

    public DbTransaction Transaction => transaction;

    public Provider Provider => provider;

    /// <summary>From here to the end of the transaction no other process is in the same turn. SQLite has one writer anyway.</summary>
    public Task TakeAsync(Turn turn) => provider == Provider.PostgreSql
        ? ExecuteAsync("SELECT pg_advisory_xact_lock(@number)", new { number = (long)turn })
        : Task.CompletedTask;

    public Task<int> ExecuteAsync(string sql, object? values = null) => Connection.ExecuteAsync(sql, values, transaction);

    public Task<IEnumerable<T>> QueryAsync<T>(string sql, object? values = null) => Connection.QueryAsync<T>(sql, values, transaction);

    public Task<T?> FirstAsync<T>(string sql, object? values = null) => Connection.QueryFirstOrDefaultAsync<T>(sql, values, transaction);

    /// <summary>A statement that is run for many rows, in this transaction and those after it; <paramref name="names"/> in the order in which values come.</summary>
    public Statement Repeated(string sql, params ReadOnlySpan<string> names)
    {
        var statement = standing.Repeated(sql, names);
        statement.Transaction = transaction;
        return statement;
    }
}
