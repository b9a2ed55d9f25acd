using Citess.Server.Demo.Voices;

namespace Citess.Server.Demo;

/// <summary>The three poles of the demo, in the order of their ports.</summary>
internal static class DemoPoles
{
    public static IReadOnlyList<DemoPole> All { get; } =
    [
        new() { Name = "mahdia", Profile = MahdiaProfile.Content, Actors = MahdiaActors.All, Services = MahdiaServices.All, Practices = MahdiaPractices.All, Offers = MahdiaExchange.Offers, Wants = MahdiaExchange.Wants, Fit = MahdiaFit.All, Concepts = DemoConcepts.Mahdia, Calls = MahdiaCalls.All, Candidates = MahdiaCalls.Candidates, Voices = MahdiaVoices.All },
        new() { Name = "sidibouzid", Profile = SidiBouzidProfile.Content, Actors = SidiBouzidActors.All, Services = SidiBouzidServices.All, Practices = SidiBouzidPractices.All, Offers = SidiBouzidExchange.Offers, Wants = SidiBouzidExchange.Wants, Fit = SidiBouzidFit.All, Voices = SidiBouzidVoices.All },
        new() { Name = "barcelona", Profile = BarcelonaProfile.Content, Actors = BarcelonaActors.All, Services = BarcelonaServices.All, Practices = BarcelonaPractices.All, Offers = BarcelonaExchange.Offers, Wants = BarcelonaExchange.Wants, Fit = BarcelonaFit.All, Concepts = DemoConcepts.Barcelona, Calls = BarcelonaCalls.All, Voices = BarcelonaVoices.All },
    ];
}
