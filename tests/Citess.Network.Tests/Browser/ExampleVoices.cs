using Citess.Network.Tests.House;

namespace Citess.Network.Tests.Browser;

/// <summary>Addresses at the demo's Mahdia of what poles say about practices: its ids are fixed.</summary>
internal sealed class ExampleVoices(Demo demo)
{
    /// <summary>A practice of Mahdia: translated and asked about in Barcelona.</summary>
    public const string Desk = "practice/01JDEMPRCTMAHDA00000000001";

    private const string Adoption = "adoption/01JDEMAD0PMAHDA00000000001";
    private const string Review = "review/01JDEMREVWMAHDA00000000001";
    private const string Translation = "translation/01JDEMTRANMAHDA00000000001";
    private const string Note = "note/01JDEMNTE0MAHDA00000000001";
    private const string Concept = "concept/01JDEMCNCPMAHDA00000000001";
    private const string Collection = "collection/01JDEMSET0MAHDA00000000001";
    private const string Decision = "decision/01JDEMDEC1MAHDA00000000001";

    /// <summary>A practice of Sidi Bouzid: tried, reviewed, translated and asked about in the others.</summary>
    public string Rounds => $"{SidiBouzid}practice/01JDEMPRCTSBZDA00000000004";

    /// <summary>What Barcelona made of it.</summary>
    public string Adapted => $"{Barcelona}practice/01JDEMPRCTBARCA00000000007";

    public IReadOnlyDictionary<string, string[]> Pages => new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["/adoption/{Id}"] = [Adoption],
        ["/adoption/{Id}/edit"] = [Adoption + "/edit"],
        ["/collection/{Id}"] = [Collection],
        ["/collection/{Id}/edit"] = [Collection + "/edit"],
        ["/collection/new"] = ["collection/new", "collection/new?with=" + Desk],
        ["/concept/{Id}"] = [Concept],
        ["/concept/{Id}/edit"] = [Concept + "/edit"],
        ["/concept/new"] = ["concept/new", "concept/new?under=weaving"],
        ["/concepts"] = ["concepts", "concepts?q=conseil+juridique", "concepts?q=xylophone"],
        ["/concepts/own"] = ["concepts/own", "concepts/own?q=xylophone"],
        ["/concepts/{Code}"] = ["concepts/weaving", "concepts/business-support", "concepts/a01"],
        ["/decision/{Id}"] = [Decision],
        ["/from/{Authority}/adoption/{Id}"] = [$"{Barcelona}adoption/01JDEMAD0PBARCA00000000001"],
        ["/from/{Authority}/collection/{Id}"] = [$"{Barcelona}collection/01JDEMSET0BARCA00000000001"],
        ["/from/{Authority}/concept/{Id}"] = [$"{Barcelona}concept/01JDEMCNCPBARCA00000000001"],
        ["/from/{Authority}/decision/{Id}"] = [$"{SidiBouzid}decision/01JDEMDEC1SBZDA00000000001"],
        ["/from/{Authority}/note/{Id}"] = [$"{Barcelona}note/01JDEMNTE0BARCA00000000001", $"{SidiBouzid}note/01JDEMNTE0SBZDA00000000001"],
        ["/from/{Authority}/practice/{Id}/lineage"] = [Rounds + "/lineage", Adapted + "/lineage"],
        ["/from/{Authority}/practice/{Id}/versions"] = [Rounds + "/versions"],
        ["/from/{Authority}/practice/{Of}/adapt"] = [Rounds + "/adapt"],
        ["/from/{Authority}/practice/{Of}/collect"] = [Rounds + "/collect"],
        ["/from/{Authority}/practice/{Of}/review"] = [Rounds + "/review"],
        ["/from/{Authority}/practice/{Of}/talk"] = [Rounds + "/talk"],
        ["/from/{Authority}/practice/{Of}/translate/{Language}"] = [Rounds + "/translate/it"],
        ["/from/{Authority}/practice/{Of}/try"] = [Rounds + "/try"],
        ["/from/{Authority}/review/{Id}"] = [$"{Barcelona}review/01JDEMREVWBARCA00000000001", $"{SidiBouzid}review/01JDEMREVWSBZDA00000000001"],
        ["/from/{Authority}/translation/{Id}"] = [$"{Barcelona}translation/01JDEMTRANBARCA00000000002", $"{Barcelona}translation/01JDEMTRANBARCA00000000001"],
        ["/note/{Id}"] = [Note],
        ["/note/{Id}/edit"] = [Note + "/edit"],
        ["/practice/{Id}/lineage"] = [Desk + "/lineage"],
        ["/practice/{Id}/translate/{Language}"] = [Desk + "/translate/fr", Desk + "/translate/it"],
        ["/practice/{Id}/versions"] = [Desk + "/versions"],
        ["/practice/{Of}/adapt"] = [Desk + "/adapt"],
        ["/practice/{Of}/collect"] = [Desk + "/collect", Desk + "/collect?in=01JDEMSET0MAHDA00000000001"],
        ["/practice/{Of}/review"] = [Desk + "/review"],
        ["/practice/{Of}/talk"] = [Desk + "/talk", $"{Desk}/talk?reply={Uri.EscapeDataString(Authority(demo.Barcelona) + "/note/01JDEMNTE0BARCA00000000001")}"],
        ["/practices/collections"] = ["practices/collections", "practices/collections?q=xylophone"],
        ["/practice/{Of}/try"] = [Desk + "/try"],
        ["/review/{Id}"] = [Review],
        ["/review/{Id}/edit"] = [Review + "/edit"],
        ["/translation/{Id}"] = [Translation],
        ["/translation/{Id}/edit"] = [Translation + "/edit"],
    };

    private string SidiBouzid => $"from/{Authority(demo.SidiBouzid)}/";

    private string Barcelona => $"from/{Authority(demo.Barcelona)}/";

    /// <summary>Waits until Mahdia has heard of all that the others said.</summary>
    public async Task ArrivedAsync(Person visitor)
    {
        foreach (var path in Pages.Where(page => page.Key.StartsWith("/from/", StringComparison.Ordinal) && page.Key.EndsWith("/{Id}", StringComparison.Ordinal)).SelectMany(page => page.Value).Append(Adapted))
        {
            await Eventually.TrueAsync(async () => (await visitor.OpenAsync(path))!.Status == 200, $"{path} has not arrived.", TimeSpan.FromMinutes(1));
        }
    }

    private static string Authority(string origin) => new Uri(origin).Authority;
}
