using Citess.Poles.Kernel.Contributions;

namespace Citess.Server.Demo.Voices;

/// <summary>A record that is there, so that something can be said about it.</summary>
/// <param name="Reference">As the speaking pole names it.</param>
/// <param name="Revision">The one that it has.</param>
/// <param name="Origin">Scheme and host of its pole.</param>
internal sealed record DemoHeard(RecordReference Reference, int Revision, string Origin);
