using System.Reflection;
using Citess.Network.Tests.Federation;
using Citess.Network.Tests.House;
using Citess.Poles.Components.Layout;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Xunit;

namespace Citess.Network.Tests.Browser;

/// <summary>For each route of a page, addresses that show it in its states; paths are relative to the language.</summary>
internal static class ExamplePages
{
    public const string SetUp = "/set-up";
    public const string SignIn = "/sign-in";
    private const string Practice = "/practice/{Id}";
    private const string Offering = "offering/01JDEM0FFRMAHDA00000000001";
    private const string Want = "want/01JDEMWANTMAHDA00000000001";
    private const string UnknownInvitation = "invitation/unknown";
    private const string Guest = "/cycle/{Id}/guest/{Secret}";
    private const string UnknownGuest = "cycle/unknown/guest/unknown";
    private const string UnknownSheet = "calls/01JDEMCA00MAHDA00000000001/sheet/unknown";

    private static readonly Dictionary<string, Type> Pages = typeof(App).Assembly.GetTypes()
        .SelectMany(type => type.GetCustomAttributes<RouteAttribute>(inherit: false).Select(route => (route.Template, Type: type)))
        .ToDictionary(page => page.Template, page => page.Type, StringComparer.Ordinal);

    /// <summary>Routes of all pages there are: a new page is tested without anybody remembering to.</summary>
    public static IReadOnlyList<string> Routes { get; } = [.. Pages.Keys.Order(StringComparer.Ordinal)];

    /// <summary>One route of each page: of ours and of a partner pole they are mostly the same.</summary>
    public static IReadOnlyList<string> OneOfEachPage { get; } = [.. Routes.DistinctBy(route => Pages[route])];

    /// <summary>Whether one need not be signed in.</summary>
    public static bool IsForVisitors(string route) => Pages[route].GetCustomAttribute<AuthorizeAttribute>() is null;

    /// <summary>Which pole has the page, and with which status it answers. What was withdrawn is there for the team alone.</summary>
    public static (string Origin, int Status) Expected(Demo demo, string route, string path, bool isVisitor) => (
        route == SetUp ? demo.Fresh.Origin : demo.Mahdia,
        route == "/not-found" || (isVisitor && route == Practice && path == demo.Examples[Practice][1]) ? 404 : path is UnknownInvitation or UnknownSheet or UnknownGuest || (route == Guest && path == demo.Examples[Guest][1]) ? 410 : 200);

