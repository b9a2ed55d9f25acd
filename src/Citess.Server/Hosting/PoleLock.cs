namespace Citess.Server.Hosting;

/// <summary>
/// Held by the one process that may change a data folder. The system gives it back when the process ends, however it ends.
/// </summary>
internal sealed class PoleLock : IDisposable
{
    private readonly FileStream? file;

    private PoleLock(FileStream? file) => this.file = file;

    /// <summary>Null when another process holds it. With PostgreSQL several processes are meant to run, and nothing is locked.</summary>
    public static PoleLock? Take(CitessOptions options)
    {
        if (options.Database.Provider != Storage.Provider.Sqlite)
        {
            return new(file: null);
        }

        Own(options.Data);
        try
        {
            return new(new FileStream(Path.Combine(options.Data, "pole.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Nobody but the pole's own account looks into the folder.</summary>
    private static void Own(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    public void Dispose() => file?.Dispose();
}
