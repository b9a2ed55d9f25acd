using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Citess.Storage.Sql;

/// <summary>Tells what ails the database from what is wrong with a row.</summary>
internal static class Faults
{
    private const int Full = 13;
    private const int DiskError = 10;
    private const int Busy = 5;
    private const int Locked = 6;
    private const int CannotOpen = 14;

    /// <summary>
    /// True when any other write would fail as well now: the disk is full, the connection broken, nobody there. Two that
    /// wait for each other are no such fault: one of them need only come again.
    /// </summary>
    public static bool IsOfAll(Exception fault) => fault switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode is Full or DiskError or Busy or Locked or CannotOpen,
        PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure } => false,
        DbException other => other.IsTransient,
        _ => false,
    };
}
