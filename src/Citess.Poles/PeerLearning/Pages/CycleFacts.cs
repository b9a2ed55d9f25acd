using Citess.Poles.Profile;

namespace Citess.Poles.PeerLearning.Pages;

/// <summary>What a pole says of itself when it joins or begins a cycle: the groups are proposed by it.</summary>
internal static class CycleFacts
{
    public static Dictionary<string, object> Of(PoleProfile? profile)
    {
        var facts = new Dictionary<string, object>(StringComparer.Ordinal);
        if (profile is { Languages.Length: > 0 })
        {
            facts["languages"] = profile.Languages;
        }

        if (profile is { Territory.Length: > 0 and <= 10 })
        {
            facts["territory"] = profile.Territory;
        }

        return facts;
    }
}
