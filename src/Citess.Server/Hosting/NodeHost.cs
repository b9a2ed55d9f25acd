using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Net.Sockets;
using Citess.ActivityPub.Fetching;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Culture;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Layout;
using Citess.Poles.Kernel.Map;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Network;
using Citess.Poles.Network.Blocks;
using Citess.Poles.Network.Incoming;
using Citess.Poles.Practices.Collections;
using Citess.Server.Errors;
using Citess.Server.Security;
using Citess.Server.Telemetry;
using Citess.Storage;
using Citess.Storage.Migrations;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace Citess.Server.Hosting;

/// <summary>Builds one pole's process.</summary>
internal static class NodeHost
{
    /// <summary>Part of every stored row's key: never changes.</summary>
    private const string ServiceId = "citess";

    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        // Files belong to the program, data to the folder it was started in.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseStaticWebAssets();
        configure?.Invoke(builder);
        var options = Read(builder);
        builder.Host.UseSystemd();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(Options.Create(options));
        builder.AddIdentity(options);
        builder.Host.UseOrleans(silo => AddSilo(silo, options));
        builder.Services.AddKit().AddTexts(typeof(NodeHost).Assembly);
        builder.Services.AddRecordKernel().AddFeatures();
        builder.AddCitessSecurity();
        builder.AddErrors();
        builder.AddTelemetry();
        builder.Services.AddRazorComponents(forms =>
        {
            forms.MaxFormMappingRecursionDepth = 8;

            // The longest list of a form: a collection that is put in order.
            forms.MaxFormMappingCollectionSize = PracticeCollection.Most;
        });
        builder.AddCompression();
        builder.Services.AddOpenApi(OpenApiDocument.Configure);
        builder.Services.ConfigureHttpJsonOptions(json => StateJson.Configure(json.SerializerOptions));
        builder.Services.Configure<LayoutOptions>(layout => layout.Account = "account");
        builder.Services.AddHostedService<Rest>();
        return builder.Build();
    }

    /// <summary>Makes the database ready and loads who this pole is; nothing may run before.</summary>
    public static async Task PrepareAsync(WebApplication app)
    {
        app.Services.GetService<IStartupValidator>()?.Validate();
        await StorageRegistration.PrepareAsync(app.Services);
        var clock = app.Services.GetRequiredService<TimeProvider>();
        var node = app.Services.GetRequiredService<INodeStore>();
        app.Services.GetRequiredService<PoleSource>().Record = await node.LoadAsync(() => Pole.Fresh(clock));
        app.Services.GetRequiredService<Recovering>().IsOn = await node.IsRecoveringAsync();
    }

    /// <summary>The same for the operator's commands, which have to do with a pole that was started before.</summary>
    /// <exception cref="NoPoleException">It never was.</exception>
    public static async Task OpenAsync(WebApplication app)
    {
        await StorageRegistration.RequirePoleAsync(app.Services);
        await PrepareAsync(app);
    }

    public static void Map(WebApplication app)
    {
        app.UseForwardedHeaders();
        app.MapLetters();
        app.UseResponseCompression();
        app.UseMiddleware<Unavailability>();
        app.UseObjectAddresses();
        app.UseCultureFromPath();
        app.UseErrors();
        app.UseStatusPages();
        app.UseRouting();
        app.UseCitessSecurity();
        app.MapStaticAssets();
        app.MapOpenApi("/openapi/{documentName}.json");
        app.MapOutline();
        app.MapHealth();
        app.MapFeatures();
        app.MapRazorComponents<Citess.Poles.Components.Layout.App>();
    }

    /// <summary>Letters come by thousands, from programs: nothing that is there for people stands in their way. What is spelt in another way still finds the same endpoint behind it.</summary>
    private static void MapLetters(this WebApplication app) => app.MapWhen(
        http => HttpMethods.IsPost(http.Request.Method) && http.Request.Path.Value!.EndsWith("/inbox", StringComparison.Ordinal),
        letters =>
        {
            letters.UseErrors();
            letters.UseRouting();
            letters.UseMiddleware<SignedLimit>();
            letters.UseMiddleware<SetUpFirst>();
            letters.UseEndpoints(routes => routes.MapInboxes());
            letters.Run(http =>
            {
                RefusalMetrics.Count("not-found");
                return Refusals.WriteAsync(http, StatusCodes.Status404NotFound, "not-found", "Not found", "There is no such inbox.");
            });
        });

    private static CitessOptions Read(WebApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration["urls"]))
        {
            builder.WebHost.UseUrls("http://localhost:5100");
        }

        var options = Bind(builder.Configuration);
        if (options.Origin.Length == 0)
        {
            options.Origin = (builder.Configuration["urls"] ?? "http://localhost:5100").Split(';')[0].Replace("//127.0.0.1", "//localhost", StringComparison.Ordinal);
        }

        Validator.ValidateObject(options, new(options), validateAllProperties: true);
        return options;
    }

    private static CitessOptions Bind(ConfigurationManager configuration)
    {
        try
        {
            return configuration.GetSection("Citess").Get<CitessOptions>() ?? new();
        }
        catch (InvalidOperationException problem)
        {
            // A word where a number belongs; it names the setting.
            throw new ValidationException(problem.Message, problem);
        }
    }

    private static void AddIdentity(this WebApplicationBuilder builder, CitessOptions options)
    {
        var origin = options.ParsedOrigin;
        builder.Services.AddSingleton(origin);
        builder.Services.AddSingleton(AllowedHosts.TryRead(options.Federation.AllowedHosts, origin)!);
        builder.Services.AddSingleton<PoleSource>();
        builder.Services.AddSingleton(provider => new Pole(new Uri(origin.Url), provider.GetRequiredService<PoleSource>().Record));
        builder.Services.AddSingleton(new SafeHttpOptions
        {
            UserAgent = SafeHttpOptions.UserAgentOf(ThisAssembly.Version, origin),
            AllowPrivateAddresses = options.Federation.AllowPrivateAddresses,
        });
    }

    private static void AddSilo(ISiloBuilder silo, CitessOptions options)
    {
        silo.AddCitessStorage(new StorageOptions { Provider = options.Database.Provider, DataFolder = options.Data, ConnectionString = options.Database.ConnectionString, MaxMegabytes = options.Database.MaxMegabytes });
        silo.AddActivityPropagation();
        silo.AddOutgoingGrainCallFilter<CallAgain>();

        // Where grains live, for as many as are ever awake at once; the default keeps 18 MB ready for a million.
        silo.Configure<GrainDirectoryOptions>(directory => directory.CacheSize = 50_000);
        var port = options.Cluster.SiloPort > 0 ? options.Cluster.SiloPort : FreePort();
        if (options.Database.Provider == Provider.Sqlite)
        {
            silo.UseLocalhostClustering(port, gatewayPort: 0, serviceId: ServiceId, clusterId: ServiceId);
            return;
        }

        silo.Configure<Orleans.Configuration.ClusterOptions>(cluster => (cluster.ServiceId, cluster.ClusterId) = (ServiceId, ServiceId));
        silo.ConfigureEndpoints(options.Cluster.AdvertisedAddress.Length > 0 ? IPAddress.Parse(options.Cluster.AdvertisedAddress) : IPAddress.Loopback, port, options.Cluster.GatewayPort);

        // A killed process is found out within three seconds, also by one that has just started itself and that Orleans would
        // give up to four times as long for each probe; the default takes fifteen.
        silo.Configure<ClusterMembershipOptions>(membership =>
        {
            membership.ProbeTimeout = membership.MinProbeTimeout = membership.MaxProbeTimeout = TimeSpan.FromSeconds(0.7);
            membership.NumMissedProbesLimit = 3;
            membership.NumVotesForDeathDeclaration = 2;

            // One that starts must not wait for its killed predecessor to answer: six seconds without a sign of life say that
            // it is gone. The default, a minute and a half, is how long a pole of one process would be away after a crash.
            membership.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(2);
        });
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>Who this pole is, once the database has said it.</summary>
internal sealed class PoleSource
{
    public NodeRecord Record { get => field ?? throw new InvalidOperationException("The database was not prepared."); set; }
}
