using Citess.Server.Tests.Security;
using Xunit;

namespace Citess.Server.Tests.Hosting;

public sealed class OpenApiTests(House house) : IClassFixture<House>
{
    private static readonly string Kept = Path.Combine(Root(), "specs/openapi/citess.v1.json");

    /// <summary>With CITESS_UPDATE_OPENAPI=1 the file is written; the change is then seen in review.</summary>
    [Fact]
    public async Task The_description_that_is_served_is_the_one_that_is_kept()
    {
        using var http = new HttpClient { BaseAddress = new Uri(house.Origin) };
        var served = (await http.GetStringAsync("/openapi/v1.json")).ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("CITESS_UPDATE_OPENAPI") == "1")
        {
            await File.WriteAllTextAsync(Kept, served);
        }

        Assert.Equal(await File.ReadAllTextAsync(Kept), served);
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "CitessFederation.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
