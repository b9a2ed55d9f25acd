using Citess.ActivityPub.Logs;
using Citess.Poles.Collaborations.Log;
using Citess.Poles.PeerLearning;
using Citess.Poles.Tests.Collaborations.Log;
using Voice = Citess.Poles.Tests.Collaborations.Log.Voice;

namespace Citess.Poles.Tests.PeerLearning;

/// <summary>Mahdia is host of a cycle with Sidi Bouzid and Barcelona; Kasserine has no server and is a guest of Sidi Bouzid.</summary>
internal sealed class LearningTrio : IDisposable
{
    public LearningTrio(bool withGuest = false)
    {
        Begun = Mahdia.BeginCycle([SidiBouzid, Barcelona]);
        Meet();
        SidiBouzid.Say(EventTypes.Join, new { terms = SidiBouzid.State.TermsHash, languages = new[] { "ar", "fr" }, territory = "TN-43" });
        Barcelona.Say(EventTypes.Join, new { terms = Barcelona.State.TermsHash, languages = new[] { "ca", "fr" }, territory = "ES-B" });
        Meet();
        if (withGuest)
        {
            Kasserine = Mahdia.Say(CycleTypes.Guest, new { name = "Kasserine", at = SidiBouzid.Actor, languages = new[] { "ar", "fr" }, territory = "TN-42" }).Hash;
            Meet();
            SidiBouzid.Say(EventTypes.Join, new { terms = SidiBouzid.State.TermsHash, @for = Kasserine });
            Meet();
        }
    }

    public Voice Mahdia { get; } = new("mahdia.example");

    public Voice SidiBouzid { get; } = new("sidibouzid.example");

    public Voice Barcelona { get; } = new("barcelona.example");

    /// <summary>By which the guest is named.</summary>
    public string Kasserine { get; } = "";

    public SignedEvent Begun { get; }

    public IReadOnlyList<Voice> All => [Mahdia, SidiBouzid, Barcelona];

    /// <summary>As Mahdia holds it.</summary>
    public Cycle Cycle => CycleOf(Mahdia);

    public static Cycle CycleOf(Voice voice) => Cycle.Of(voice.State)!;

    /// <summary>Asks for a group; everybody has heard of it.</summary>
    public LearningGroup Group(string title, params string[] members)
    {
        var made = Mahdia.Say(CycleTypes.Group, new { title, members });
        Meet();
        return Cycle.Groups.Single(group => group.Thing.Id == made.Hash);
    }

    public void Meet() => Voice.Meet(All);

    public void Dispose()
    {
        foreach (var each in All)
        {
            each.Dispose();
        }
    }
}
