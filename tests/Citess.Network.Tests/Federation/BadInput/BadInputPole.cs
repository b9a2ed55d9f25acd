using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Vocabulary;
using Citess.Network.Tests.House;
using Citess.Poles.Accounts;
using Citess.Server.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Citess.Network.Tests.Federation.BadInput;

/// <summary>
/// Mahdia as a whole process would be, Kestrel, silo, SQLite file, whose internet is the <see cref="HostileWeb"/>: private
/// addresses are refused as they are outside. One for all classes of bad input. Barcelona, played here, is its partner.
/// </summary>
public sealed partial class BadInputPole : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("citess-bad-input-").FullName;
    private readonly StringWriter printed = new();
    private readonly MeterListener meters = new();
    private WebApplication app = default!;

    internal HostileWeb Web { get; } = new();

    /// <summary>A stranger that says it is a pole.</summary>
    internal Figure Mallory { get; private set; } = default!;

    /// <summary>The partner pole, connected.</summary>
    internal Figure Barcelona { get; private set; } = default!;

    /// <summary>Another actor on Barcelona's host.</summary>
    internal Figure Guest { get; private set; } = default!;

    /// <summary>A practice of Barcelona that Mahdia holds.</summary>
    internal string HeldId { get; private set; } = "";

    /// <summary>The activity that brought it.</summary>
    internal string TakenId { get; private set; } = "";

    /// <summary>How often the gate counted each verdict.</summary>
    internal ConcurrentDictionary<string, long> Verdicts { get; } = new(StringComparer.Ordinal);

    public string Origin { get; } = string.Create(CultureInfo.InvariantCulture, $"http://localhost:{TestPole.FreePort()}");

    public HttpClient Http { get; private set; } = default!;

    public HttpClient Api { get; private set; } = default!;

    public PoleDatabase Database => PoleDatabase.OfFolder(folder);

    public IServiceProvider Services => app.Services;

    /// <summary>The address of Mahdia's actor.</summary>
    public string Actor { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        await Web.StartAsync();
        meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == "citess.gate.verdicts")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        meters.SetMeasurementEventCallback<long>((_, count, tags, _) => Verdicts.AddOrUpdate((string)tags[0].Value!, count, (_, before) => before + count));
        meters.Start();
        app = NodeHost.Build(["--applicationName", "Citess.Server", "--urls", Origin, "--Citess:Origin=" + Origin, "--Citess:Data=" + folder, "--Citess:Limits:Enabled=false"], Configure);
        await NodeHost.PrepareAsync(app);
        NodeHost.Map(app);
        await app.StartAsync();
        Http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(Origin), Timeout = TimeSpan.FromSeconds(60) };
        await SetUpAsync();
        Actor = app.Services.GetRequiredService<Citess.Poles.Kernel.Identity.Pole>().ActorAddress;
        (Mallory, Barcelona, Guest) = (new(Web, "mallory.example"), new(Web, "barcelona.example"), new(Web, "barcelona.example", kind: null, "/users/mallory"));
        await ConnectAsync();
    }

    public async ValueTask DisposeAsync()
    {
        meters.Dispose();
        Api.Dispose();
        Http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        await Web.DisposeAsync();
        Mallory.Dispose();
        Barcelona.Dispose();
        Guest.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private void Configure(WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Services.Configure<AccountsOptions>(options => options.Out = printed);
        builder.Host.ConfigureContainer<IServiceCollection>((_, services) =>
        {
            services.Replace(ServiceDescriptor.Singleton(new SafeHttpOptions
            {
                UserAgent = "CitESS/0 (+http://localhost)",
                AllowHttp = true,
                Resolve = Web.ResolveAsync,
                Dial = Web.DialAsync,
                RequestTimeout = TimeSpan.FromSeconds(5),
            }));
        });
    }

    /// <summary>As its first administrator does it.</summary>
    private async Task SetUpAsync()
    {
        using var person = new PageClient(Origin);
        await person.OpenAsync("/fr/set-up");
        await person.SendAsync(("Form.Code", Code().Match(printed.ToString()).Value), ("Form.DisplayName", "Amira"), ("Form.UserName", "amira"), ("Form.Password", TestPole.Password), ("Form.Name", "Mahdia"), ("Form.Territory", "TN-53"));
        Assert.True(person.Address.AbsolutePath == "/fr/today", $"Setting up led to {person.Address}:\n{person.Text}");
        await person.OpenAsync("/fr/people");
        await person.SendAsync(("Program.Name", "Tests"), ("Program.Role", "administrator"));
        string Once(int index) => person.Page.QuerySelector($"[name='Once.{index}']")!.GetAttribute("value")!;
        using var answer = await Http.PostAsync("/api/token", new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal) { ["grant_type"] = "client_credentials", ["client_id"] = Once(0), ["client_secret"] = Once(1) }));
        Api = new() { BaseAddress = new Uri(Origin), Timeout = TimeSpan.FromSeconds(60) };
        Api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString());
    }

    /// <summary>Mahdia asks, Barcelona agrees and asks too; then it shares one practice.</summary>
    private async Task ConnectAsync()
    {
        using (var asked = await Api.PostAsJsonAsync("/api/partners", new { address = Barcelona.Id }))
        {
            Assert.True(asked.IsSuccessStatusCode, await asked.Content.ReadAsStringAsync());
        }

        await Eventually.TrueAsync(() => Task.FromResult(!Web.Posted.IsEmpty), "Mahdia did not ask.");
        Assert.Equal("202", await this.PostAsync(Barcelona.Say(Verbs.Accept, System.Text.Json.Nodes.JsonNode.Parse(Web.Posted.First().Body)), Barcelona));
        Assert.Equal("202", await this.PostAsync(Barcelona.Say(Verbs.Follow, Actor), Barcelona));
        HeldId = Barcelona.NewId("practice");
        var create = Barcelona.Say(Verbs.Create, Barcelona.Practice(HeldId, revision: 3));
        TakenId = create["id"]!.GetValue<string>();
        Assert.Equal("202", await this.PostAsync(create, Barcelona));
        await Eventually.TrueAsync(async () => (await HeldAsync()).Count == 1, "Mahdia did not take what its partner shared.");

        // Known from here on, so that no case is about a first contact but those that mean to be.
        foreach (var figure in new[] { Mallory, Guest })
        {
            Assert.Equal("422 verb-not-spoken", await this.PostAsync(figure.Say("Listen", Actor), figure));
        }

        await this.SettledAsync();
    }

    /// <summary>As an administrator does it.</summary>
    public async Task BlockAsync(string host)
    {
        using var answer = await Api.PostAsJsonAsync("/api/blocks", new { host, reason = "Sends what nobody wants." });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    public Task<IReadOnlyList<string>> HeldAsync() => Database.QueryAsync<string>("SELECT body FROM document WHERE origin = 'barcelona.example' AND key LIKE 'practice/%'");

    [GeneratedRegex("[0-9A-Z]{4}(-[0-9A-Z]{4}){3,}")]
    private static partial Regex Code();
}

/// <summary>One node for all classes.</summary>
[CollectionDefinition(Name)]
public sealed class BadInputCollection : ICollectionFixture<BadInputPole>
{
    public const string Name = "bad input";
}
