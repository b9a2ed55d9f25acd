namespace Citess.Poles.Kernel.Contributions;

/// <summary>
/// The signed word of a pole that something another pole said belongs to one of its records: an <c>Add</c> with that inside it,
/// word for word. It is kept under an address of its own and compared as any document is, so that whoever was away gets it too.
/// </summary>
public static class Addition
{
    public const string Kind = "addition";

    /// <summary>Behind the address of a record: what was said about it.</summary>
    public const string Collection = "/contributions";

    /// <summary>Term of the actor whose the added thing is, its signed document.</summary>
    public const string Contributor = "contributedBy";

    /// <summary>One for each thing, whoever comes to it and however often.</summary>
    public static RecordKey KeyOf(string origin, string key) => RecordKey.Derived(Kind, origin + "/" + key);
}
