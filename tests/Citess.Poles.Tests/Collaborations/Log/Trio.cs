using Citess.ActivityPub.Logs;

namespace Citess.Poles.Tests.Collaborations.Log;

/// <summary>Mahdia, host, with Sidi Bouzid and Barcelona, who joined.</summary>
internal sealed class Trio : IDisposable
{
    public Trio(string invite = "host", params string[] clauses)
    {
        Begun = Mahdia.Begin([SidiBouzid, Barcelona], invite, clauses: clauses);
        SidiBouzid.Hear(Mahdia);
        Barcelona.Hear(Mahdia);
        SidiBouzid.Join();
        Barcelona.Join();
        Meet();
    }

    public Voice Mahdia { get; } = new("mahdia.example");

    public Voice SidiBouzid { get; } = new("sidibouzid.example");

    public Voice Barcelona { get; } = new("barcelona.example");

    public SignedEvent Begun { get; }

    public IReadOnlyList<Voice> All => [Mahdia, SidiBouzid, Barcelona];

    public void Meet() => Voice.Meet(All);

    public void Dispose()
    {
        foreach (var each in All)
        {
            each.Dispose();
        }
    }
}