    /// <summary>Looks through the lists as a person does and notes where their links lead.</summary>
    public static async Task<IReadOnlyDictionary<string, string[]>> GatherAsync(Demo demo, Person visitor, Person admin)
    {
        var voices = new ExampleVoices(demo);
        await voices.ArrivedAsync(visitor);
        const string practice = ExampleVoices.Desk;
        await VisitAsync($"{demo.Mahdia}/{practice}", admin);
        var service = await FirstAsync(visitor, "services?from=Ours");
        var actor = await FirstAsync(visitor, "directory?from=Ours");
        var given = await FirstAsync(visitor, "offers?from=Partners&q=cooperativa");
        var agreement = await ProposeAsync(admin, given);
        var call = await FirstAsync(admin, "calls?from=Ours");
        await admin.OpenAsync(call);
        var candidates = await Task.WhenAll((await admin.Page.Locator("section[aria-labelledby=candidates] .card a").AllAsync()).Select(link => link.GetAttributeAsync("href")));
        var cycle = await ExampleCycle.BeginAsync(admin);
        var guest = await ExampleCycle.InviteAsync(admin, cycle);
        await admin.OpenAsync("");
        var pole = (await admin.Page.Locator("main a[href^='pole/']").First.GetAttributeAsync("href"))!.Replace("/edit", "", StringComparison.Ordinal);
        return new Dictionary<string, string[]>(voices.Pages, StringComparer.Ordinal)
        {
            ["/"] = [""],
            ["/account"] = ["account", "account?done=name"],
            ["/actor/new"] = ["actor/new"],
            ["/actor/{Id}"] = [actor],
            ["/actor/{Id}/edit"] = [actor + "/edit"],
            ["/agreement/{Id}"] = [agreement],
            ["/call/new"] = ["call/new"],
            ["/call/{Id}"] = [call],
            ["/call/{Id}/dossier"] = [call + "/dossier"],
            ["/call/{Id}/edit"] = [call + "/edit"],
            ["/call/{Of}/candidate/new"] = [call + "/candidate/new"],
            ["/call/{Of}/candidate/{Id}"] = [.. candidates.OfType<string>()],
            ["/calls"] = ["calls", "calls?q=xylophone"],
            ["/calls/{Id}/sheet/{Secret}"] = [await AskAsync(admin, candidates[^1]!), UnknownSheet],
            ["/collaboration/new"] = ["collaboration/new"],
            ["/collaboration/{Id}"] = [await ExampleCollaboration.BeginAsync(admin)],
            ["/collaborations"] = ["collaborations"],
            ["/cycle/new"] = ["cycle/new"],
            ["/cycle/{Id}"] = [cycle],
            ["/cycle/{Id}/groups"] = [cycle + "/groups"],
            [Guest] = [guest.Link, guest.Ended, UnknownGuest],
            ["/coordination"] = ["coordination"],
            ["/directory"] = ["directory", "directory?q=xylophone", "directory?from=Partners"],
            ["/elsewhere"] = ["elsewhere"],
            ["/failure"] = ["failure"],
            ["/from/{Authority}/actor/{Id}"] = [await FirstAsync(visitor, "directory?from=Partners&q=Coopolis")],
            ["/from/{Authority}/call/{Id}"] = [await FirstAsync(visitor, "calls?from=Partners")],
            ["/from/{Authority}/offering/{Id}"] = [given],
            ["/from/{Authority}/practice/{Id}"] = [voices.Rounds, voices.Adapted, await FirstAsync(visitor, "practices?from=Partners"), await FirstAsync(visitor, "practices?from=Partners&q=CasaBottega")],
            ["/from/{Authority}/service/{Id}"] = [await FirstAsync(visitor, "services?from=Partners")],
            ["/from/{Authority}/want/{Id}"] = [await FirstAsync(visitor, "wants?from=Partners")],
            ["/here"] = ["here", $"here?back={Uri.EscapeDataString(practice)}", "here?saved=1"],
            ["/invitation/{Secret}"] = [await InviteAsync(admin), UnknownInvitation],
            ["/not-allowed"] = ["not-allowed"],
            ["/stale"] = ["stale"],
            ["/not-found"] = ["no-such-page"],
            ["/offering/new"] = ["offering/new"],
            ["/offering/{Id}"] = [Offering],
            ["/offering/{Id}/edit"] = [Offering + "/edit"],
            ["/offers"] = ["offers", "offers?q=xylophone", "offers?state=over"],
            ["/parts"] = ["parts"],
            ["/partners"] = ["partners"],
            ["/people"] = ["people"],
            ["/pole/{Id}"] = [pole],
            ["/pole/{Id}/edit"] = [pole + "/edit"],
            ["/practice/new"] = ["practice/new", "practice/new?source=es"],
            [Practice] = [practice, await WithdrawnAsync(admin)],
            ["/practice/{Id}/edit"] = [practice + "/edit"],
            ["/practice/{Id}/edit/blocks"] = [practice + "/edit/blocks"],
            ["/practice/{Id}/edit/conditions"] = [practice + "/edit/conditions"],
            ["/practice/{Id}/edit/files"] = [practice + "/edit/files"],
            ["/practice/{Id}/edit/results"] = [practice + "/edit/results"],
            ["/practice/{Id}/edit/rights"] = [practice + "/edit/rights"],
            ["/practice/{Id}/edit/risks"] = [practice + "/edit/risks"],
            ["/practice/{Id}/edit/steps"] = [practice + "/edit/steps"],
            ["/practice/{Id}/edit/story"] = [practice + "/edit/story"],
            ["/practices"] = ["practices", "practices?q=xylophone", "practices?from=Partners"],
            ["/practices/overview"] = ["practices/overview"],
            ["/practices/visitors"] = ["practices/visitors"],
            ["/problems"] = ["problems"],
            ["/requests"] = ["requests"],
            ["/service/new"] = ["service/new"],
            ["/service/{Id}"] = [service],
            ["/service/{Id}/edit"] = [service + "/edit"],
            ["/services"] = ["services", "services?from=Ours"],
            ["/specs/{*Name:nonfile}"] = ["specs/FEDERATION", "specs/decisions/0001-slices"],
            ["/set-aside"] = [await AsideAsync(admin)],
            [SetUp] = ["set-up"],
            [SignIn] = ["sign-in"],
            ["/today"] = ["today"],
            ["/want/new"] = ["want/new"],
            ["/want/{Id}"] = [Want],
            ["/want/{Id}/edit"] = [Want + "/edit"],
            ["/wants"] = ["wants", "wants?urgency=urgent"],
            ["/way-back"] = ["way-back"],
        };
    }

