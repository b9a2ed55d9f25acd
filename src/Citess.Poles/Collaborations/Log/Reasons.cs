namespace Citess.Poles.Collaborations.Log;

/// <summary>Why an event does not count; each is a key of the texts behind <c>collab.reason.</c>.</summary>
public static class Reasons
{
    public const string Unknown = "unknown";
    public const string Form = "form";
    public const string NotFirst = "not-first";
    public const string NotPartner = "not-partner";
    public const string NotInvited = "not-invited";
    public const string Already = "already";
    public const string NotHost = "not-host";
    public const string OtherRole = "other-role";
    public const string Observer = "observer";
    public const string OtherTerms = "other-terms";
    public const string NoSuchThing = "no-such-thing";
    public const string NoMajority = "no-majority";
    public const string HostStays = "host-stays";
    public const string Closed = "closed";
    public const string OutOfTurn = "out-of-turn";

    /// <summary>Said for a guest of another pole.</summary>
    public const string NotItsGuest = "not-its-guest";
    public const string NotYours = "not-yours";
    public const string TooManyGroups = "too-many-groups";

    /// <summary>The vote was counted already.</summary>
    public const string Counted = "counted";

    /// <summary>The votes say something else.</summary>
    public const string OtherCount = "other-count";
}
