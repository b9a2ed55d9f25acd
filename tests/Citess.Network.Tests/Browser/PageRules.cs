using System.Globalization;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Citess.Network.Tests.Browser;

/// <summary>What every page keeps to, whoever made it: says what is wrong, in words that lead to it.</summary>
internal sealed class PageRules
{
    private const int MostBytes = 30 * 1024;

    private const string AllRules = "{ type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }";

    private const string Contrast = "{ type: 'rule', values: ['color-contrast'] }";

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private readonly Person person;
    private readonly List<string> problems = [];
    private readonly System.Collections.Concurrent.ConcurrentQueue<Microsoft.Playwright.IRequest> requests = [];

    private PageRules(Person person, int status)
    {
        this.person = person;

        // A page about an error has its status, which the browser writes down as if something were missing.
        person.Page.Console += (_, message) => Add(message.Type == "error" && !(status >= 400 && message.Text.Contains($" {status} ", StringComparison.Ordinal)), "the browser complains: " + message.Text);
        person.Page.PageError += (_, error) => problems.Add("the script fails: " + error);
        person.Page.RequestFinished += (_, request) => requests.Enqueue(request);
    }

    /// <summary>Opens the page in a browser that knows nothing of this pole yet, and looks at it in every way.</summary>
    public static async Task<IReadOnlyList<string>> BrokenAsync(Person person, string address, int status)
    {
        var rules = new PageRules(person, status);
        await rules.LookAsync(address, status);
        return rules.problems;
    }

    private async Task LookAsync(string address, int status)
    {
        var page = person.Page;
        await page.SetViewportSizeAsync(360, 740);
        var answer = await page.GotoAsync(address);
        Add(answer!.Status != status, $"answers {answer.Status}");
        await WeighAsync();
        await ReadAsync();
        await page.EvaluateAsync(Axe);
        await AxeAsync(AllRules, "narrow");
        await page.SetViewportSizeAsync(320, 740);
        await FitsAsync();
        await page.SetViewportSizeAsync(1280, 900);
        await FitsAsync();
        if (AccessibilityTests.IsThorough)
        {
            await AxeAsync(AllRules, "wide");
        }

        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await AxeAsync(Contrast, "dark");
    }

    private async Task WeighAsync()
    {
        // Land and borders of the map are two uses of one file: the browser reports both and fetches it once.
        var bytes = 0;
        foreach (var request in requests.DistinctBy(request => request.Url.Split('#')[0]).Where(request => request.ResourceType != "image" || request.Url.Contains(".svg", StringComparison.Ordinal)))
        {
            bytes += (await request.SizesAsync()).ResponseBodySize;
        }

        Add(bytes is 0 or > MostBytes, string.Create(CultureInfo.InvariantCulture, $"its first load is {bytes} bytes"));
    }

    private async Task ReadAsync()
    {
        var page = person.Page;
        var html = page.Locator("html");
        Add(await html.GetAttributeAsync("lang") != person.Language, "lang is not the reader's language");
        Add(await html.GetAttributeAsync("dir") != (person.Language == "ar" ? "rtl" : "ltr"), "dir is not the reader's direction");
        Add(await page.Locator("h1").CountAsync() != 1, "it has not exactly one h1");
        Add((await page.TitleAsync()).Length == 0, "its window has no title");
        var keys = await page.EvaluateAsync<string[]>(Untranslated);
        Add(keys.Length > 0, "no words for " + string.Join(", ", keys));
    }

    private async Task FitsAsync()
    {
        var wide = await person.Page.EvaluateAsync<string[]>(Overflowing);
        Add(wide.Length > 0, $"at {person.Page.ViewportSize!.Width} px it is wider than the screen: {string.Join(", ", wide.Take(5))}");
    }

    // In the page itself: axe's own runner opens a further window for each run, for the sake of frames, and there are none here.
    private async Task AxeAsync(string rules, string how) => problems.AddRange((await person.Page.EvaluateAsync<string[]>(
        $"() => axe.run(document, {{ runOnly: {rules}, resultTypes: ['violations'] }})"
        + ".then(found => found.violations.map(each => `${each.id}, ${each.help}: ${each.nodes.slice(0, 3).map(node => node.html).join(' | ')}`))")).Select(problem => $"{how}: {problem}"));

    private void Add(bool isBroken, string problem)
    {
        if (isBroken)
        {
            problems.Add(problem);
        }
    }

    private const string Untranslated = """
        () => {
          const key = /^[a-z]+(\.[a-zA-Z]+)+$/, found = [];
          const walk = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
          for (let at = walk.currentNode; at; at = walk.nextNode()) {
            if (at.nodeType === 3) { if (!at.parentElement.closest('code, bdi, script, article[lang]') && key.test(at.data.trim())) found.push(at.data.trim()); }
            else for (const name of ['aria-label', 'placeholder', 'title', 'alt']) { const value = at.getAttribute(name); if (value && key.test(value)) found.push(value); }
          }
          return found;
        }
        """;

    // What scrolls inside itself may be wider; what is hidden for the eye is one pixel wide.
    private const string Overflowing = """
        () => document.documentElement.scrollWidth <= innerWidth && document.body.scrollWidth <= innerWidth ? [] :
          [...document.querySelectorAll('body *')].filter(e => { const r = e.getBoundingClientRect(); return r.width > 1 && (r.right > innerWidth + 1 || r.left < -1); })
            .map(e => e.outerHTML.slice(0, 120))
        """;
}
