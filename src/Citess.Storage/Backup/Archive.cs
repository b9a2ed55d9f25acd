using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Citess.Poles.Kernel;

namespace Citess.Storage.Backup;

/// <summary>The file of a backup: a ZIP of tables, then what they hash to, then the hash of that.</summary>
internal static class Archive
{
    private const string ManifestName = "manifest.json";
    private const string SealName = "seal.sha256";

    public static string EntryOf(string table) => $"tables/{table}.jsonl";

    public static async Task SealAsync(ZipArchive zip, Manifest manifest)
    {
        var bytes = Encoding.UTF8.GetBytes(StateJson.Write(manifest));
        await WriteAsync(zip, ManifestName, bytes);
        await WriteAsync(zip, SealName, Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(bytes))));
    }

    /// <summary>Opens a file and compares all of it with its hashes, so that no damage is found half way through a restore.</summary>
    public static async Task<(ZipArchive Zip, Manifest Manifest)> OpenAsync(string file, CancellationToken stop)
    {
        ZipArchive? zip = null;
        try
        {
            zip = await ZipFile.OpenReadAsync(file, stop);
            var bytes = await ReadAsync(zip, ManifestName, stop);
            var seal = Encoding.ASCII.GetString(await ReadAsync(zip, SealName, stop));
            Must(seal == Convert.ToHexStringLower(SHA256.HashData(bytes)), "its table of contents was changed");
            var manifest = StateJson.Read<Manifest>(Encoding.UTF8.GetString(bytes));
            Must(manifest.Format == Manifest.CurrentFormat, $"its form is {manifest.Format}, and this program reads {Manifest.CurrentFormat}");
            foreach (var table in manifest.Tables)
            {
                await using var stream = await Entry(zip, EntryOf(table.Name)).OpenAsync(stop);
                Must(table.Sha256 == Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, stop)), $"the table {table.Name} was changed");
            }

            return (zip, manifest);
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or System.Text.Json.JsonException)
        {
            zip?.Dispose();
            throw new BackupException($"{file} is not a whole backup: {fault.Message}", fault);
        }
    }

    public static ZipArchiveEntry Entry(ZipArchive zip, string name) => zip.GetEntry(name) ?? throw new InvalidDataException($"{name} is missing");

    private static void Must(bool holds, string problem)
    {
        if (!holds)
        {
            throw new InvalidDataException(problem);
        }
    }

    private static async Task<byte[]> ReadAsync(ZipArchive zip, string name, CancellationToken stop)
    {
        await using var stream = await Entry(zip, name).OpenAsync(stop);
        using var all = new MemoryStream();
        await stream.CopyToAsync(all, stop);
        return all.ToArray();
    }

    private static async Task WriteAsync(ZipArchive zip, string name, byte[] bytes)
    {
        await using var stream = await zip.CreateEntry(name).OpenAsync();
        await stream.WriteAsync(bytes);
    }
}
