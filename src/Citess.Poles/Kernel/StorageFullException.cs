namespace Citess.Poles.Kernel;

/// <summary>
/// The database has no room for what was to be written: the disk is full, or the pole's quota. Nothing was written, and the
/// same command works once there is room. Not a <see cref="RefusedException"/>: no rule says no, and who takes letters must
/// not put one away for it.
/// </summary>
[GenerateSerializer, Alias("storage-full")]
public sealed class StorageFullException(Exception? cause = null) : Exception("The database has no room for it.", cause)
{
    /// <summary>True when that is what happened, however it was wrapped on the way.</summary>
    public static bool Caused(Exception? exception) => exception is StorageFullException || (exception is not null && Caused(exception.InnerException));
}
