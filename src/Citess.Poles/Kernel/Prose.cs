using System.Collections.Immutable;
using System.Net;
using Ganss.Xss;
using Markdig;
using Microsoft.Extensions.Caching.Memory;

namespace Citess.Poles.Kernel;

/// <summary>
/// Text with headings, lists and links. People write Markdown, here and at partner poles; it passes one allow list before
/// anybody sees it, whoever wrote it. Sanitising 4 KiB takes 13 ms, so results are cached by their text.
/// </summary>
public sealed class Prose : IDisposable
{
    /// <summary>Seven times what may be written here. A partner pole may send a megabyte, which is shown as it stands: to lay it out would take seconds.</summary>
    private const int Longest = 64 * 1024;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UseAutoLinks().UsePipeTables().Build();

    /// <summary>Where a line of HTML ends: at a break, and behind what stands by itself.</summary>
    private static readonly HashSet<string> LineEnds = new(["br", "/p", "/div", "/li", "/h1", "/h2", "/h3", "/h4", "/h5", "/h6", "/blockquote", "/pre", "/tr"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Made when first needed: its tables take a quarter of a second, and no start should wait for them.</summary>
    private readonly Lazy<HtmlSanitizer> sanitizer = new(Allow);
    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = 8_000_000 });

    public string OfMarkdown(string markdown) => markdown.Length > Longest ? Plain(markdown) : Cached(markdown, () => Safe(markdown));

    /// <summary>A text of the program's own, however long.</summary>
    public string OfSpecs(string markdown) => Cached(markdown, () => Safe(markdown));

    /// <summary>Every language of a text.</summary>
    public MultilingualText OfMarkdown(MultilingualText text) => text with
    {
        Texts = text.Texts.ToImmutableSortedDictionary(each => each.Key, each => each.Value with { Text = OfMarkdown(each.Value.Text) }, StringComparer.Ordinal),
    };

    /// <summary>One line of plain words as Markdown that shows them as they stand.</summary>
    public static string Literal(string words) =>
        string.Concat(words.ReplaceLineEndings(" ").Select(letter => letter is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '&' or '~' or '!' or '|' ? "\\" + letter : letter.ToString()));

    /// <summary>The words alone, for search.</summary>
    public static string Words(string markup)
    {
        var words = new System.Text.StringBuilder(markup.Length);
        var isTag = false;
        foreach (var letter in markup)
        {
            isTag = letter == '<' || (isTag && letter != '>');
            words.Append(isTag || letter == '>' ? ' ' : letter);
        }

        return WebUtility.HtmlDecode(words.ToString());
    }

    /// <summary>What HTML of other software says, as plain lines: no mark is left that does anything, nor one that turns the direction of what stands beside it.</summary>
    public static string Lines(string html)
    {
        var words = new System.Text.StringBuilder(html.Length);
        for (var place = 0; place < html.Length; place++)
        {
            if (html[place] != '<' || place + 1 == html.Length || !(char.IsAsciiLetter(html[place + 1]) || html[place + 1] is '/' or '!' or '?'))
            {
                words.Append(char.IsWhiteSpace(html[place]) ? ' ' : html[place]);
                continue;
            }

            var end = html.IndexOf('>', place);
            words.Append(EndsLine(html.AsSpan(place + 1, Math.Min(13, html.Length - place - 1))) ? "\n" : "");
            place = end < 0 ? html.Length : end;
        }

        var lines = WebUtility.HtmlDecode(words.ToString()).Split('\n', '\r')
            .Select(line => string.Join(' ', string.Concat(line.Select(letter => char.IsWhiteSpace(letter) ? ' ' : letter).Where(IsShown)).Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            .Where(line => line.Length > 0);
        return string.Join('\n', lines);
    }

    public void Dispose() => cache.Dispose();

    private static bool IsShown(char letter) => !char.IsControl(letter) && letter is not (>= '\u202a' and <= '\u202e') and not (>= '\u2066' and <= '\u2069');

    private static bool EndsLine(ReadOnlySpan<char> tag)
    {
        var length = tag[1..].IndexOfAny(" \t\r\n/>") + 1;
        return length > 0 && LineEnds.Contains(tag[..length].ToString());
    }

    private string Safe(string markdown)
    {
        string html;
        try
        {
            html = Markdown.ToHtml(markdown, Pipeline);
        }
        catch (ArgumentException)
        {
            // Nested deeper than anybody writes.
            return Plain(markdown);
        }

        return sanitizer.Value.Sanitize(html);
    }

    private static string Plain(string text) => string.Concat(text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(part => $"<p>{WebUtility.HtmlEncode(part)}</p>"));

    private string Cached(string key, Func<string> make) => cache.GetOrCreate(key, entry =>
    {
        var made = make();
        entry.Size = key.Length + made.Length;
        return made;
    })!;

    private static HtmlSanitizer Allow()
    {
        var allow = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(["p", "br", "h2", "h3", "h4", "h5", "ul", "ol", "li", "a", "em", "strong", "b", "i", "blockquote", "code", "pre", "hr", "table", "thead", "tbody", "tr", "th", "td", "del", "ins", "sup", "sub"], StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = new HashSet<string>(["href", "lang", "dir", "title"], StringComparer.OrdinalIgnoreCase),
            AllowedSchemes = new HashSet<string>(["http", "https", "mailto", "tel"], StringComparer.OrdinalIgnoreCase),
            UriAttributes = new HashSet<string>(["href"], StringComparer.OrdinalIgnoreCase),
            AllowedCssProperties = new HashSet<string>(StringComparer.Ordinal),
        })
        {
            KeepChildNodes = true,
        };
        allow.PostProcessNode += (_, args) =>
        {
            if (args.Node is AngleSharp.Html.Dom.IHtmlAnchorElement link)
            {
                link.SetAttribute("rel", "nofollow noopener ugc");
            }
        };
        return allow;
    }
}
