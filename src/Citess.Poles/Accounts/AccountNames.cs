using System.Diagnostics.CodeAnalysis;
using System.Text;
using Microsoft.AspNetCore.Identity;

namespace Citess.Poles.Accounts;

/// <summary>
/// One form for names that look alike, so that nobody passes for another by a full-width letter. Roles pass here too and are
/// their own lower-case form.
/// </summary>
internal sealed class AccountNames : ILookupNormalizer
{
    [return: NotNullIfNotNull(nameof(name))]
    [SuppressMessage("Globalization", "CA1308", Justification = "Roles are stored in lower case.")]
    public string? NormalizeName(string? name) => name is null ? null : Fold(name);

    [return: NotNullIfNotNull(nameof(email))]
    public string? NormalizeEmail(string? email) => NormalizeName(email);

    private static string Fold(string name)
    {
        try
        {
            return name.Trim().Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            // Half a surrogate pair: the name of nobody.
            return "\uFFFD";
        }
    }
}
