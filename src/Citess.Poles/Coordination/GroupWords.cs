using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Kernel.Texts;

namespace Citess.Poles.Coordination;

/// <summary>A group in the words of the reader; the page and its file say the same.</summary>
/// <param name="Health">How it goes.</param>
/// <param name="Members">Their names, in the order of the group.</param>
/// <param name="Stage">How far it is.</param>
/// <param name="Waits">What it waits for, and whose turn it is.</param>
public sealed record ShownGroup(GroupHealth Health, IReadOnlyList<string> Members, string Stage, string Waits);

/// <summary>Says of groups how they go. The name of each pole is looked up once.</summary>
internal sealed class GroupWords(Text words, IPoleNames poles, Pole pole)
{
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);

    public async Task<ShownGroup> OfAsync(GroupHealth health)
    {
        var (group, members) = (health.Group, new List<string>());
        foreach (var member in group.Members)
        {
            members.Add(await NameAsync(health, member));
        }

        var named = string.Join(words["kit.comma"], members.Where((_, place) => health.Stage == GroupStage.Declined ? group.WordOf(group.Members[place]) == false
            : health.Stage == GroupStage.Gone && health.Cycle.VoiceOf(group.Members[place])?.Taking is not (Collaborations.Log.Taking.Joined or Collaborations.Log.Taking.Invited)));
        return new(
            health,
            members,
            health.Stage == GroupStage.Asked ? words["coordination.stage.asked", health.Agreed, group.Members.Length] : words["coordination.stage." + health.Stage.Word(), named],
            words["coordination.turn." + health.Wait.Word(), await NamesAsync(health)]);
    }

    private async Task<string> NamesAsync(GroupHealth health)
    {
        var found = new List<string>();
        foreach (var voice in health.On)
        {
            found.Add(await NameAsync(health, voice));
        }

        return string.Join(words["kit.comma"], found);
    }

    /// <summary>Of a pole, or of a guest with the pole that signs for it.</summary>
    private async Task<string> NameAsync(GroupHealth health, string voice) => health.Cycle.VoiceOf(voice) is { Name: { } name } guest ? words["cycle.through", name, await PoleAsync(guest.At)] : await PoleAsync(voice);

    private async Task<string> PoleAsync(string actor) => names.TryGetValue(actor, out var known) ? known
        : names[actor] = (await poles.OfAsync(actor == pole.ActorAddress ? "" : new Uri(actor).Authority)).Text;
}
