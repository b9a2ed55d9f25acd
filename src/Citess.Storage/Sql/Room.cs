using Citess.Poles.Kernel;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Citess.Storage.Sql;

/// <summary>Tells a database that has no room from one that is broken: the former works again by itself.</summary>
internal static class Room
{
    private const int Full = 13;

    // The index of the write-ahead log could not grow.
    private const int IndexFull = 4874;

    /// <summary>Runs <paramref name="work"/>; says <see cref="StorageFullException"/> when the room for it is missing.</summary>
    public static async Task<T> AskAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception fault) when (IsMissing(fault))
        {
            throw new StorageFullException(fault);
        }
    }

    public static async Task AskAsync(Func<Task> work) => await AskAsync<object?>(async () =>
    {
        await work();
        return null;
    });

    private static bool IsMissing(Exception? fault) => fault switch
    {
        null => false,
        SqliteException { SqliteErrorCode: Full } or SqliteException { SqliteExtendedErrorCode: IndexFull } => true,
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } => true,
        _ => IsMissing(fault.InnerException),
    };
}
