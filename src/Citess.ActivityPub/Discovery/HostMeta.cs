using Citess.ActivityPub.Fetching;

namespace Citess.ActivityPub.Discovery;

/// <summary>Tells where WebFinger answers (RFC 6415), for software that still asks this way.</summary>
public static class HostMeta
{
    /// <summary>Media type of the XML form.</summary>
    public const string XmlMediaType = "application/xrd+xml";

    /// <summary>Served at <c>/.well-known/host-meta</c>.</summary>
    public static string Xml(Origin origin)
    {
        ArgumentNullException.ThrowIfNull(origin);
        // An authority in its normal form has no character that XML would have to escape.
        return $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <XRD xmlns="http://docs.oasis-open.org/ns/xri/xrd-1.0">
              <Link rel="lrdd" type="{Jrd.MediaType}" template="{Template(origin)}"/>
            </XRD>

            """;
    }

    /// <summary>Served at <c>/.well-known/host-meta.json</c>.</summary>
    public static Jrd Json(Origin origin)
    {
        ArgumentNullException.ThrowIfNull(origin);
        return new Jrd { Links = [new JrdLink { Rel = "lrdd", Type = Jrd.MediaType, Template = Template(origin) }] };
    }

    private static string Template(Origin origin) => origin.Url + "/.well-known/webfinger?resource={uri}";
}
