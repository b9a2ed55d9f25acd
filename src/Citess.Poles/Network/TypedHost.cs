using Citess.ActivityPub.Fetching;

namespace Citess.Poles.Network;

/// <summary>The host in what a person typed: a host, a handle, or the address of a page.</summary>
internal static class TypedHost
{
    public static Origin? Read(string typed)
    {
        var text = typed.Trim();
        return Origin.TryParse(text, allowHttp: true, out var address) ? address
            : Origin.TryParseAuthority(text[(text.LastIndexOf('@') + 1)..], Uri.UriSchemeHttps, out var host) ? host
            : null;
    }
}
