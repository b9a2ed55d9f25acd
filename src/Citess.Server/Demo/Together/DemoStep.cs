namespace Citess.Server.Demo.Together;

/// <summary>Something that a demo pole says in the collaboration, after all that stands before it.</summary>
/// <param name="Pole">As <see cref="DemoPole.Name"/>.</param>
/// <param name="Id">A ULID, fixed like all of the demo.</param>
/// <param name="Says">What kind of thing.</param>
/// <param name="Payload">What it says, once what it is about is there.</param>
internal sealed record DemoStep(string Pole, string Id, string Says, Func<DemoTold, object> Payload);
