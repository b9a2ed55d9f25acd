using System.Diagnostics;
using System.Globalization;

namespace Citess.Network.Tests.Faults;

/// <summary>
/// A real filesystem of its own under the folder of a pole, so that it can be full: it shrinks to what stands in it, and
/// grows again. Where this account may mount none, there is no such disk and only the quota of the database is tried.
/// </summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private const int Megabytes = 1024;

    private readonly string folder;

    private SmallDisk(string folder) => this.folder = folder;

    public static async Task<SmallDisk?> TryMountAsync(string folder) =>
        await MountAsync("-t", "tmpfs", "-o", string.Create(CultureInfo.InvariantCulture, $"size={Megabytes}m,mode=0700"), "tmpfs", folder) ? new(folder) : null;

    /// <summary>Nothing more goes in than <paramref name="bytes"/>.</summary>
    public async Task FillAsync(int bytes)
    {
        // What is written meanwhile makes the system refuse: then it is measured again.
        for (var attempt = 0; attempt < 20; attempt++)
        {
            var disk = new DriveInfo(folder);
            var size = ((disk.TotalSize - disk.TotalFreeSpace + bytes) / 1024) + 4;
            if (await MountAsync("-o", string.Create(CultureInfo.InvariantCulture, $"remount,size={size}k"), folder))
            {
                return;
            }
        }

        throw new InvalidOperationException($"{folder} cannot be filled.");
    }

    public async Task EmptyAsync()
    {
        if (!await MountAsync("-o", string.Create(CultureInfo.InvariantCulture, $"remount,size={Megabytes}m"), folder))
        {
            throw new InvalidOperationException($"{folder} cannot be given room again.");
        }
    }

    public async ValueTask DisposeAsync() => await RunAsync("umount", "-l", folder);

    private static Task<bool> MountAsync(params string[] arguments) => RunAsync("mount", arguments);

    private static async Task<bool> RunAsync(string program, params string[] arguments)
    {
        try
        {
            using var run = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
            await run.StandardError.ReadToEndAsync();
            await run.WaitForExitAsync();
            return run.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
