using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Citess.Storage.Sql;

/// <summary>
/// Connections to the one SQLite file, each with the settings that durability and erasure rest on: most of them belong
/// to a connection and not to the file, so whoever opens one gets them, Orleans too.
/// </summary>
internal sealed class SqliteSource(string file, int maxMegabytes = 0) : DbDataSource
{
    /// <summary>How long a statement waits for a lock of another process.</summary>
    public const string Patience = "PRAGMA busy_timeout = 15000;";

    private const string Settings = $"""
        {Patience}
        PRAGMA synchronous = FULL;
        PRAGMA secure_delete = ON;
        PRAGMA foreign_keys = ON;
        PRAGMA temp_store = MEMORY;
        """;

    // A page has 4,096 bytes unless a file was made otherwise, and none is. What is larger already stays, and grows no more.
    private const long PagesPerMegabyte = 256;
    private const long MaxPages = 4_294_967_294;

    private readonly string _settings = string.Create(CultureInfo.InvariantCulture, $"{Settings}\nPRAGMA max_page_count = {(maxMegabytes == 0 ? MaxPages : maxMegabytes * PagesPerMegabyte)};");

    // The pool hands a connection out again with the settings that it was left with.
    private readonly ConditionalWeakTable<sqlite3, object> _ready = [];

    public override string ConnectionString { get; } = new SqliteConnectionStringBuilder
    {
        DataSource = file,
        Mode = SqliteOpenMode.ReadWrite,
        Pooling = true,
    }.ToString();

    /// <summary>Makes folder and file for the owner alone, and turns on the write-ahead log, which the file remembers.</summary>
    public void Prepare()
    {
        var folder = Path.GetDirectoryName(file)!;
        if (!Directory.Exists(folder))
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(folder);
            }
            else
            {
                Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }

        // The log and the shared memory file take over the mode of the database file.
        PrivateFile.Open(file, FileMode.OpenOrCreate).Dispose();
        using var connection = OpenDbConnection();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL";
        if (!"wal".Equals(command.ExecuteScalar() as string, StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidOperationException($"{file} cannot have a write-ahead log; is it on a network drive?");
        }
    }

    protected override DbConnection CreateDbConnection() => new SqliteConnection(ConnectionString);

    protected override DbConnection OpenDbConnection()
    {
        var connection = new SqliteConnection(ConnectionString);
        try
        {
            connection.Open();
            if (!_ready.TryGetValue(connection.Handle!, out _))
            {
                using var command = connection.CreateCommand();
                command.CommandText = _settings;
                command.ExecuteNonQuery();
                _ready.AddOrUpdate(connection.Handle!, connection.Handle!);
            }

            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    protected override ValueTask<DbConnection> OpenDbConnectionAsync(CancellationToken cancellationToken = default) =>
        new(OpenDbConnection());

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            using var connection = new SqliteConnection(ConnectionString);
            SqliteConnection.ClearPool(connection);
        }

        base.Dispose(disposing);
    }
}
