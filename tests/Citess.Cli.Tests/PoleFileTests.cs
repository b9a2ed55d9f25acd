using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Citess.Cli.Tests;

/// <summary>Export and import against a small Mahdia on loopback that knows one program.</summary>
public sealed class PoleFileTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("citess-cli-").FullName;
    private readonly WebApplication app = Build();
    private string origin = "";
    private string given = "";

    public async ValueTask InitializeAsync()
    {
        app.MapPost("/api/token", async (HttpRequest request) =>
        {
            var form = await request.ReadFormAsync();
            return form["client_id"] == "amira" && form["client_secret"] == "olive" ? Results.Json(new { access_token = "good" }) : Results.Unauthorized();
        });
        app.MapGet("/api/copies/file", (HttpRequest request, string since) => request.Headers.Authorization != "Bearer good" ? Results.Unauthorized()
            : since == "gone.1" ? Results.Problem("The numbers begin anew.", statusCode: 410) : Results.Bytes(Encoding.UTF8.GetBytes("file since " + since), "application/gzip"));
        app.MapPost("/api/copies/file", async (HttpRequest request) =>
        {
            given = await new StreamReader(request.Body).ReadToEndAsync();
            return Results.Json(new { origin = "barcelona.example", asOf = "2026-03-02T09:00:00Z", isUnconfirmed = true, taken = 3, already = 4, refused = given == "good" ? 0 : 1, lines = given == "good" ? [] : new[] { new { line = 7, id = "https://barcelona.example/practice/1", reason = "its proof does not hold" } } });
        });
        await app.StartAsync();
        origin = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        Environment.SetEnvironmentVariable(Commands.SecretVariable, "olive");
    }

    public async ValueTask DisposeAsync()
    {
        Environment.SetEnvironmentVariable(Commands.SecretVariable, null);
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Export_writes_what_the_pole_gives_into_a_file_of_its_owner_alone()
    {
        var file = Path.Combine(folder, "mahdia.jsonl.gz");
        var (code, said) = await RunAsync("export", "--since", "E.7", "--to", file, "--pole", origin, "--client", "amira", "--local");

        Assert.True(code == 0, said);
        Assert.Equal("file since E.7", await File.ReadAllTextAsync(file));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public async Task An_export_that_fails_says_why_and_leaves_no_file()
    {
        var file = Path.Combine(folder, "none.jsonl.gz");
        var (code, said) = await RunAsync("export", "--since", "gone.1", "--to", file, "--pole", origin, "--client", "amira", "--local");
        Assert.Equal(1, code);
        Assert.Contains("The numbers begin anew.", said, StringComparison.Ordinal);

        (code, said) = await RunAsync("export", "--to", file, "--pole", origin, "--client", "mallory", "--local");
        Assert.Equal(1, code);
        Assert.Contains("knows no program", said, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder));
    }

    [Theory]
    [InlineData("good", 0)]
    [InlineData("bad", 1)]
    public async Task Import_says_what_was_taken_and_each_line_that_was_not(string content, int expected)
    {
        var file = Path.Combine(folder, "barcelona.jsonl.gz");
        await File.WriteAllTextAsync(file, content);
        var (code, said) = await RunAsync("import", file, "--pole", origin, "--client", "amira", "--local");

        Assert.Equal((expected, content), (code, given));
        Assert.Contains("3 taken, 4 already there", said, StringComparison.Ordinal);
        Assert.Contains("unconfirmed until it answers", said, StringComparison.Ordinal);
        Assert.Equal(expected == 1, said.Contains("line 7: its proof does not hold", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_said_to_be_missing() =>
        Assert.Equal(2, (await RunAsync("import", Path.Combine(folder, "nothing"), "--pole", origin, "--client", "amira", "--local")).Code);

    private static async Task<(int Code, string Said)> RunAsync(params string[] args)
    {
        using var said = new StringWriter();
        var code = await Commands.Root().Parse(args).InvokeAsync(new() { Output = said, Error = said });
        return (code, said.ToString());
    }

    private static WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        return builder.Build();
    }
}
