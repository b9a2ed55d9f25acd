using System.Xml.Linq;
using Citess.Storage.Sql;
using Dapper;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Citess.Storage.Identity;

/// <summary>ASP.NET Core's data-protection keys in the database: a backup holds them, and every silo reads the same.</summary>
internal sealed class CookieKeys(Database database) : IXmlRepository
{
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
