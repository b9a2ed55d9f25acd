using System.Globalization;

namespace Citess.Poles.Kernel.Culture;

/// <summary>One language of the interface: its code, its own name, its direction and the region whose numbers and dates it uses.</summary>
/// <param name="Code">BCP 47 primary language, lower case; also the first segment of every page's path.</param>
/// <param name="Endonym">The language's name in itself, as the switcher shows it.</param>
/// <param name="IsRightToLeft">Whether text in it runs from right to left.</param>
/// <param name="Region">Name of the .NET culture that formats numbers and dates.</param>
public sealed record Language(string Code, string Endonym, bool IsRightToLeft, string Region)
{
    private readonly Lazy<CultureInfo> _culture = new(() => CultureOf(Region));

    /// <summary>Value of the HTML attribute <c>dir</c>.</summary>
    public string Direction => IsRightToLeft ? "rtl" : "ltr";

    /// <summary>Read-only culture that formats numbers and dates for readers of this language.</summary>
    public CultureInfo Culture => _culture.Value;

    private static CultureInfo CultureOf(string region)
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo(region).Clone();

        // Tunisia writes 0-9 with a comma for decimals; an ICU built otherwise must not bring in ٠-٩.
        if (culture.TwoLetterISOLanguageName == "ar")
        {
            culture.NumberFormat.DigitSubstitution = DigitShapes.None;
            culture.NumberFormat.NativeDigits = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
            culture.NumberFormat.NumberDecimalSeparator = ",";
            culture.NumberFormat.NumberGroupSeparator = ".";
            culture.NumberFormat.PercentDecimalSeparator = ",";
            culture.NumberFormat.PercentGroupSeparator = ".";
            culture.DateTimeFormat.Calendar = new GregorianCalendar(GregorianCalendarTypes.Localized);
        }

        return CultureInfo.ReadOnly(culture);
    }
}
