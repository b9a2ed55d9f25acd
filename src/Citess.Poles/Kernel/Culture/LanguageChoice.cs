using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Citess.Poles.Kernel.Culture;

/// <summary>Finds the best language for a request that names none in its path.</summary>
public static class LanguageChoice
{
    /// <summary>Name of the cookie that keeps a choice made with the switcher; cookies ignore ports, and so does this wish.</summary>
    public const string Cookie = "lang";

    /// <summary>The language of the cookie, else the best of Accept-Language, else <paramref name="otherwise"/>.</summary>
    public static Language Best(HttpRequest request, Language otherwise)
        => Languages.Find(request.Cookies[Cookie]) ?? Accepted(request) ?? otherwise;

    private static Language? Accepted(HttpRequest request)
        => request.GetTypedHeaders().AcceptLanguage
            .Where(wish => wish.Quality is null or > 0)
            .OrderByDescending(wish => wish, StringWithQualityHeaderValueComparer.QualityComparer)
            .Select(wish => Languages.Find(wish.Value.Value))
            .FirstOrDefault(language => language is not null);
}
