using System.Net;
using System.Text;
using Citess.Poles.Kernel.Texts;

namespace Citess.Server.Errors;

/// <summary>
/// Says that the pole is not available just now, and holds what was typed: the same form, to be sent again. Ids are made by
/// forms, so that what was done after all is not done twice.
/// </summary>
internal static class AwayPage
{
    /// <summary>What ends so is typed again: a secret does not belong into a page.</summary>
    private static readonly string[] Secret = ["Password", "Present", "Next", "Code"];

    public static async Task WriteAsync(HttpContext http, PathString path)
    {
        var words = http.RequestServices.GetRequiredService<Text>();
        var address = WebUtility.HtmlEncode(http.Request.PathBase.ToUriComponent() + path.ToUriComponent() + http.Request.QueryString);
        if (await TypedAsync(http.Request) is { } typed)
        {
            await BarePage.WriteAsync(http, "kit.away.title", "kit.away.kept",
                $"""<form method="post" action="{address}">{typed}<p><button type="submit" class="button">{WebUtility.HtmlEncode(words["kit.away.send"])}</button></p></form>""");
        }
        else
        {
            await BarePage.WriteAsync(http, "kit.away.title", "kit.away.lead", $"""<p><a class="button" href="{address}">{WebUtility.HtmlEncode(words["kit.away.again"])}</a></p>""");
        }
    }

    /// <summary>The fields that were sent, hidden; null when none were, or when there are files or a secret among them.</summary>
    private static async Task<string?> TypedAsync(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType)
        {
            return null;
        }

        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        if (form.Files.Count > 0 || form.Keys.Any(name => Array.Exists(Secret, end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase))))
        {
            return null;
        }

        var fields = new StringBuilder();
        foreach (var (name, values) in form)
        {
            foreach (var value in values)
            {
                fields.Append(System.Globalization.CultureInfo.InvariantCulture, $"""<input type="hidden" name="{WebUtility.HtmlEncode(name)}" value="{WebUtility.HtmlEncode(value)}">""");
            }
        }

        return fields.ToString();
    }
}
