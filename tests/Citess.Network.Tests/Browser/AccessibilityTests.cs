using Xunit;

namespace Citess.Network.Tests.Browser;

/// <summary>
/// Every page, in all its states, as a visitor and as an administrator see it, in a language of each direction. Unless all
/// tests are asked for, each page once by one of its routes, as who sees most of it, in Arabic, by all rules on a telephone.
/// </summary>
[Collection(DemoCollection.Name)]
public sealed class AccessibilityTests(Demo demo)
{
    internal static readonly bool IsThorough = Environment.GetEnvironmentVariable("CITESS_TEST_ALL") is { Length: > 0 };

    private static readonly string[] Languages = IsThorough ? ["fr", "ar"] : ["ar"];

    public static TheoryData<string> Routes => [.. IsThorough ? ExamplePages.Routes : ExamplePages.OneOfEachPage];

    public static TheoryData<string> Closed => [.. ExamplePages.Routes.Where(route => !ExamplePages.IsForVisitors(route))];

    [Fact]
    public void Each_route_has_an_example() => Assert.Empty(ExamplePages.Routes.Where(route => !demo.Examples.ContainsKey(route)));

    [Fact]
    public async Task A_page_that_breaks_the_rules_is_found()
    {
        await using var reader = await demo.Chromium.PersonAsync(demo.Mahdia, "fr");
        await reader.Page.RouteAsync("**/fr/broken", route => route.FulfillAsync(new()
        {
            ContentType = "text/html; charset=utf-8",
            Body = "<!doctype html><html lang=fr dir=ltr><title>Cassé</title><main><h1>Cassé</h1><img src=data:,><p style='color:#bbb;background:#fff'>Pâle</p></main></html>",
        }));

        var broken = await PageRules.BrokenAsync(reader, "/fr/broken", 200);

        Assert.All(["narrow: image-alt", "narrow: color-contrast", "dark: color-contrast"], rule => Assert.Contains(broken, problem => problem.StartsWith(rule, StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_page_keeps_the_rules_of_all_pages(string route)
    {
        var broken = await Task.WhenAll(Languages.Select(language => BrokenAsync(route, language)));
        Assert.True(broken.All(each => each.Count == 0), string.Join('\n', broken.SelectMany(each => each)));
    }

    [Theory]
    [MemberData(nameof(Closed))]
    public async Task A_page_for_the_team_leads_a_stranger_to_the_door(string route)
    {
        using var stranger = new HttpClient();
        foreach (var path in demo.Examples[route])
        {
            using var answer = await stranger.GetAsync($"{demo.Mahdia}/fr/{path}", TestContext.Current.CancellationToken);
            Assert.StartsWith(demo.Mahdia + "/fr/sign-in?returnUrl=", answer.RequestMessage!.RequestUri!.OriginalString, StringComparison.OrdinalIgnoreCase);
        }
    }

    private async Task<List<string>> BrokenAsync(string route, string language)
    {
        var broken = new List<string>();
        foreach (var path in demo.Examples[route].Take(IsThorough ? int.MaxValue : 1))
        {
            var isForTeam = route != ExamplePages.SetUp && route != ExamplePages.SignIn;
            if (ExamplePages.IsForVisitors(route) && (IsThorough || !isForTeam))
            {
                var (origin, status) = ExamplePages.Expected(demo, route, path, isVisitor: true);
                await using var visitor = await demo.Chromium.PersonAsync(origin, language);
                await LookAsync(visitor, "visitor", status);
            }

            if (isForTeam)
            {
                await using var admin = await demo.AdminAsync(language);
                await LookAsync(admin, "administrator", ExamplePages.Expected(demo, route, path, isVisitor: false).Status);
            }

            async Task LookAsync(Person person, string who, int status) =>
                broken.AddRange((await PageRules.BrokenAsync(person, $"/{language}/{path}", status)).Select(problem => $"/{language}/{path} ({who}): {problem}"));
        }

        return broken;
    }
}
