using Citess.ActivityPub.Delivery;
using Citess.ActivityPub.Fetching;

namespace Citess.ActivityPub.Tests.Delivery;

/// <summary>A memory that a test can look into.</summary>
internal sealed class Notebook : IDialectMemory
{
    public Dictionary<string, KnownDialect> Known { get; } = [];

    public int Written { get; private set; }

    public ValueTask<KnownDialect?> FindAsync(string authority, CancellationToken token) => new(Known.GetValueOrDefault(authority));

    public ValueTask KeepAsync(KnownDialect known, CancellationToken token)
    {
        Written++;
        Known[known.Authority] = known;
        return default;
    }

    public static Origin Host(string url) => Origin.TryParse(url, allowHttp: true, out var origin) ? origin : throw new InvalidOperationException(url);
}
