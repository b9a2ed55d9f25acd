using System.Data.Common;
using Citess.Poles.Kernel;

namespace Citess.Storage.Sql;

/// <summary>Tells apart a database that is away, and comes back, from a statement that is wrong.</summary>
internal static class Away
{
    public static async Task<T> SayAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (DbException fault) when (fault.IsTransient)
        {
            throw new UnavailableException("The database does not answer.", fault);
        }
    }
}
