using System.Data.Common;
using Npgsql;

namespace Citess.Storage.Sql;

/// <summary>
/// Connections to PostgreSQL that answer only when a commit is on the disk, and that hold up nobody for long when their
/// process stands still or its machine is gone in the middle of a transaction.
/// </summary>
internal static class PostgresSource
{
    private const string Durable = "-c synchronous_commit=on";

    // To compile a statement takes longer than any of ours.
    private const string Plain = "-c jit=off";

    private const string Patience =
        "-c idle_in_transaction_session_timeout=10000 -c lock_timeout=15000"
        + " -c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3";

    // PostgreSQL lets in a hundred unless it is told otherwise, for all of a pole's processes and the backup together.
    private const int MaxPool = 40;

    public static DbDataSource Create(string connectionString)
    {
        var builder = new NpgsqlDataSourceBuilder(connectionString);
        var settings = builder.ConnectionStringBuilder;

        // What comes last holds: an operator may have more patience, and nobody less durability.
        settings.Options = $"{Patience} {Plain} {settings.Options} {Durable}";
        settings.ApplicationName ??= "citess";
        settings.MaxPoolSize = settings.ShouldSerialize(nameof(settings.MaxPoolSize)) || settings.ShouldSerialize("Maximum Pool Size") ? settings.MaxPoolSize : MaxPool;
        settings.TcpKeepAlive = true;
        settings.TcpKeepAliveTime = settings.TcpKeepAliveTime == 0 ? 10 : settings.TcpKeepAliveTime;
        settings.TcpKeepAliveInterval = settings.TcpKeepAliveInterval == 0 ? 5 : settings.TcpKeepAliveInterval;
        return builder.Build();
    }
}
