using Microsoft.Playwright;

namespace Citess.Network.Tests.Browser;

/// <summary>A collaboration with something of each kind in it, begun at the demo's Mahdia as a person does.</summary>
internal static class ExampleCollaboration
{
    /// <summary>Returns its path.</summary>
    public static async Task<string> BeginAsync(Person admin)
    {
        await admin.OpenAsync("collaboration/new");
        await admin.TypeAsync("Form.Name", "Huilerie partagée");
        await admin.TypeAsync("Form.Purpose", "Une huilerie pour trois coopératives.");
        await admin.TypeAsync("Form.Clauses", "Chaque pôle a une voix.\nLes recettes sont partagées.");
        await admin.Field("Form.Partners").First.CheckAsync();
        await admin.SendAsync("Form.Name");
        var path = new Uri(admin.Page.Url).AbsolutePath["/fr/".Length..];
        await SayAsync(admin, ("task-new.title", "Demander un devis"), ("task-new.due", "2027-05-01"));
        await SayAsync(admin, ("milestone-new.title", "Première récolte"));
        await SayAsync(admin, ("meeting-new.title", "Point mensuel"), ("meeting-new.starts", "2027-03-10T14:00"), ("meeting-new.languages", "ar, fr"), ("meeting-new.place", "En ligne"));
        await SayAsync(admin, ("minutes-new.title", "Point de mars"), ("minutes-new.text", "Tout le monde était là."));
        await SayAsync(admin, ("question-new.title", "Où installer l’huilerie ?"), ("question-new.options", "Mahdia\nSidi Bouzid"));
        await BringAsync(admin, "Plan de l’huilerie");
        await SayAsync(admin, ("result-new.title", "Trois coopératives d’accord"));
        return path;
    }

    private static async Task BringAsync(Person admin, string title)
    {
        await admin.Page.EvaluateAsync("document.querySelectorAll('details').forEach(each => each.open = true)");
        await admin.TypeAsync("document-new.title", title);
        await admin.Field("document-new.file").SetInputFilesAsync(new FilePayload { Name = "plan.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.7\n"u8.ToArray() });
        await admin.SendAsync("document-new.title");
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
