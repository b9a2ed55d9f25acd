using System.Xml.Linq;
using Citess.Storage.Sql;
using Dapper;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Citess.Storage.Identity;

/// <summary>ASP.NET Core's data-protection keys in the database: a backup holds them, and every silo reads the same.</summary>
internal sealed class CookieKeys(Database database) : IXmlRepository
{
    /// <summary>
    /// Has the first key made, or reads it. One process after the other: of two that start at once each would otherwise make
    /// one of its own, and for a day not know what the other one's cookies say.
    /// </summary>
    public static Task BeginAsync(Database database, IDataProtectionProvider protection, CancellationToken stop)
    {
        // SQLite has one process, and the one writer is the key itself.
        return database.IsSqlite ? Task.CompletedTask : database.WriteAsync(
            async writing =>
            {
                await writing.TakeAsync(Turn.CookieKeys);
                protection.CreateProtector(nameof(CookieKeys)).Protect([0]);
            },
            stop);
    }

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var connection = database.Source.OpenConnection();
        return [.. connection.Query<string>("SELECT body FROM data_protection_key ORDER BY name").Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var pass = database.Gate.Enter();
        using var connection = database.Source.OpenConnection();
        connection.Execute(
            "INSERT INTO data_protection_key (name, body) VALUES (@friendlyName, @body) ON CONFLICT (name) DO UPDATE SET body = excluded.body",
            new { friendlyName, body = element.ToString(SaveOptions.DisableFormatting) });
    }
}
