using System.Net;

namespace Citess.ActivityPub.Fetching;

/// <summary>The system's resolver, a few questions at once: it has a thread per question, and names whose servers stay silent would take all there are.</summary>
internal static class Names
{
    private static readonly SemaphoreSlim Turns = new(16);

    public static async Task<IPAddress[]> ResolveAsync(string host, CancellationToken token)
    {
        await Turns.WaitAsync(token);
        try
        {
            return await Dns.GetHostAddressesAsync(host, token);
        }
        finally
        {
            Turns.Release();
        }
    }
}