    /// <summary>Somebody on other software answers a practice: one reply is let through, one declined, and one waits.</summary>
    private static async Task VisitAsync(string practice, Person admin)
    {
        await using var social = await Mallory.StartAsync();
        foreach (var (words, decision) in new[] { ("<p>Nous avons fait pareil, avec trois communes.</p><p>Qui tient le guichet le samedi ?</p>", "shown"), ("<p>Achetez mes pilules.</p>", "declined"), ("<p>Et l’hiver, quand la route est coupée ?</p>", "") })
        {
            Assert.Equal(202, (await social.ReplyAsync(practice, words)).Status);
            await Eventually.TrueAsync(
                async () =>
                {
                    await admin.OpenAsync("practices/visitors");
                    return await admin.Page.Locator("section[aria-labelledby=waiting]").CountAsync() == 1;
                },
                "The reply does not wait.");
            if (decision.Length > 0)
            {
                await admin.PressAsync(admin.Page.Locator($"section[aria-labelledby=waiting] button[value^='{decision}|']"));
                await admin.Page.Locator($"section[aria-labelledby={decision}]").WaitForAsync();
            }
        }
    }

    /// <summary>The page of what Mahdia asks of another pole.</summary>
    private static async Task<string> ProposeAsync(Person admin, string given)
    {
        await admin.OpenAsync(given);
        await admin.TypeAsync("Propose.Note", "Deux heures en mai, par visioconférence.");
        await admin.SendAsync("Propose.Note");
        await admin.Page.WaitForURLAsync(url => url.EndsWith("?done=proposed", StringComparison.Ordinal));
        return new Uri(admin.Page.Url).AbsolutePath["/fr/".Length..];
    }

    /// <summary>Something that does not fit a want of Mahdia.</summary>
    private static async Task<string> AsideAsync(Person admin)
    {
        await admin.OpenAsync(Want);
        var details = admin.Page.Locator("section[aria-labelledby=fits] details").First;
        await details.Locator("summary").ClickAsync();
        await admin.PressAsync(details.Locator("button[value^='tooFar|']"));
        return "set-aside";
    }

    private static async Task<string> FirstAsync(Person visitor, string list)
    {
        await visitor.OpenAsync(list);
        return (await visitor.Page.Locator(".cards .card a").First.GetAttributeAsync("href"))!;
    }

    /// <summary>A link for a candidate, who has no account.</summary>
    private static async Task<string> AskAsync(Person admin, string candidate)
    {
        await admin.OpenAsync(candidate);
        await admin.PressAsync(admin.Page.Locator("form:has([name=_handler][value=link]) button"));
        var link = await admin.Field("Once.0").InputValueAsync();
        return link[link.IndexOf("calls/", StringComparison.Ordinal)..];
    }

    private static async Task<string> InviteAsync(Person admin)
    {
        await admin.OpenAsync("people");
        await admin.TypeAsync("Invite.Note", "Youssef, facilitateur");
        await admin.SendAsync("Invite.Note");
        var link = await admin.Field("Once.0").InputValueAsync();
        return link[link.IndexOf("invitation/", StringComparison.Ordinal)..];
    }

    private static async Task<string> WithdrawnAsync(Person admin)
    {
        await admin.OpenAsync("practice/new");
        await admin.TypeAsync("Form.Title.Texts[fr]", "Cuisine partagée du marché");
        await admin.TypeAsync("Form.Line.Texts[fr]", "Une cuisine que plusieurs coopératives louent à l'heure.");
        await admin.SendAsync("Form.Audience");
        await admin.Page.WaitForURLAsync(url => url.EndsWith("?saved=1", StringComparison.Ordinal));
        await admin.SendAsync("Turn.Withdraw");
        await admin.Page.WaitForURLAsync(url => url.EndsWith("?saved=2", StringComparison.Ordinal));
        return new Uri(admin.Page.Url).AbsolutePath["/fr/".Length..];
    }
}
