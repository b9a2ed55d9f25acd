using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Citess.ActivityPub.Signatures;
using Citess.ActivityPub.Vocabulary;
using Citess.Network.Tests.House;
using Xunit;

namespace Citess.Network.Tests.Federation.BadInput;

/// <summary>One attack and the answer that is due to it, as <c>401 signature-wrong</c>.</summary>
internal sealed record Attack(string What, string Answer, Func<Task<string>> RunAsync);

/// <summary>How attacks are made, and how is seen that they had no effect.</summary>
internal static class Attacks
{
    /// <summary>A request that is in order but for what <paramref name="change"/> does to it after it was signed.</summary>
    public static Task<string> PostAsync(this BadInputPole pole, JsonObject activity, Figure by, Action<HttpRequestMessage>? change = null) =>
        pole.PostAsync(Encoding.UTF8.GetBytes(activity.ToJsonString()), by.Rsa, change: change);

    public static async Task<string> PostAsync(this BadInputPole pole, byte[] body, ISigner? signer, bool isCavage = true, DateTimeOffset? at = null, Action<HttpRequestMessage>? change = null, byte[]? sent = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, pole.Origin + "/inbox") { Content = new ByteArrayContent(sent ?? body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(Ap.MediaType);
        if (signer is not null)
        {
            var now = at ?? TimeProvider.System.GetUtcNow();
            foreach (var (name, value) in isCavage ? Cavage.Sign(signer, "POST", request.RequestUri!, body, now) : MessageSignatures.Sign(signer, "POST", request.RequestUri!, body, now))
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        change?.Invoke(request);
        return await pole.SendAsync(request);
    }

    public static async Task<string> SendAsync(this BadInputPole pole, HttpRequestMessage request)
    {
        using var answer = await pole.Http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        var status = ((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (text.Length == 0)
        {
            return status;
        }

        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        return status + " " + JsonElement.Parse(text).GetProperty("type").GetString()!.Replace("/problems#", "", StringComparison.Ordinal);
    }

    /// <summary>
    /// Runs the attacks, then waits for what they may have left behind and compares each table, and each request that the pole
    /// made: none but one each of <paramref name="mayAsk"/>.
    /// </summary>
    public static async Task RefusesAsync(this BadInputPole pole, IEnumerable<Attack> attacks, params IReadOnlyCollection<string> mayAsk)
    {
        var before = await pole.Database.ContentAsync();
        var asked = pole.Web.Asked.Count;
        var passed = new List<string>();
        foreach (var attack in attacks)
        {
            var answer = await attack.RunAsync();
            if (answer != attack.Answer)
            {
                passed.Add($"{attack.What}: {answer} and not {attack.Answer}");
            }
        }

        // Work that were left behind would be found by the sweeps, which come by once a second.
        await Task.Delay(TimeSpan.FromSeconds(1.3), TestContext.Current.CancellationToken);
        Assert.True(passed.Count == 0, string.Join('\n', passed));
        Assert.Equal(before, await pole.Database.ContentAsync());
        Assert.Empty(pole.Web.Breaches);
        string[] requests = [.. pole.Web.Asked.Skip(asked)];
        Assert.Equal(requests.Distinct(StringComparer.Ordinal), requests);
        Assert.Empty(requests.Except(mayAsk, StringComparer.Ordinal));
    }

    /// <summary>A GET as a server asks, signed by <paramref name="by"/>, or by nobody.</summary>
    public static Task<HttpResponseMessage> AskAsync(this BadInputPole pole, string path, Figure? by, string accept = Ap.MediaType)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, pole.Origin + path);
        request.Headers.Accept.ParseAdd(accept);
        foreach (var (name, value) in by is null ? [] : Cavage.Sign(by.Rsa, "GET", request.RequestUri!, [], TimeProvider.System.GetUtcNow()))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return pole.Http.SendAsync(request);
    }

    /// <summary>Waits until the pole has nothing left to do.</summary>
    public static async Task SettledAsync(this BadInputPole pole)
    {
        IReadOnlyDictionary<string, string> last = new Dictionary<string, string>(StringComparer.Ordinal);
        await Eventually.TrueAsync(
            async () =>
            {
                var now = await pole.Database.ContentAsync();
                var isQuiet = now.SequenceEqual(last);
                last = now;
                await Task.Delay(isQuiet ? TimeSpan.Zero : TimeSpan.FromSeconds(1.3));
                return isQuiet;
            },
            "Mahdia does not come to rest.");
    }

    /// <summary>What the pole asks when a known actor's key may have changed.</summary>
    public static string Refetch(this Figure figure) => "GET " + figure.Id;

    public static Action<HttpRequestMessage> Replace(string header, Func<string, string> value) => request =>
    {
        var before = string.Join(", ", request.Headers.GetValues(header));
        request.Headers.Remove(header);
        Assert.True(request.Headers.TryAddWithoutValidation(header, value(before)));
    };

    public static Action<HttpRequestMessage> Without(string header) => request => Assert.True(request.Headers.Remove(header));
}
