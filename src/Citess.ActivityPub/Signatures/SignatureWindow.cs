namespace Citess.ActivityPub.Signatures;

/// <summary>How long a signature may be used: long enough for clocks that differ and for a queue, too short for a stolen request to be of use.</summary>
internal static class SignatureWindow
{
    public static readonly TimeSpan Width = TimeSpan.FromHours(1);
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(60);

    /// <summary>What is wrong with the times that a signature gives itself, in seconds since 1970; null when nothing is.</summary>
    public static SignatureFault? Fault(long? created, long? expires, DateTimeOffset now)
    {
        if (created is { } start && Outside(DateTimeOffset.FromUnixTimeSeconds(start), Skew, now) is { } fault)
        {
            return fault;
        }

        return expires is { } end && (DateTimeOffset.FromUnixTimeSeconds(end) <= now || end < created) ? SignatureFault.Expired : null;
    }

    public static SignatureFault? Outside(DateTimeOffset time, TimeSpan ahead, DateTimeOffset now) =>
        now - time > Width ? SignatureFault.Expired : time - now > ahead ? SignatureFault.FromTheFuture : null;
}
