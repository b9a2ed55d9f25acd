using Citess.Storage.Migrations;

namespace Citess.Storage.Backup;

/// <summary>A backup or a restore cannot be done; says why and what to do.</summary>
public sealed class BackupException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>
/// Backups of one pole: one file that holds everything, private keys included, in a form that does not depend on the
/// database, so a pole also moves from SQLite to PostgreSQL and back with it.
/// </summary>
public interface IBackups
{
    /// <summary>
    /// Writes what the database held at one moment, while the pole runs on. The file is its owner's alone, and is there
    /// whole or not at all; an older file of that name is replaced.
    /// </summary>
    /// <exception cref="NoPoleException">There is nothing to back up.</exception>
    Task<Manifest> WriteAsync(string file, CancellationToken stop = default);

    /// <summary>Reads the whole file and compares it with the hashes inside.</summary>
    /// <exception cref="BackupException">The file is damaged, or no backup.</exception>
    Task<Manifest> VerifyAsync(string file, CancellationToken stop = default);

    /// <summary>
    /// Puts a backup in place of what the database holds, all of it or nothing, and gives it a new epoch. The pole must not
    /// run. A database that already holds a pole is left alone unless <paramref name="force"/> is true.
    /// </summary>
    /// <exception cref="BackupException">The file is damaged or newer than this program, or the database holds a pole.</exception>
    Task<Manifest> RestoreAsync(string file, bool force, CancellationToken stop = default);
}
