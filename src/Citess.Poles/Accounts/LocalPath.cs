namespace Citess.Poles.Accounts;

/// <summary>Where a page may lead after signing in.</summary>
internal static class LocalPath
{
    /// <summary>
    /// The path if it stays here, else null. <c>//mallory.example</c> and <c>/\mallory.example</c> are other hosts to a
    /// browser: a link to our sign-in page would end on a copy of it that asks for the password again.
    /// </summary>
    public static string? Of(string? path) =>
        path is ['/', ..] and not ['/', '/', ..] && path.Length <= 2000 && !path.Any(letter => letter == '\\' || char.IsControl(letter)) ? path : null;
}
