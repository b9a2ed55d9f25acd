namespace Citess.Server.Commands;
internal static class DatabaseCommands
{
    public static Task<int> BackupAsync(string file, string[] args) => Task.FromResult(1);
    public static Task<int> RestoreAsync(string file, string[] args) => Task.FromResult(1);
    public static Task<int> RebuildAsync(string[] args) => Task.FromResult(1);
    public static Task<int> AdminCodeAsync(string[] args) => Task.FromResult(1);
    public static Task<int> DoctorAsync(string[] args) => Task.FromResult(1);
}
