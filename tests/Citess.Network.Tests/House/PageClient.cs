using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Citess.Network.Tests.House;

/// <summary>A person without JavaScript: opens pages, fills in forms, follows redirects, keeps cookies.</summary>
public sealed class PageClient : IDisposable
{
    private readonly IBrowsingContext reader = BrowsingContext.New(Configuration.Default);
    private readonly HttpClient http;

    public PageClient(string origin)
    {
        http = new(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = true }) { BaseAddress = new Uri(origin) };
        http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    public IDocument Page { get; private set; } = default!;

    public HttpStatusCode Status { get; private set; }

    public Uri Address { get; private set; } = default!;

    public string Text => Page.Body!.TextContent;

    public async Task OpenAsync(string path) => await ReadAsync(await http.GetAsync(path));

    /// <summary>Sends the form that has a field of the first name given; fields that are not named keep what the page put there.</summary>
    public async Task SendAsync(params (string Name, string Value)[] typed)
    {
        var form = Page.Forms.FirstOrDefault(form => form.Elements.OfType<IHtmlElement>().Any(element => element.GetAttribute("name") == typed[0].Name))
            ?? throw new InvalidOperationException($"There is no field {typed[0].Name} at {Address}:\n{Text}");
        var fields = Fields(form).Where(field => typed.All(each => each.Name != field.Key)).Concat(typed.Select(each => KeyValuePair.Create(each.Name, each.Value)));
        var target = form.GetAttribute("action") is { Length: > 0 } action ? new Uri(new Uri(Address, Page.BaseUri), action) : Address;
        await ReadAsync(await http.PostAsync(target, new FormUrlEncodedContent(fields)));
    }

    /// <summary>What a link to a file gives.</summary>
    public async Task<byte[]> FileAsync(string path)
    {
        using var answer = await http.GetAsync(path);
        return answer.IsSuccessStatusCode ? await answer.Content.ReadAsByteArrayAsync() : throw new HttpRequestException($"{path} was answered {(int)answer.StatusCode}.", inner: null, answer.StatusCode);
    }

    /// <summary>Sends the form that has the field, with a file in it and what was typed beside it.</summary>
    public async Task SendFileAsync(string field, byte[] file, params (string Name, string Value)[] typed)
    {
        var form = Page.Forms.Single(form => form.Elements.OfType<IHtmlElement>().Any(element => element.GetAttribute("name") == field));
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in Fields(form).Where(each => each.Key != field && typed.All(one => one.Name != each.Key)).Concat(typed.Select(each => KeyValuePair.Create(each.Name, each.Value))))
        {
            content.Add(new StringContent(value), name);
        }

        content.Add(new ByteArrayContent(file), field, "file.jsonl.gz");
        await ReadAsync(await http.PostAsync(Address, content));
    }

    public void Dispose()
    {
        http.Dispose();
        reader.Dispose();
    }

    private static IEnumerable<KeyValuePair<string, string>> Fields(IHtmlFormElement form)
    {
        foreach (var element in form.Elements.OfType<IHtmlElement>())
        {
            if (element.GetAttribute("name") is not { Length: > 0 } name)
            {
                continue;
            }

            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio" } choice when !choice.IsChecked:
                    break;
                case IHtmlInputElement input:
                    yield return new(name, input.Value);
                    break;
                case IHtmlTextAreaElement area:
                    yield return new(name, area.Value);
                    break;
                case IHtmlSelectElement select:
                    yield return new(name, select.Value ?? "");
                    break;
            }
        }
    }

    private async Task ReadAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            Status = answer.StatusCode;
            Address = answer.RequestMessage!.RequestUri!;
            var html = await answer.Content.ReadAsStringAsync();
            Page = await reader.OpenAsync(request => request.Content(html).Address(Address));
        }
    }
}
