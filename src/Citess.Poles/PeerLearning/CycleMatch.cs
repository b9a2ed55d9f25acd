using System.Collections.Immutable;
using Citess.Poles.Collaborations.Log;
using Citess.Poles.Exchange.Fitting;
using Citess.Poles.Kernel.Vocabularies;
using Citess.Poles.Matching;
using Citess.Poles.Matching.Groups;

namespace Citess.Poles.PeerLearning;

/// <summary>
/// Groups out of what stands in the log of a cycle, and of nothing else: whoever holds the same log is proposed the same, and
/// reads the same reasons.
/// </summary>
public sealed class CycleMatch
{
    /// <summary>The same everywhere, so that lots fall the same everywhere.</summary>
    private const ulong Seed = 20210722;

    /// <summary>How many an offer can help in one cycle.</summary>
    private const int Places = 4;

    private readonly PoleTable table;

    private CycleMatch(PoleTable table) => this.table = table;

    /// <summary>What each wants is its need; a challenge is a little one of all.</summary>
    public static CycleMatch Of(Cycle cycle)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        var said = cycle.State.Events.ToDictionary(each => each.Event.Hash, each => DateOnly.FromDateTime(each.Event.Said.Time.UtcDateTime), StringComparer.Ordinal);
        var voices = cycle.Joined.ToDictionary(each => each.Id, each => LanguagesOf(cycle, each), StringComparer.Ordinal);
        List<Thing> offers = [.. cycle.Of(CycleTypes.Offer).Where(thing => voices.ContainsKey(thing.Speaker))];
        List<Thing> wants = [.. cycle.Of(CycleTypes.Want).Where(thing => voices.ContainsKey(thing.Speaker))];
        List<Thing> challenges = [.. cycle.Of(CycleTypes.Challenge)];
        var today = offers.Concat(wants).Concat(challenges).Select(thing => said[thing.Id]).DefaultIfEmpty().Max();
        return new(new(
            BuiltGraph.Graph,
            today,
            cycle.Joined.Select(each => new PoleFacts { Id = each.Id, Territory = each.Territory, Longitude = (int)Math.Round(Territories.Find(each.Territory)?.Longitude ?? 0), Languages = voices[each.Id] }),
            [.. wants.Select(thing => Need(thing, thing.Speaker, voices, Urgency.Urgent)), .. challenges.SelectMany(thing => voices.Keys.Select(voice => Need(thing, voice, voices, Urgency.Whenever)))],
            offers.Select(thing => new Offering { Id = thing.Id, Pole = thing.Speaker, Concepts = ConceptsOf(thing), Languages = voices[thing.Speaker], Confirmed = said[thing.Id], Places = Places })));
    }

    /// <summary>Up to three ways that really differ, the best first.</summary>
    public ImmutableArray<GroupProposal> Propose() => Grouping.Propose(table, Seed);

    /// <summary>What these groups mean: who can help whom, what stays uncovered, and what would change if somebody declined.</summary>
    public GroupProposal Read(IEnumerable<IEnumerable<string>> groups) => Grouping.Read(table, groups);

    /// <summary>Why an offer is good for a want; null when it is not.</summary>
    public Match? Explain(Help help)
    {
        ArgumentNullException.ThrowIfNull(help);
        return table.Explain(help.Need, help.Offering);
    }

    /// <summary>The want or the challenge that a need was made of.</summary>
    public static string ThingOf(string need)
    {
        ArgumentNullException.ThrowIfNull(need);
        return need.Split(' ')[0];
    }

    /// <summary>Whose need it is.</summary>
    public static string VoiceOf(string need)
    {
        ArgumentNullException.ThrowIfNull(need);
        return need.Split(' ')[^1];
    }

    private static Need Need(Thing thing, string voice, Dictionary<string, ImmutableArray<string>> voices, Urgency urgency) =>
        new() { Id = $"{thing.Id} {voice}", Pole = voice, Concepts = ConceptsOf(thing), Languages = voices[voice], Urgency = urgency };

    private static ImmutableArray<string> ConceptsOf(Thing thing) => [.. thing["concepts"].Split('\n', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>Of whoever did not say: the language of the cycle, and those that it wrote in.</summary>
    private static ImmutableArray<string> LanguagesOf(Cycle cycle, Voice voice) => !voice.Languages.IsEmpty ? voice.Languages
        : [.. cycle.State.Things.Where(thing => thing.Speaker == voice.Id).Select(thing => thing["language"]).Where(language => language.Length > 0).Append(cycle.State.Language).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
