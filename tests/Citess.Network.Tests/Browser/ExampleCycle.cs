namespace Citess.Network.Tests.Browser;

/// <summary>A peer-learning cycle with something of each kind in it, begun at the demo's Mahdia as a person does.</summary>
internal static class ExampleCycle
{
    /// <summary>Returns its path.</summary>
    public static async Task<string> BeginAsync(Person admin)
    {
        await admin.OpenAsync("cycle/new");
        await admin.TypeAsync("Form.Name", "Apprendre des deux rives");
        await admin.TypeAsync("Form.Purpose", "Comment l’économie sociale et solidaire répond au chômage des jeunes.");
        await admin.Field("Form.Partners").First.CheckAsync();
        await admin.SendAsync("Form.Name");
        var path = new Uri(admin.Page.Url).AbsolutePath["/fr/".Length..];
        await SayAsync(admin, ("challenge-new.title", "Le chômage des jeunes"));
        await SayAsync(admin, ("offer-new.title", "Accompagner des coopératives de femmes"));
        await SayAsync(admin, ("want-new.title", "La comptabilité d’une coopérative"));
        await SayAsync(admin, ("question-new.title", "Qui paie le premier salaire ?"));
        await SayAsync(admin, ("showcase-new.title", "Lingare"), ("showcase-new.link", "https://example.org/lingare"));
        await SayAsync(admin, ("showcase-new.title", "Le four partagé"));
        await SayAsync(admin, ("ballot-new.title", "Que voulons-nous explorer ?"));
        await SayAsync(admin, ("experiment-new.title", "Un guichet le samedi"));
        await SayAsync(admin, ("learned-new.title", "Demander d’abord aux familles"));
        return path;
    }

    /// <summary>A city that takes part through Mahdia, and is asked into a group with it; returns the path of its link, and that of one that ended.</summary>
    public static async Task<(string Link, string Ended)> InviteAsync(Person admin, string cycle)
    {
        await admin.OpenAsync(cycle);
        await SayAsync(admin, ("guest-new.name", "Kasserine"));
        var (ended, link) = (await LinkAsync(admin), await LinkAsync(admin));
        await admin.OpenAsync(link);
        await admin.PressAsync(admin.Page.Locator("form:has(input[name='join.ulid']) button"));
        await admin.OpenAsync(cycle + "/groups");
        await admin.TypeAsync("Group[0].Title", "Femmes rurales");
        foreach (var member in await admin.Page.Locator("[name='Group[0].Members']").AllAsync())
        {
            await member.CheckAsync();
        }

        await admin.PressAsync(admin.Page.Locator("button[value=ask]"));
        return (link, ended);
    }

    private static async Task<string> LinkAsync(Person admin)
    {
        await admin.PressAsync(admin.Page.Locator("form:has(input[name^='link-']) button"));
        var link = await admin.Field("Once.0").InputValueAsync();
        return link[link.IndexOf("cycle/", StringComparison.Ordinal)..];
    }

    /// <summary>Opens all that is folded, fills one form in and sends it.</summary>
    private static async Task SayAsync(Person admin, params IReadOnlyList<(string Field, string Text)> typed)
    {
        await admin.Page.EvaluateAsync("document.querySelectorAll('details').forEach(each => each.open = true)");
        foreach (var (field, text) in typed)
        {
            await admin.TypeAsync(field, text);
        }

        await admin.SendAsync(typed[0].Field);
    }
}
