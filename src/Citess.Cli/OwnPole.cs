using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Citess.Cli;

/// <summary>The API of one's own pole, as one of its programs.</summary>
/// <param name="http">Reaches the pole.</param>
/// <param name="origin">Where it is, for example <c>https://mahdia.example</c>.</param>
/// <param name="client">Id of a program of the pole.</param>
/// <param name="secret">Its secret.</param>
internal sealed class OwnPole(HttpClient http, string origin, string client, string secret)
{
    public HttpClient Http => http;

    /// <summary>A request with a token; null, and a sentence, when the pole knows no such program.</summary>
    public async Task<HttpRequestMessage?> RequestAsync(HttpMethod method, string path, TextWriter say, CancellationToken stop)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = client,
            ["client_secret"] = secret,
        });
        using var answer = await Http.PostAsync(new Uri(origin.TrimEnd('/') + "/api/token"), form, stop);
        if (!answer.IsSuccessStatusCode)
        {
            await say.WriteLineAsync("The pole knows no program with this id and secret.");
            return null;
        }

        var token = await answer.Content.ReadFromJsonAsync<JsonElement>(stop);
        var request = new HttpRequestMessage(method, new Uri(origin.TrimEnd('/') + path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.GetProperty("access_token").GetString());
        return request;
    }

    /// <summary>Says what the pole answered; 1.</summary>
    public static async Task<int> FailAsync(HttpResponseMessage answer, TextWriter say, CancellationToken stop)
    {
        var text = await answer.Content.ReadAsStringAsync(stop);
        var detail = text.StartsWith('{') && JsonElement.Parse(text).TryGetProperty("detail", out var sentence) ? sentence.GetString() : null;
        await say.WriteLineAsync(detail ?? $"The pole answered {(int)answer.StatusCode}.");
        return 1;
    }
}
