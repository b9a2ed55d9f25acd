using System.Net;
using System.Net.Sockets;

namespace Citess.ActivityPub.Fetching;

/// <summary>Builds the one client that every outgoing request goes through.</summary>
public static class SafeHttp
{
    /// <summary>A client that reaches public addresses only, follows no redirect, keeps no cookie and reads no more than the limits; <paramref name="warn"/> is told at once when the limits are off.</summary>
    public static HttpClient Create(SafeHttpOptions options, Action<string> warn)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(warn);
        if (options.AllowPrivateAddresses)
        {
            warn("PRIVATE ADDRESSES ARE ALLOWED: requests may reach loopback and local networks over plain http. For tests and the demo only.");
        }

        var sockets = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = options.ConnectTimeout,
            // Names move: a pooled socket must not outlive the check of its address for long.
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
            MaxResponseHeadersLength = 32,
            MaxResponseDrainSize = 0,
            EnableMultipleHttp2Connections = true,
            // Trace ids of this house are nobody else's concern.
            ActivityHeadersPropagator = null,
            ConnectCallback = (context, token) => ConnectAsync(context.DnsEndPoint, options, token),
        };
        var client = new HttpClient(new AddressGuard(options, sockets))
        {
            Timeout = options.RequestTimeout,
            MaxResponseContentBufferSize = options.MaxBytes,
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        client.DefaultRequestHeaders.UserAgent.ParseAdd(options.UserAgent);
        return client;
    }

    // The check stands where the socket opens, and the socket opens to the address that was checked: a name that
    // resolves to a public address first and to a private one later (DNS rebinding) gains nothing.
    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint target, SafeHttpOptions options, CancellationToken token)
    {
        IPAddress[] answer = IPAddress.TryParse(target.Host, out var literal) ? [literal] : await options.Resolve(target.Host, token);
        var allowed = answer.Where(address => options.AllowPrivateAddresses || AddressRules.IsPublic(address)).Take(4).ToArray();
        if (allowed.Length == 0)
        {
            throw answer.Length == 0 ? new SocketException((int)SocketError.HostNotFound) : new AddressRefusedException(target.Host, isForGood: literal is not null);
        }

        SocketException? failure = null;
        foreach (var address in allowed)
        {
            using var turn = CancellationTokenSource.CreateLinkedTokenSource(token);
            turn.CancelAfter(options.ConnectTimeout / allowed.Length);
            try
            {
                return await options.Dial(new IPEndPoint(address, target.Port), turn.Token);
            }
            catch (Exception e) when (e is SocketException || (e is OperationCanceledException && !token.IsCancellationRequested))
            {
                failure = e as SocketException ?? new SocketException((int)SocketError.TimedOut);
            }
        }

        throw failure!;
    }

    internal static async ValueTask<Stream> DialAsync(IPEndPoint target, CancellationToken token)
    {
        var socket = new Socket(target.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(target, token);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>The address of a request is one that must not be reached: for good, unless a name led to it, which may lead elsewhere tomorrow.</summary>
internal sealed class AddressRefusedException(string address, bool isForGood) : HttpRequestException($"{address} is not a public address.")
{
    public bool IsForGood => isForGood;

    /// <summary>The one behind an exception; null when it has another cause.</summary>
    public static AddressRefusedException? Behind(Exception? exception) => exception is null ? null : exception as AddressRefusedException ?? Behind(exception.InnerException);
}

/// <summary>Refuses odd addresses before any name is resolved, whoever uses the client.</summary>
internal sealed class AddressGuard(SafeHttpOptions options, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var url = request.RequestUri?.OriginalString;
        if (!Origin.TryParse(url, options.AllowHttp, out var origin) || !PortAllowed(origin.Port))
        {
            throw new AddressRefusedException(url ?? "an empty address", isForGood: true);
        }

        return base.SendAsync(request, cancellationToken);
    }

    // Mail, shells and databases answer on low ports, and some read commands out of an HTTP body.
    private bool PortAllowed(int port) => port is 80 or 443 or >= 1024 || options.AllowPrivateAddresses;
}
