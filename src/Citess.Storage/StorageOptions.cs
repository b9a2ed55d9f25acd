using System.ComponentModel.DataAnnotations;

namespace Citess.Storage;

/// <summary>Which database keeps the data.</summary>
public enum Provider
{
    /// <summary>One file in the data folder; one process.</summary>
    Sqlite,

    /// <summary>A server; one or several processes.</summary>
    PostgreSql,
}

/// <summary>Where the data of this pole is kept.</summary>
public sealed class StorageOptions : IValidatableObject
{
    /// <summary>Default: SQLite.</summary>
    public Provider Provider { get; set; } = Provider.Sqlite;

    /// <summary>Folder of the SQLite file, made when it is missing, readable by its owner only. Ignored with PostgreSQL.</summary>
    public string DataFolder { get; set; } = "data";

    /// <summary>How large the SQLite file may become; 0, the default, is no limit but the disk. Ignored with PostgreSQL.</summary>
    public int MaxMegabytes { get; set; }

    /// <summary>How PostgreSQL is reached. Ignored with SQLite.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>The SQLite file.</summary>
    public string DatabaseFile => Path.Combine(Path.GetFullPath(DataFolder), "citess.db");

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Enum.IsDefined(Provider))
        {
            yield return new("Storage:Provider is Sqlite or PostgreSql.", [nameof(Provider)]);
        }

        if (Provider == Provider.Sqlite && string.IsNullOrWhiteSpace(DataFolder))
        {
            yield return new("Storage:DataFolder names the folder of the SQLite file.", [nameof(DataFolder)]);
        }

        if (Provider == Provider.PostgreSql && string.IsNullOrWhiteSpace(ConnectionString))
        {
            yield return new("Storage:ConnectionString says how PostgreSQL is reached.", [nameof(ConnectionString)]);
        }
    }
}
