using System.Globalization;
using Citess.Poles.Kernel.Culture;
using Microsoft.Extensions.Localization;

namespace Citess.Poles.Kernel.Texts;

/// <summary>Words of the interface in the language of the current request: <c>@T["practices.title"]</c>, <c>@T["practices.count", 3]</c>.</summary>
public sealed class Text(TextStore store) : IStringLocalizer
{
    /// <summary>The text of a key.</summary>
    public string this[string name] => store.Say(Languages.Current, name);

    /// <summary>The text of a key with arguments; the first number chooses the plural form.</summary>
    public string this[string name, params ReadOnlySpan<object?> arguments] => store.Say(Languages.Current, name, arguments);

    LocalizedString IStringLocalizer.this[string name]
        => new(name, this[name], resourceNotFound: !store.Has(name, Languages.Current.Code));

    LocalizedString IStringLocalizer.this[string name, params object[] arguments]
        => new(name, store.Say(Languages.Current, name, arguments), resourceNotFound: !store.Has(name, Languages.Current.Code));

    /// <summary>The text of a key in another language than the request's, as a letter to somebody needs it.</summary>
    public string In(Language language, string name, params ReadOnlySpan<object?> arguments) => store.Say(language, name, arguments);

    /// <summary>Whether there is such a text, for keys made of data.</summary>
    public bool Has(string name) => store.Has(name, Languages.Current.Code);

    /// <summary>Name of a language in the reader's language; for one that we have no words for, the name that .NET knows, else the code.</summary>
    public string LanguageName(string code)
    {
        if (Languages.Find(code) is { } language)
        {
            return this["language." + language.Code];
        }

        try
        {
            return CultureInfo.GetCultureInfo(code, predefinedOnly: true).NativeName;
        }
        catch (CultureNotFoundException)
        {
            return code;
        }
    }

    IEnumerable<LocalizedString> IStringLocalizer.GetAllStrings(bool includeParentCultures)
        => store.Keys.Select(key => ((IStringLocalizer)this)[key]);
}
