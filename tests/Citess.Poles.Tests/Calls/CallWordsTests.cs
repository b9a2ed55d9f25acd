using System.Text.Json;
using System.Text.RegularExpressions;
using Citess.Poles.Calls;
using Citess.Poles.Calls.Partners;
using Citess.Poles.Calls.State;
using Citess.Poles.Kernel.Culture;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Kernel.Vocabularies;
using Citess.Poles.Tests.Kernel;
using Xunit;

namespace Citess.Poles.Tests.Calls;

/// <summary>Words whose keys are put together while the page runs, where no search of the source finds them missing.</summary>
public sealed partial class CallWordsTests
{
    private static readonly HashSet<string> s_keys = [.. Repository.SourceFiles("*.texts.json")
        .SelectMany(file => JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(file)).EnumerateObject().Select(member => member.Name))];

    [Fact]
    public void Every_state_rule_and_deed_has_words()
    {
        Assert.All(Enum.GetValues<CallStatus>(), each => Assert.Contains(CallWords.Key(each), s_keys));
        Assert.All(Enum.GetValues<CandidateStanding>(), each => Assert.Contains(CallWords.Key(each), s_keys));
        Assert.All(Enum.GetValues<CallRule>(), each => Assert.Contains(CallWords.Key(each), s_keys));
        Assert.All(Enum.GetValues<SheetDeed>(), each => Assert.Contains("calls.guest.done." + each.Word(), s_keys));
    }

    [Fact]
    public void Every_role_has_a_label_in_six_languages_and_words_to_count_it()
    {
        Assert.NotEmpty(Concepts.PartnerRoles.All);
        Assert.All(Concepts.PartnerRoles.All, role =>
        {
            Assert.Equal(Languages.All.Select(language => language.Code), role.Labels.Keys);
            Assert.Contains("calls.role." + role.Code, s_keys);
        });
    }

    [Fact]
    public void Every_problem_has_a_sentence()
    {
        var named = Repository.SourceFiles("*.cs").Where(file => file.Contains("/Calls/", StringComparison.Ordinal)).SelectMany(file => Problem().Matches(File.ReadAllText(file))).Select(match => match.Groups["key"].Value).ToHashSet(StringComparer.Ordinal);
        Assert.True(named.Count > 6);
        Assert.Empty(named.Except(s_keys, StringComparer.Ordinal));
    }

    [Fact]
    public void Every_zone_that_a_form_offers_is_one() => Assert.All(CallWords.Zones, zone => Assert.NotNull(CallDeadline.Zone(zone)));

    [GeneratedRegex("\"(?<key>(calls|kernel|directory)\\.check\\.[a-zA-Z.]+[a-zA-Z])\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Problem();
}
