using System.Data.Common;

namespace Citess.Storage.Sql;

/// <summary>One statement that is run for many rows, and that the database reads only once.</summary>
internal sealed class Statement : IAsyncDisposable
{
    private readonly DbCommand _command;

    /// <param name="connection">Where it is run.</param>
    /// <param name="sql">The statement.</param>
    /// <param name="names">Its parameters, in the order in which values come.</param>
    public Statement(DbConnection connection, string sql, params ReadOnlySpan<string> names)
    {
        _command = connection.CreateCommand();
        _command.CommandText = sql;
        foreach (var name in names)
        {
            var parameter = _command.CreateParameter();
            parameter.ParameterName = name;
            _command.Parameters.Add(parameter);
        }
    }

    /// <summary>The transaction that it is run in from now on.</summary>
    public DbTransaction Transaction { set => _command.Transaction = value; }

    /// <summary>Returns how many rows it touched.</summary>
    public Task<int> ExecuteAsync(params ReadOnlySpan<object?> values)
    {
        Put(values);
        return _command.ExecuteNonQueryAsync();
    }

    public Task<DbDataReader> ReadAsync(CancellationToken stop, params ReadOnlySpan<object?> values)
    {
        Put(values);
        return _command.ExecuteReaderAsync(stop);
    }

    /// <summary>Returns the first column of the first row; null when there is none.</summary>
    public Task<object?> FirstAsync(params ReadOnlySpan<object?> values)
    {
        Put(values);
        return _command.ExecuteScalarAsync();
    }

    private void Put(ReadOnlySpan<object?> values)
    {
        for (var place = 0; place < values.Length; place++)
        {
            _command.Parameters[place].Value = values[place] ?? DBNull.Value;
        }
    }

    public ValueTask DisposeAsync() => _command.DisposeAsync();
}
