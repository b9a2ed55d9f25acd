namespace Citess.Network.Tests.Browser;

/// <summary>How a practice is written on one pole, and found on another.</summary>
internal static class Travels
{
    public static async Task<string> WriteAsync(Person person, string title)
    {
        await person.OpenAsync("practice/new");
        await person.WriteAsync("Title", "fr", title);
        await person.WriteAsync("Line", "fr", "Trois coopératives, une machine");
        await person.WriteAsync("Overview", "fr", "Le plus proche était loin.");
        await person.ChooseAsync("Form.Audience", "Public");
        var path = await person.SaveAsync();
        await person.OpenAsync(path + "/edit/blocks");
        await person.WriteAsync("Blocks[0].Name", "fr", "Le calendrier");
        await person.SaveAsync();
        await person.OpenAsync(path + "/edit/conditions");
        await person.Field("Form.Conditions[0].Determinant").SelectOptionAsync("C1.1");
        await person.ChooseAsync("Form.Conditions[0].IsRequired", "true");
        await person.SaveAsync();
        return path;
    }

    public static async Task<string> FindAsync(Person person, string title)
    {
        await person.UntilAsync("practices", title);
        await person.PressAsync(person.Page.GetByText(title).First);
        var path = person.HerePath();
        await person.UntilAsync(path, "Le calendrier");
        await person.UntilAsync(path, Words.Of(person.Language, "practices.condition.required"));
        return path;
    }
}
