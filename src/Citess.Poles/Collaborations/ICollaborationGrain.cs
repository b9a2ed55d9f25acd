using System.Collections.Immutable;

namespace Citess.Poles.Collaborations;

/// <summary>What a person or a program wants to say in a collaboration.</summary>
/// <param name="Id">ULID made by the client: a repeat with it is the same event.</param>
/// <param name="Says">One of <see cref="Log.EventTypes"/>.</param>
/// <param name="Payload">A JSON object.</param>
/// <param name="By">Pseudonymous id of the person or program.</param>
[GenerateSerializer, Immutable, Alias("event-command")]
public sealed record EventCommand([property: Id(0)] string Id, [property: Id(1)] string Says, [property: Id(2)] string Payload, [property: Id(3)] string By);

/// <summary>What came of events that another pole sent or gave.</summary>
/// <param name="New">How many were added.</param>
/// <param name="Waiting">How many wait for something that they cite, or for the key of their author.</param>
[GenerateSerializer, Immutable, Alias("taken-events")]
public sealed record TakenEvents([property: Id(0)] int New, [property: Id(1)] int Waiting);

/// <summary>
/// Writes one collaboration at a time: what is said here stands upon all that is here. Its key is <c>collaboration/</c> with
/// the hash of the first event, or with the ULID of a beginning.
/// </summary>
[Alias("collaboration-grain"), GrainInterfaceType("collaboration")]
public interface ICollaborationGrain : IGrainWithStringKey
{
    /// <summary>Begins one; returns the hash of its first event.</summary>
    [Alias("begin")]
    Task<string> BeginAsync(EventCommand command);

    /// <summary>Says something; returns the hash of the event. What would not count is refused with the reason, and not written.</summary>
    [Alias("say")]
    Task<string> SayAsync(EventCommand command);

    /// <summary>Takes events of others, word for word, from wherever they come.</summary>
    [Alias("take")]
    Task<TakenEvents> TakeAsync(ImmutableArray<string> bodies);
}
