using System.Text.Json;
using System.Text.Json.Serialization;

namespace Citess.ActivityPub.Vocabulary;

/// <summary>Something an actor says it did.</summary>
public sealed record Activity : ApObject
{
    /// <summary>Who did it, by address.</summary>
    [JsonConverter(typeof(AddressConverter))]
    public string? Actor { get; init; }

    /// <summary>What it was done to: an address, or the whole object word for word.</summary>
    public JsonElement? Object { get; init; }

    /// <summary>What it was put into or taken out of, by address.</summary>
    [JsonConverter(typeof(AddressConverter))]
    public string? Target { get; init; }
}

/// <summary>The verbs this house speaks; all others are refused by the gate.</summary>
public static class Verbs
{
    /// <summary>Asks to receive what an actor shares.</summary>
    public const string Follow = "Follow";
    /// <summary>Says yes to a Follow.</summary>
    public const string Accept = "Accept";
    /// <summary>Says no to a Follow.</summary>
    public const string Reject = "Reject";
    /// <summary>Takes back an own Follow.</summary>
    public const string Undo = "Undo";
    /// <summary>Shares a new object.</summary>
    public const string Create = "Create";
    /// <summary>Shares a new revision of an object, or of the actor itself.</summary>
    public const string Update = "Update";
    /// <summary>Withdraws an object; carries its Tombstone.</summary>
    public const string Delete = "Delete";
    /// <summary>Tells one actor that something waits for it at its address.</summary>
    public const string Offer = "Offer";
    /// <summary>Takes an object out of the sight of whom it is sent to; the object itself goes on.</summary>
    public const string Remove = "Remove";
    /// <summary>Says that something belongs to a collection of the actor's own, FEP-400e; carries that whole.</summary>
    public const string Add = "Add";
}
