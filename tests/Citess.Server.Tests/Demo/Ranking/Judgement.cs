using System.Text.Json;
using Citess.Poles.Kernel;
using Citess.Poles.Practices;

namespace Citess.Server.Tests.Demo.Ranking;

/// <summary>What people ask for, in six languages, and the practices that they should find; by hand, and before any tuning.</summary>
/// <param name="Language">In which it is asked.</param>
/// <param name="Query">As it is typed.</param>
/// <param name="Relevant">Names of the practices: of the demo by their class, of the few others by their id.</param>
public sealed record Judgement(string Language, string Query, IReadOnlyList<string> Relevant)
{
    private static readonly JsonElement File = Read();

    public static IReadOnlyList<Judgement> All { get; } = [.. File.GetProperty("queries").EnumerateArray().Select(each => each.Deserialize<Judgement>(JsonSerializerOptions.Web)!)];

    /// <summary>The practices beside those of the demo, which has none in English and Italian.</summary>
    public static IReadOnlyDictionary<string, Practice> Others { get; } = File.GetProperty("practices").EnumerateArray().ToDictionary(each => each.GetProperty("id").GetString()!, Practice, StringComparer.Ordinal);

    private static Practice Practice(JsonElement each)
    {
        var language = each.GetProperty("language").GetString()!;
        MultilingualText In(string name) => MultilingualText.Of(language, each.GetProperty(name).GetString()!);
        return new()
        {
            Title = In("title"),
            Line = In("line"),
            Body = In("body"),
            Sectors = [.. Words("sectors")],
            Sdgs = [.. Words("sdgs")],
            Beneficiaries = [.. Words("beneficiaries")],
            Conditions = [.. Words("determinants").Select(code => new PracticeCondition { Determinant = code, IsRequired = true })],
            Territory = each.GetProperty("territory").GetString()!,
            Status = PracticeStatus.Running,
        };

        IEnumerable<string> Words(string name) => each.GetProperty(name).EnumerateArray().Select(word => word.GetString()!);
    }

    private static JsonElement Read()
    {
        using var stream = typeof(Judgement).Assembly.GetManifestResourceStream("Judgements.json")!;
        return JsonSerializer.Deserialize<JsonElement>(stream);
    }
}
