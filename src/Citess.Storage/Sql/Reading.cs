using System.Data.Common;

namespace Citess.Storage.Sql;

/// <summary>A connection that stays open between the questions that are asked hundreds of times a second, so that their words are read once.</summary>
internal sealed class Reading(DbConnection connection) : IAsyncDisposable
{
    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);

    public DbConnection Connection => connection;

    /// <summary>A statement as it was read the first time; <paramref name="names"/> in the order in which values come.</summary>
    public Statement Repeated(string sql, params ReadOnlySpan<string> names)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            _statements[sql] = statement = new(connection, sql, names);
        }

        return statement;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var statement in _statements.Values)
        {
            await statement.DisposeAsync();
        }

        await connection.DisposeAsync();
    }
}
