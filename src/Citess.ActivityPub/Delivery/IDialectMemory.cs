using Citess.ActivityPub.Signatures;

namespace Citess.ActivityPub.Delivery;

/// <summary>Keeps what is known of the dialects of other hosts; may forget any of them at any time, and must keep no more than it can hold.</summary>
public interface IDialectMemory
{
    /// <summary>What is known of this host; null when nothing is.</summary>
    ValueTask<KnownDialect?> FindAsync(string authority, CancellationToken token);

    /// <summary>Keeps this in place of what was known of the host.</summary>
    ValueTask KeepAsync(KnownDialect known, CancellationToken token);
}

/// <summary>How requests to one host are signed.</summary>
/// <param name="Authority">The host, as <see cref="Fetching.Origin.Authority"/> spells it.</param>
/// <param name="Dialect">What it gets.</param>
/// <param name="IsSettled">True when it refused the other dialect and took this one: what it shows of itself then counts no more.</param>
/// <param name="At">When this was learned.</param>
public sealed record KnownDialect(string Authority, SignatureDialect Dialect, bool IsSettled, DateTimeOffset At);
