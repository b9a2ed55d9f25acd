using System.Collections.Immutable;

namespace Citess.Storage.Backup;

/// <summary>What a backup says of itself.</summary>
public sealed record Manifest
{
    /// <summary>The form of the file; a reader refuses any other.</summary>
    public const string CurrentFormat = "citess-backup/1";

    public required string Format { get; init; }

    public required DateTimeOffset Taken { get; init; }

    /// <summary>Number of the last migration that the database had.</summary>
    public required int Schema { get; init; }

    /// <summary>Numbers of all the migrations that it had: they may have gaps that later ones fill. Empty in older files, which had none.</summary>
    public ImmutableArray<int> Migrations { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>Epoch of the database that it was taken from; a restored one gets its own. Empty before the first start.</summary>
    public required string Epoch { get; init; }

    public required ImmutableArray<TableManifest> Tables { get; init; }
}

/// <summary>One table in a backup.</summary>
public sealed record TableManifest(string Name, long Rows, string Sha256);
