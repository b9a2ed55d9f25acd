using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Citess.Network.Tests.House;

/// <summary>Bears a token of a pole, and fetches another in time: a token is good for half an hour, and some tests take longer.</summary>
internal sealed class ProgramToken(HttpMessageHandler inner, HttpClient http, string clientId, string secret) : DelegatingHandler(inner)
{
    private static readonly TimeSpan Good = TimeSpan.FromMinutes(15);

    private readonly SemaphoreSlim turn = new(1, 1);
    private AuthenticationHeaderValue? token;
    private long fetched;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            if (token is null || TimeProvider.System.GetElapsedTime(fetched) > Good)
            {
                token = await FetchAsync(cancellationToken);
                fetched = TimeProvider.System.GetTimestamp();
            }
        }
        finally
        {
            turn.Release();
        }

        request.Headers.Authorization = token;
        return await base.SendAsync(request, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        turn.Dispose();
        base.Dispose(disposing);
    }

    private async Task<AuthenticationHeaderValue> FetchAsync(CancellationToken stop)
    {
        using var answer = await http.PostAsync("/api/token", new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = clientId,
            ["client_secret"] = secret,
        }), stop);
        return answer.IsSuccessStatusCode
            ? new("Bearer", (await answer.Content.ReadFromJsonAsync<JsonElement>(stop)).GetProperty("access_token").GetString())
            : throw new HttpRequestException($"No token: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(stop)}");
    }
}
