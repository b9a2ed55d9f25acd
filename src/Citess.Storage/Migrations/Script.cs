using System.Security.Cryptography;
using System.Text;

namespace Citess.Storage.Migrations;

/// <summary>One numbered script of specs/sql, embedded from there.</summary>
internal sealed record Script(int Number, string Name, string Sql)
{
    /// <summary>Line ends do not count: a checkout may change them.</summary>
    public string Checksum => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    public static IReadOnlyList<Script> For(Provider provider)
    {
        var folder = "sql/" + (provider == Provider.Sqlite ? "sqlite" : "postgresql") + "/";
        var assembly = typeof(Script).Assembly;
        return [.. assembly.GetManifestResourceNames()
            .Select(name => name.Replace('\\', '/'))
            .Where(name => name.StartsWith(folder, StringComparison.Ordinal))
            .Select(name => Read(name, name[folder.Length..^".sql".Length]))
            .OrderBy(script => script.Number)];
    }

    private static Script Read(string resource, string title)
    {
        using var stream = typeof(Script).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var dash = title.IndexOf('-', StringComparison.Ordinal);
        return new(int.Parse(title[..dash], System.Globalization.CultureInfo.InvariantCulture), title[(dash + 1)..], reader.ReadToEnd());
    }
}
