using System.ComponentModel.DataAnnotations;
using Citess.ActivityPub.Fetching;
using Citess.Storage;

namespace Citess.Server.Hosting;

/// <summary>All that an operator sets, under <c>Citess</c>; each has a default that works for one pole on one machine.</summary>
public sealed class CitessOptions : IValidatableObject
{
    /// <summary>Address under which people and other poles reach this pole. Default: the address that the process listens on, on this machine only.</summary>
    public string Origin { get; set; } = "";

    /// <summary>Folder of the SQLite file and the backups. Default <c>data</c>.</summary>
    public string Data { get; set; } = "data";

    public DatabaseOptions Database { get; set; } = new();

    public ClusterOptions Cluster { get; set; } = new();

    public FederationOptions Federation { get; set; } = new();

    public Origin ParsedOrigin => ActivityPub.Fetching.Origin.TryParse(Origin, allowHttp: true, out var origin) ? origin : throw new InvalidOperationException("Citess:Origin was not validated.");

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!ActivityPub.Fetching.Origin.TryParse(Origin, allowHttp: true, out var origin))
        {
            yield return new("Citess:Origin must be the public address of the pole, for example https://mahdia.example.");
        }
        else if (origin.Scheme != Uri.UriSchemeHttps && origin.Host is not ("localhost" or "127.0.0.1" or "[::1]"))
        {
            yield return new("Citess:Origin must begin with https, except on this machine itself.");
        }

        else if (Poles.Network.Blocks.AllowedHosts.TryRead(Federation.AllowedHosts, origin) is null)
        {
            yield return new("Citess:Federation:AllowedHosts names hosts, each under a number: Citess__Federation__AllowedHosts__0=barcelona.example.");
        }

        if (Database.Provider == Provider.PostgreSql && string.IsNullOrWhiteSpace(Database.ConnectionString))
        {
            yield return new("Citess:Database:ConnectionString is needed with PostgreSQL.");
        }

        if (Database.MaxMegabytes < 0 || (Database.MaxMegabytes > 0 && Database.Provider == Provider.PostgreSql))
        {
            yield return new("Citess:Database:MaxMegabytes is a size in megabytes, for SQLite alone; PostgreSQL has its own means.");
        }

        if (Cluster.AdvertisedAddress.Length > 0 && !System.Net.IPAddress.TryParse(Cluster.AdvertisedAddress, out _))
        {
            yield return new("Citess:Cluster:AdvertisedAddress is an IP address.");
        }

        if (Database.Provider == Provider.Sqlite && Cluster.AdvertisedAddress.Length > 0)
        {
            yield return new("Several processes need PostgreSQL: set Citess:Database:Provider, or leave Citess:Cluster:AdvertisedAddress empty.");
        }
    }
}

/// <summary>Which database.</summary>
public sealed class DatabaseOptions
{
    /// <summary><c>sqlite</c> (default) or <c>postgresql</c>.</summary>
    public Provider Provider { get; set; } = Provider.Sqlite;

    /// <summary>PostgreSQL only.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>SQLite only: how large the file may become, so that one of several poles on a server does not fill the disk of all. Default 0: no limit.</summary>
    public int MaxMegabytes { get; set; }
}

/// <summary>Several processes of one pole; needs PostgreSQL and a private network between them.</summary>
public sealed class ClusterOptions
{
    /// <summary>Port between the processes. Default 0: one that is free, for a single process.</summary>
    public int SiloPort { get; set; }

    /// <summary>Port for Orleans clients elsewhere. Default 0: none.</summary>
    public int GatewayPort { get; set; }

    /// <summary>Address under which the other processes reach this one. Default: this machine only.</summary>
    public string AdvertisedAddress { get; set; } = "";
}

/// <summary>What other poles may and may not be.</summary>
public sealed class FederationOptions
{
    /// <summary>Lets requests go to private addresses over http: for tests and the demo alone. Default false.</summary>
    public bool AllowPrivateAddresses { get; set; }

    /// <summary>Closed mode: the hosts that this pole has to do with, their subdomains included, and no other. Default: none named, every host that is not blocked.</summary>
    public IList<string> AllowedHosts { get; } = [];
}
