using System.Text.Json;
using System.Text.RegularExpressions;
using Citess.Poles.Accounts;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Tests.Kernel;
using Xunit;

namespace Citess.Poles.Tests.Accounts;

/// <summary>Words whose keys are put together while the page runs, where no search of the source finds them missing.</summary>
public sealed partial class WordsTests
{
    private static readonly HashSet<string> Keys = [.. Repository.SourceFiles("*.texts.json")
        .SelectMany(file => JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(file)).EnumerateObject().Select(member => member.Name))];

    [Fact]
    public void Every_role_has_a_name_and_says_what_it_may() =>
        Assert.All(Roles.All, role => Assert.Superset(new HashSet<string> { "accounts.role." + role, $"accounts.role.{role}.hint" }, Keys));

    [Fact]
    public void Every_state_of_an_invitation_has_words()
    {
        Assert.All(Enum.GetNames<InvitationState>().Where(state => state != nameof(InvitationState.Open)), state => Assert.Contains("accounts.invitation." + state.ToLowerInvariant(), Keys));
        Assert.All(Enum.GetNames<InvitationState>().Where(state => state != nameof(InvitationState.Unknown)), state => Assert.Contains("accounts.invitation.state." + state.ToLowerInvariant(), Keys));
    }

    [Fact]
    public void Everything_done_and_every_problem_has_a_sentence()
    {
        var named = Repository.SourceFiles("*.cs").Concat(Repository.SourceFiles("*.razor")).Where(file => file.Contains("/Accounts/", StringComparison.Ordinal)).Select(File.ReadAllText).ToList();
        var problems = named.SelectMany(text => Problem().Matches(text).Select(match => match.Groups["key"].Value)).ToHashSet(StringComparer.Ordinal);
        Assert.True(problems.Count > 10);
        Assert.Empty(problems.Except(Keys, StringComparer.Ordinal));

        var done = named.SelectMany(text => Done().Matches(text).Select(match => "accounts.people.done." + match.Groups["done"].Value)).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(5, done.Count);
        Assert.Empty(done.Except(Keys, StringComparer.Ordinal));
    }

    [GeneratedRegex("\"(?<key>(accounts|kernel)\\.[a-zA-Z.]+[a-zA-Z])\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Problem();

    [GeneratedRegex("DoAsync\\(http, \"(?<done>[a-z]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Done();
}
