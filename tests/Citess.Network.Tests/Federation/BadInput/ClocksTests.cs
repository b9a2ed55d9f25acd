using System.Text;
using System.Text.Json.Nodes;
using Citess.ActivityPub.Signatures;
using Citess.ActivityPub.Vocabulary;
using Citess.Network.Tests.House;
using Xunit;

namespace Citess.Network.Tests.Federation.BadInput;

[Collection(BadInputCollection.Name)]
public sealed class ClocksTests(BadInputPole pole)
{
    [Fact, BadInput("clocks")]
    public async Task What_was_signed_ahead_too_long_ago_or_at_no_time_is_refused()
    {
        var body = Encoding.UTF8.GetBytes(pole.Mallory.Create().ToJsonString());
        var now = TimeProvider.System.GetUtcNow();
        var soon = now.AddMinutes(5).ToUnixTimeSeconds();
        await pole.RefusesAsync(
            [
                new("date in the future", "401 outside-window", () => pole.PostAsync(body, pole.Mallory.Rsa, at: now.AddHours(2))),
                new("created in the future", "401 outside-window", () => pole.PostAsync(body, pole.Mallory.Rsa, isCavage: false, at: now.AddMinutes(3))),
                new("created too long ago", "401 outside-window", () => pole.PostAsync(body, pole.Mallory.Rsa, isCavage: false, at: now.AddHours(-2))),
                new("created in the year 1970", "401 outside-window", () => pole.PostAsync(body, pole.Mallory.Rsa, isCavage: false, at: DateTimeOffset.UnixEpoch)),
                Old("no date", Attacks.Without("Date")),
                Old("a date that is none", Attacks.Replace("Date", _ => "yesterday")),
                Old("a date in seconds", Attacks.Replace("Date", _ => now.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture))),
                Old("two dates", request => request.Headers.TryAddWithoutValidation("Date", now.AddHours(-3).ToString("r", System.Globalization.CultureInfo.InvariantCulture))),
                Modern("no created", value => System.Text.RegularExpressions.Regex.Replace(value, ";created=[0-9]+", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1))),
                Modern("expired", value => value + ";expires=" + now.AddMinutes(-1).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture)),
                Modern("expires before it was created", value => value + ";expires=" + now.AddMinutes(-30).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture)),
                Cavaged("created in the future, draft-cavage", $"created={soon},", "(created)"),
                Cavaged("expired, draft-cavage", $"created={now.ToUnixTimeSeconds()},expires={now.AddMinutes(-1).ToUnixTimeSeconds()},", "(created) (expires)"),
            ],
            pole.Mallory.Refetch());

        Attack Old(string what, Action<HttpRequestMessage> change) => new(what, "401 outside-window", () => pole.PostAsync(body, pole.Mallory.Rsa, change: change));

        Attack Modern(string what, Func<string, string> change) => new(what, "401 outside-window", () => pole.PostAsync(body, pole.Mallory.Rsa, isCavage: false, change: Attacks.Replace("Signature-Input", change)));

        Attack Cavaged(string what, string times, string covered) => new(what, "401 outside-window", () => pole.PostAsync(body, pole.Mallory.Rsa, change: Attacks.Replace(
            "Signature", value => value.Replace("algorithm=\"rsa-sha256\",", "algorithm=\"hs2019\"," + times, StringComparison.Ordinal).Replace("host date digest", "host digest " + covered, StringComparison.Ordinal))));
    }
}
