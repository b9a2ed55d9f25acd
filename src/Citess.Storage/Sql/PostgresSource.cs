using System.Data.Common;
using Npgsql;

namespace Citess.Storage.Sql;

/// <summary>Connections to PostgreSQL that answer only when a commit is on the disk.</summary>
internal static class PostgresSource
{
    public static DbDataSource Create(string connectionString)
    {
        var builder = new NpgsqlDataSourceBuilder(connectionString);
        var settings = builder.ConnectionStringBuilder;
        settings.Options = (settings.Options + " -c synchronous_commit=on").TrimStart();
        settings.ApplicationName ??= "citess";
        return builder.Build();
    }
}
