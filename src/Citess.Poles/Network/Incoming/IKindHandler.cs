namespace Citess.Poles.Network.Incoming;

/// <summary>Takes what is created of one kind, where that is no record that lists show. The gate has made sure that it is the sender's own and that its proof holds.</summary>
public interface IKindHandler
{
    /// <summary>The kind, as the object names it.</summary>
    string Kind { get; }

    Task<Outcome> HandleAsync(IncomingLetter incoming);
}
