using Citess.Poles.Kernel.Inbox;
using Citess.Storage.Sql;

namespace Citess.Storage.Inbox;

/// <summary>A row of the table inbox that still waits.</summary>
internal sealed class LetterRow
{
    public long Number { get; init; }

    public string ActivityId { get; init; } = "";

    public string Sender { get; init; } = "";

    public string Actor { get; init; } = "";

    public string Verb { get; init; } = "";

    public string Hash { get; init; } = "";

    public string Body { get; init; } = "";

    public string? ObjectBody { get; init; }

    public long Received { get; init; }

    public Letter ToLetter() => new()
    {
        Number = Number,
        ActivityId = ActivityId,
        Sender = Sender,
        Actor = Actor,
        Verb = Verb,
        Hash = Hash,
        Body = Body,
        ObjectBody = ObjectBody,
        Received = Received.Time(),
    };
}
