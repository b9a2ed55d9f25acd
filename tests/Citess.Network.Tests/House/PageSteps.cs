namespace Citess.Network.Tests.House;

/// <summary>What people do on pages again and again.</summary>
internal static class PageSteps
{
    /// <summary>Sends a form as the page filled it in: the one with this field.</summary>
    public static Task PressAsync(this PageClient person, string field) =>
        person.SendAsync((field, person.Page.QuerySelector($"[name='{field}']")?.GetAttribute("value") ?? throw new InvalidOperationException($"There is no {field} at {person.Address}:\n{person.Text}")));

    /// <summary>Looks at a page until it says something.</summary>
    public static Task SeesAsync(this PageClient person, string page, string words) => Eventually.TrueAsync(
        async () =>
        {
            await person.OpenAsync(page);
            return person.Text.Contains(words, StringComparison.Ordinal);
        },
        () => $"{person.Address} does not say “{words}”:\n{person.Text}",
        TimeSpan.FromSeconds(60));
}
