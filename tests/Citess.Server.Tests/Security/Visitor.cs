using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Citess.Server.Tests.Security;

/// <summary>A browser without script: keeps cookies, sends forms as they stand on the page, follows redirects only when told.</summary>
public sealed class Visitor : IDisposable
{
    private static readonly HtmlParser Reader = new();
    private readonly HttpClient http;

    public Visitor(string origin)
    {
        Cookies = new CookieContainer();
        http = new(new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = false }) { BaseAddress = new Uri(origin) };
        http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    public CookieContainer Cookies { get; }

    public HttpRequestHeaders Headers => http.DefaultRequestHeaders;

    public HttpStatusCode Status { get; private set; }

    public string Path { get; private set; } = "";

    public string Html { get; private set; } = "";

    public HttpResponseHeaders Answer { get; private set; } = default!;

    public IHtmlDocument Page { get; private set; } = default!;

    public string? Location => Answer.Location?.OriginalString;

    public async Task OpenAsync(string path)
    {
        await ReadAsync(path, await http.GetAsync(path));
        for (var hops = 0; Status == HttpStatusCode.Found && hops < 5; hops++)
        {
            await ReadAsync(Location!, await http.GetAsync(Location));
        }
    }

    /// <summary>Sends the form that has the first of these fields, or is called so by its <c>_handler</c>; follows where it leads unless told otherwise.</summary>
    public async Task SendAsync(bool follow, params (string Name, string Value)[] typed)
    {
        await PostAsync(Page.Forms.FirstOrDefault(form => form.Elements.Any(element => element.GetAttribute("name") == typed[0].Name && (typed[0].Name != "_handler" || element.GetAttribute("value") == typed[0].Value))) ?? throw new InvalidOperationException($"No field {typed[0].Name} at {Path}, {Status}:\n{Html}"), typed);
        if (follow && Status == HttpStatusCode.Found)
        {
            await OpenAsync(Location!);
        }
    }

    /// <summary>Presses the button of the form whose address ends so.</summary>
    public async Task PressAsync(string addressEnd, params (string Name, string Value)[] typed)
    {
        await PostAsync(Page.Forms.First(form => (form.GetAttribute("action") ?? "").EndsWith(addressEnd, StringComparison.Ordinal)), typed);
        if (Status == HttpStatusCode.Found)
        {
            await OpenAsync(Location!);
        }
    }

    public async Task PostAsync(string path, params (string Name, string Value)[] fields) =>
        await ReadAsync(path, await http.PostAsync(path, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)))));

    public async Task SignInAsync(string userName, string password, string path = "/en/sign-in")
    {
        await OpenAsync(path);
        await SendAsync(follow: true, ("Form.UserName", userName), ("Form.Password", password));
    }

    /// <summary>Opens nothing: asks as a program does.</summary>
    public async Task<JsonElement> AskAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Accept.ParseAdd("application/json");
        using var answer = await http.SendAsync(request);
        (Status, Answer) = (answer.StatusCode, answer.Headers);
        var text = await answer.Content.ReadAsStringAsync();
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }

    public async Task<JsonElement> TokenAsync(string clientId, string secret)
    {
        using var answer = await http.PostAsync("/api/token", new FormUrlEncodedContent(
            [KeyValuePair.Create("grant_type", "client_credentials"), KeyValuePair.Create("client_id", clientId), KeyValuePair.Create("client_secret", secret)]));
        (Status, Answer) = (answer.StatusCode, answer.Headers);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public void Dispose() => http.Dispose();

    private Task PostAsync(IHtmlFormElement form, (string Name, string Value)[] typed)
    {
        var kept = form.Elements.OfType<IHtmlElement>().Where(element => element.GetAttribute("name") is { Length: > 0 } name && typed.All(each => each.Name != name))
            .Where(element => element is not IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false })
            .Select(element => (element.GetAttribute("name")!, element switch { IHtmlInputElement input => input.Value, IHtmlSelectElement select => select.Value ?? "", IHtmlTextAreaElement area => area.Value, _ => "" }));
        var action = form.GetAttribute("action") is { Length: > 0 } address ? address : Path;
        return PostAsync(action, [.. kept, .. typed]);
    }

    private async Task ReadAsync(string path, HttpResponseMessage answer)
    {
        using (answer)
        {
            (Path, Status, Answer, Html) = (path, answer.StatusCode, answer.Headers, await answer.Content.ReadAsStringAsync());
            if (Uri.TryCreate(Path, UriKind.Absolute, out var whole) && whole.Scheme.StartsWith("http", StringComparison.Ordinal))
            {
                Path = whole.PathAndQuery;
            }

            Page = Reader.ParseDocument(Html);
        }
    }
}
