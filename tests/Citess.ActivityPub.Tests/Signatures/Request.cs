using System.Text;
using Citess.ActivityPub.Signatures;

namespace Citess.ActivityPub.Tests.Signatures;

/// <summary>A Create that Amira's pole posts to Barcelona's inbox, signed, and ways to spoil it.</summary>
internal sealed record Request(string Method, string Target, string Host, byte[] Body, IReadOnlyList<KeyValuePair<string, string>> Headers, DateTimeOffset Now)
{
    public const string KeyId = "https://mahdia.example/pole/01JCZ0000000000000000000AA#main-key";
    public const string Owner = "https://mahdia.example/pole/01JCZ0000000000000000000AA";

    public static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    public static readonly RsaKeyPair Mahdia = RsaKeyPair.Create(KeyId);
    public static readonly IVerifier MahdiaKey = VerificationKey.FromPem(KeyId, Owner, Mahdia.PublicPem)!;

    public static Request Post()
    {
        var body = Encoding.UTF8.GetBytes("""{"type":"Create","actor":"https://mahdia.example/pole/01JCZ0000000000000000000AA"}""");
        var headers = Cavage.Sign(Mahdia, "POST", new Uri("https://barcelona.example/inbox?shared=1"), body, Noon);
        return new Request("POST", "/inbox?shared=1", "barcelona.example", body, headers, Noon);
    }

    public static Request Get() =>
        new("GET", "/practice/01JCZ", "barcelona.example", [], Cavage.Sign(Mahdia, "GET", new Uri("https://barcelona.example/practice/01JCZ"), [], Noon), Noon);

    /// <summary>Signed by hand, so that any header and parameter may stand in it.</summary>
    public static Request ByHand(string parameters, string[] lines, string body = "", ISigner? signer = null, params KeyValuePair<string, string>[] headers)
    {
        var signature = Convert.ToBase64String((signer ?? Mahdia).Sign(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
        var header = $"keyId=\"{(signer ?? Mahdia).KeyId}\",{parameters},signature=\"{signature}\"";
        return new Request(body.Length > 0 ? "POST" : "GET", "/inbox", "barcelona.example", Encoding.UTF8.GetBytes(body), [.. headers, new("Signature", header)], Noon);
    }

    public string this[string name] => Headers.Single(h => h.Key == name).Value;

    public Request With(string name, string value) => Without(name) with { Headers = [.. Without(name).Headers, new(name, value)] };

    public Request And(string name, string value) => this with { Headers = [.. Headers, new(name, value)] };

    public Request Without(string name) => this with { Headers = [.. Headers.Where(h => h.Key != name)] };

    public Request Later(TimeSpan by) => this with { Now = Now + by };

    public SignatureFault? Fault(IVerifier? key = null, bool? hasBody = null)
    {
        if (Cavage.TryParse(Values("signature"), out var header) is { } fault)
        {
            return fault;
        }

        return Cavage.Verify(header, new SignedMessage(Method, Target, Host, Values), Body, hasBody ?? Method == "POST", key ?? MahdiaKey, Now);
    }

    public IReadOnlyList<string> Values(string name) => [.. Headers.Where(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(h => h.Value)];
}
