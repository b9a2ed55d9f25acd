using System.Data.Common;
using System.Text;
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
    private const int TooBig = 18;
    private const int Mismatch = 20;
    private const int Checked = 275;
    private const int NotNull = 1299;

    /// <summary>
    /// True when any other write would fail as well now: the disk is full, the connection broken, nobody there. Two that
    /// wait for each other are no such fault: one of them need only come again.
    /// </summary>
    public static bool IsOfAll(Exception fault) => fault switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode is Full or DiskError or Busy or Locked or CannotOpen,
        _ when IsCollision(fault) => false,
        DbException other => other.IsTransient,
        _ => false,
    };

    /// <summary>
    /// True when the database will not have just this row, today or tomorrow. What is there already is no such fault: then
    /// something else is wrong.
    /// </summary>
    public static bool IsOfRow(Exception fault) => fault switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode is TooBig or Mismatch || sqlite.SqliteExtendedErrorCode is NotNull or Checked,
        PostgresException { SqlState: PostgresErrorCodes.NotNullViolation or PostgresErrorCodes.CheckViolation } => true,
        PostgresException postgres => postgres.SqlState[..2] is "22" or "54",
        EncoderFallbackException => true,
        _ => false,
    };

    private static bool IsCollision(Exception fault) => fault is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure };
}
