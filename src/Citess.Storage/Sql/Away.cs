using System.Data.Common;
using Citess.Poles.Kernel;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Citess.Storage.Sql;

/// <summary>Tells a database that is away or has no room, and works again by itself, from a statement that is wrong.</summary>
internal static class Away
{
    private const int Full = 13;

    // The index of the write-ahead log could not grow.
    private const int IndexFull = 4874;

    public static async Task<T> SayAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception fault) when (HasNoRoom(fault))
        {
            throw new StorageFullException(Told(fault));
        }
        catch (DbException fault) when (fault.IsTransient)
        {
            throw new UnavailableException("The database does not answer.", Told(fault));
        }
    }

    /// <summary>In words: a driver's own exception does not travel to the other processes of a pole, and would there be no answer at all.</summary>
    private static IOException Told(Exception fault) => new(fault.Message);

    private static bool HasNoRoom(Exception? fault) => fault switch
    {
        null => false,
        SqliteException { SqliteErrorCode: Full } or SqliteException { SqliteExtendedErrorCode: IndexFull } => true,
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => true,
        _ => HasNoRoom(fault.InnerException),
    };
}
