using System.Net;

namespace Citess.ActivityPub.Fetching;

/// <summary>How the one client for outgoing requests behaves.</summary>
public sealed record SafeHttpOptions
{
    /// <summary>Sent with every request, since some servers refuse those without; made by <see cref="UserAgentOf"/>.</summary>
    public required string UserAgent { get; init; }

    /// <summary>Lets requests reach loopback and private networks over http: for tests and the demo alone. Default false.</summary>
    public bool AllowPrivateAddresses { get; init; }

    /// <summary>Lets addresses begin with http. Default: as <see cref="AllowPrivateAddresses"/>.</summary>
    public bool AllowHttp { get => field || AllowPrivateAddresses; init; }

    /// <summary>Time for name, socket and TLS together. Default 5 s.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Time for the whole request with its body and redirects. Default 30 s.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Largest body in bytes, counted after decompression. Default 1 MiB.</summary>
    public int MaxBytes { get; init; } = 1 << 20;

    /// <summary>Asks the addresses of a name. Default: the system's resolver.</summary>
    public Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; init; } = Names.ResolveAsync;

    /// <summary>Opens a connection to an address that was checked. Default: TCP. Tests put a network of their own here, so that the checks before it run as they do outside.</summary>
    public Func<IPEndPoint, CancellationToken, ValueTask<Stream>> Dial { get; init; } = SafeHttp.DialAsync;

    /// <summary>The User-Agent of this software: <c>CitESS/0.1.0 (+https://mahdia.example)</c>.</summary>
    public static string UserAgentOf(string version, Origin origin)
    {
        ArgumentNullException.ThrowIfNull(origin);
        return $"CitESS/{version} (+{origin.Url})";
    }
}
