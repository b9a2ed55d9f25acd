using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Citess.Poles.Accounts;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Profile;
using Citess.Server.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Citess.Server.Tests.Security;

/// <summary>Mahdia as a whole process would be: Kestrel, silo, SQLite file; in this process, so that its clock can be moved.</summary>
public partial class House : IAsyncLifetime
{
    public const string Password = "olives and lemons";

    private readonly string folder = Directory.CreateTempSubdirectory("citess-mahdia-").FullName;
    private readonly StringWriter printed = new();
    private WebApplication app = default!;

    public MovableClock Clock { get; } = new();

    public LogKeeper Logs { get; } = new();

    public string Origin { get; private set; } = "";

    /// <summary>The database of this pole, which holds all that it knows.</summary>
    public string DatabaseFile => Path.Combine(folder, "citess.db");

    /// <summary>What the operator sees on standard output.</summary>
    public string Printed => printed.ToString();

    public string Code => CodePattern().Match(Printed).Value;

    public IServiceProvider Services => app.Services;

    protected virtual IEnumerable<string> Settings => ["--Citess:Limits:Enabled=false"];

    /// <summary>Whether somebody administers this pole from the start.</summary>
    protected virtual bool IsSetUp => true;

    /// <summary>What this pole has besides.</summary>
    protected virtual void Add(WebApplication app)
    {
    }

    public async ValueTask InitializeAsync()
    {
        Origin = string.Create(CultureInfo.InvariantCulture, $"http://localhost:{FreePort()}");
        app = NodeHost.Build(["--applicationName", "Citess.Server", "--urls", Origin, "--Citess:Data=" + folder, .. Settings], Configure);
        await NodeHost.PrepareAsync(app);
        NodeHost.Map(app);
        Add(app);
        await app.StartAsync();
        if (IsSetUp)
        {
            await AddAsync("amira", Roles.Administrator);
            var profile = new PoleProfile { Name = MultilingualText.Of("ar", "قطب المهدية", ("fr", "Pôle de Mahdia")), Languages = ["ar", "fr"] };
            await Services.GetRequiredService<Profiles>().SetUpAsync(profile, "");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    public Visitor Visitor() => new(Origin);

    /// <summary>Somebody with this name, the password of the house, and these roles.</summary>
    public async Task<Account> AddAsync(string userName, params string[] roles)
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PeopleDesk>().AddAsync(
            new() { Id = Ulid.NewUlid(Clock.GetUtcNow()).ToString(), UserName = userName, DisplayName = userName.ToUpperInvariant(), Password = Password }, roles);
    }

    public async Task<Visitor> SignedInAsync(string userName)
    {
        var visitor = Visitor();
        await visitor.SignInAsync(userName, Password);
        Assert.Equal("/en/today", visitor.Path);
        return visitor;
    }

    /// <summary>Amira, signed in.</summary>
    public Task<Visitor> AmiraAsync() => SignedInAsync("amira");

    private void Configure(WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders().AddProvider(Logs).SetMinimumLevel(LogLevel.Trace);
        builder.Services.Configure<AccountsOptions>(options => options.Out = printed);
        builder.Host.ConfigureContainer<IServiceCollection>((_, services) => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock)));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex("[0-9A-Z]{4}(-[0-9A-Z]{4}){4}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CodePattern();
}

/// <summary>A pole that nobody has set up yet.</summary>
public sealed class NewHouse : House
{
    protected override bool IsSetUp => false;
}

/// <summary>A pole whose operator allows one host.</summary>
public sealed class ClosedHouse : House
{
    protected override IEnumerable<string> Settings => [.. base.Settings, "--Citess:Federation:AllowedHosts:0=Barcelona.example"];
}

/// <summary>A pole with the limits that it has in earnest.</summary>
public sealed class LimitedHouse : House
{
    protected override IEnumerable<string> Settings => ["--Citess:Limits:Api=20", "--Citess:Limits:Inbox=20"];
}
