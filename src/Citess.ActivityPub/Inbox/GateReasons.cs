using System.Collections.Frozen;
using System.Text;

namespace Citess.ActivityPub.Inbox;

/// <summary>How a reason goes out.</summary>
public static class GateReasons
{
    private static readonly FrozenDictionary<GateReason, string> Slugs = Enum.GetValues<GateReason>().ToFrozenDictionary(reason => reason, Kebab);

    /// <summary>The reason in kebab case, which is its heading in specs/problems.md: <c>actor-not-key-owner</c>.</summary>
    public static string Slug(this GateReason reason) => Slugs[reason];

    /// <summary>The status of the answer. 401 wherever a later try may pass, since senders keep trying on it and give up on other 4xx.</summary>
    public static int Status(this GateReason reason) => reason switch
    {
        GateReason.TooLarge => 413,
        GateReason.MalformedJson or GateReason.RestructuredJsonLd or GateReason.NotAnActivity => 400,
        GateReason.SignatureMissing or GateReason.SignatureMalformed or GateReason.KeyAddress => 401,
        GateReason.HostBlocked => 403,
        GateReason.KeyUnreachable or GateReason.KeyNotFound => 401,
        GateReason.NotCovered or GateReason.DigestWrong or GateReason.OutsideWindow or GateReason.SignatureWrong => 401,
        GateReason.ActorNotKeyOwner => 401,
        GateReason.IdForeign => 403,
        GateReason.IdReused => 409,
        GateReason.ProofMissing or GateReason.ProofWrong or GateReason.NotOwner or GateReason.FollowUnfit => 403,
        GateReason.WireUnknown or GateReason.VerbNotSpoken or GateReason.ObjectUnfit => 422,
        GateReason.ObjectUnreachable => 503,
        GateReason.NotOurs => 404,
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    private static string Kebab(GateReason reason)
    {
        var slug = new StringBuilder();
        foreach (var letter in reason.ToString())
        {
            slug.Append(char.IsAsciiLetterUpper(letter) && slug.Length > 0 ? "-" : "").Append(char.ToLowerInvariant(letter));
        }

        return slug.ToString();
    }
}
