using System.Globalization;
using System.Text;
using Citess.ActivityPub.Signatures;

namespace Citess.ActivityPub.Tests.Signatures;

/// <summary>The Create of <see cref="Request"/>, signed by RFC 9421, and ways to spoil it.</summary>
internal static class Labelled
{
    public const string EdKeyId = Request.Owner + "#ed25519-key";

    public static readonly Ed25519KeyPair Ed = Ed25519KeyPair.Create(EdKeyId);
    public static readonly IVerifier EdKey = VerificationKey.FromMultibase(EdKeyId, Request.Owner, Ed.PublicMultibase)!;

    public static Request Post(ISigner? signer = null)
    {
        var request = Request.Post();
        return request with { Headers = MessageSignatures.Sign(signer ?? Ed, "POST", new Uri("https://barcelona.example/inbox?shared=1"), request.Body, Request.Noon) };
    }

    public static Request Get() =>
        Request.Get() with { Headers = MessageSignatures.Sign(Ed, "GET", new Uri("https://barcelona.example/practice/01JCZ"), [], Request.Noon) };

    /// <summary>Signed by hand: these components, with these parameters after the list, over these lines.</summary>
    public static Request ByHand(string components, string parameters, string[] lines, string body = "{}", params KeyValuePair<string, string>[] headers)
    {
        var input = $"({components}){parameters}";
        var text = string.Join('\n', [.. lines, "\"@signature-params\": " + input]);
        return new Request(body.Length > 0 ? "POST" : "GET", "/inbox", "barcelona.example", Encoding.UTF8.GetBytes(body),
            [.. headers, new("Signature-Input", "sig1=" + input), new("Signature", "sig1=:" + Convert.ToBase64String(Ed.Sign(Encoding.ASCII.GetBytes(text))) + ":")], Request.Noon);
    }

    /// <summary>A GET that covers what it must, with these times.</summary>
    public static Request WithTimes(string times) => ByHand(
        "\"@method\" \"@target-uri\"",
        string.Create(CultureInfo.InvariantCulture, $"{times};keyid=\"{EdKeyId}\""),
        ["\"@method\": GET", "\"@target-uri\": https://barcelona.example/inbox"],
        body: "");

    public static SignatureFault? LabelledFault(this Request request, IVerifier? key = null)
    {
        var message = new SignedMessage(request.Method, request.Target, request.Host, request.Values);
        return RequestSignature.TryParse(message, out var signature) ?? signature.Verify(message, request.Body, request.Method == "POST", key ?? EdKey, request.Now);
    }
}
