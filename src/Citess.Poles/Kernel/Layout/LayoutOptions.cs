namespace Citess.Poles.Kernel.Layout;

/// <summary>Addresses that the layout needs from features, and the clock of the pages.</summary>
public sealed class LayoutOptions
{
    /// <summary>Page to sign in; default <c>sign-in</c>.</summary>
    public string SignIn { get; set; } = "sign-in";

    /// <summary>Address that a form posts to to sign out; default <c>sign-out</c>.</summary>
    public string SignOut { get; set; } = "sign-out";

    /// <summary>Page about the signed-in person's own account, or null for none; default null.</summary>
    public string? Account { get; set; }

    /// <summary>Where the pole is in time; times on pages are its own. Default UTC.</summary>
    public TimeZoneInfo TimeZone { get; set; } = TimeZoneInfo.Utc;
}
