using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Citess.Poles.Collaborations;
using Citess.Poles.Collaborations.Documents;
using Citess.Poles.Collaborations.Log;
using Citess.Poles.Collaborations.Pages;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Blobs;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Tests.Cast;
using Citess.Poles.Tests.Collaborations.Log;
using Citess.Poles.Tests.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Citess.Poles.Tests.Collaborations.Pages;

/// <summary>Parts of the page of a collaboration, as Mahdia sees them.</summary>
public sealed partial class CollaborationPartsTests : IDisposable
{
    private const string Pdf = "application/pdf";

    private readonly Trio trio = new();
    private readonly Pole pole = new(new("https://mahdia.example"), Pole.Fresh(Mahdia.Clock) with { PoleId = "01JZ0000000000000000000000" });

    public void Dispose()
    {
        pole.Dispose();
        trio.Dispose();
    }

    [Fact]
    public async Task A_document_with_two_files_is_shown_with_both_and_removed_once_and_each_button_has_its_own_name()
    {
        TwoFiles("Plan", 1);
        TwoFiles("Budget", 3);
        var html = await ShowAsync<DocumentsPart>();
        Assert.Equal(4, Regex.Count(html, "<li class=\"card\">"));
        Assert.Equal(["Remove · Budget", "Remove · Plan"], Buttons(html, "Remove"));
        Assert.Equal(Forms(html).Distinct(StringComparer.Ordinal), Forms(html));

        var choices = await ShowAsync<ConflictsPart>();
        Assert.Equal(Forms(choices).Distinct(StringComparer.Ordinal), Forms(choices));
        var buttons = Buttons(choices, "Keep");
        Assert.Equal(4, buttons.Distinct(StringComparer.Ordinal).Count());
        Assert.Contains(buttons, button => button.Contains("barcelona.example · Plan · 1 March 2027", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_a_document_that_was_removed_nothing_is_to_be_chosen()
    {
        var made = TwoFiles("Plan", 1);
        Assert.Contains("Plan", await ShowAsync<ConflictsPart>(), StringComparison.Ordinal);
        Assert.Single(trio.Mahdia.State.Conflicts);
        trio.Mahdia.Say(EventTypes.Document, new { of = made, status = "removed" });
        Assert.DoesNotContain("<section", await ShowAsync<ConflictsPart>(), StringComparison.Ordinal);
        Assert.Empty(trio.Mahdia.State.Conflicts);
    }

    [Fact]
    public async Task A_decision_is_proposed_only_when_more_of_the_partners_want_it_than_anything_else()
    {
        var question = trio.Mahdia.Say(EventTypes.Propose, new { title = "Où ?", options = new[] { "Mahdia", "Barcelone" } }).Hash;
        trio.Meet();
        trio.Barcelona.Say(EventTypes.Vote, new { of = question, option = "Barcelone" });
        trio.Meet();
        Assert.Equal("Barcelone", await ProposedAsync());
        trio.Mahdia.Say(EventTypes.Vote, new { of = question, option = "Mahdia" });
        trio.Meet();
        Assert.Equal("", await ProposedAsync());
        trio.Barcelona.Say(EventTypes.Leave, new { });
        trio.Meet();
        Assert.Equal("Mahdia", await ProposedAsync());
    }

    /// <summary>Barcelona and Sidi Bouzid each brought a file for it, without knowing of the other's.</summary>
    private string TwoFiles(string title, int blob)
    {
        var made = trio.Mahdia.Say(EventTypes.Document, new { title, blob = Blob(1000 + blob), mediaType = Pdf }).Hash;
        trio.Meet();
        trio.Barcelona.Say(EventTypes.Document, new { of = made, blob = Blob(blob), mediaType = Pdf });
        trio.SidiBouzid.Say(EventTypes.Document, new { of = made, blob = Blob(blob + 1), mediaType = Pdf });
        trio.Meet();
        return made;
    }

    private async Task<string> ProposedAsync()
    {
        var html = await ShowAsync<QuestionsPart>();
        var decision = html[html.IndexOf("decide-", StringComparison.Ordinal)..];
        return Selected().Match(decision[..decision.IndexOf("</select>", StringComparison.Ordinal)]).Groups["it"].Value;
    }

    private async Task<string> ShowAsync<TPart>()
        where TPart : IComponent
    {
        var held = new HeldCollaboration(
            trio.Mahdia.Log, trio.Mahdia.Held.ToImmutableDictionary(StringComparer.Ordinal), trio.Mahdia.Held.Keys.ToImmutableDictionary(hash => hash, _ => Voice.Day, StringComparer.Ordinal), [], 1);
        var view = await CollaborationView.OfAsync(held, pole, new Addresses(), Mahdia.Amira);
        await using var rendering = new Rendering("en", configure: services => services
            .AddSingleton(TimeProvider.System)
            .AddSingleton(new CollaborationDesk(null!, null!, null!))
            .AddSingleton(new BlobDesk(null!, TimeProvider.System))
            .AddSingleton<ICollaborationFiles>(new Files())
            .AddSingleton<AntiforgeryStateProvider>(new NoToken())
            .AddCascadingValue<HttpContext>(_ => new DefaultHttpContext { User = Mahdia.Amira }));
        return await rendering.Of<TPart>(("View", view));
    }

    private static List<string> Forms(string html) => [.. FormIds().Matches(html).Select(match => match.Groups["it"].Value)];

    private static List<string> Buttons(string html, string word) =>
        [.. ButtonTexts().Matches(html).Select(match => Spaces().Replace(Tags().Replace(match.Groups["it"].Value, ""), " ").Trim()).Where(text => text.StartsWith(word, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static string Blob(int number) => number.ToString("x64", CultureInfo.InvariantCulture);

    [GeneratedRegex("name=\"(?<it>[^\"]+)\\.ulid\"")]
    private static partial Regex FormIds();

    [GeneratedRegex("<button[^>]*>(?<it>.*?)</button>", RegexOptions.Singleline)]
    private static partial Regex ButtonTexts();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();

    [GeneratedRegex("\\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("<option value=\"(?<it>[^\"]*)\" selected")]
    private static partial Regex Selected();

    private sealed class Addresses : IPoleNames
    {
        public Task<Shown> OfAsync(string authority) => Task.FromResult(new Shown(authority.Length == 0 ? "Mahdia" : authority, "en", IsSource: true, IsOutdated: false, Making.Human));
    }

    private sealed class NoToken : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => null;
    }

    /// <summary>All files are here.</summary>
    private sealed class Files : ICollaborationFiles
    {
        public Task<IReadOnlyList<string>> NamingAsync(string hash, CancellationToken stop = default) => Task.FromResult<IReadOnlyList<string>>([]);

        public Task<IReadOnlyList<string>> WantingAsync(CancellationToken stop = default) => Task.FromResult<IReadOnlyList<string>>([]);

        public Task<IReadOnlyList<NamedFile>> WantedAsync(string collaboration, CancellationToken stop = default) => Task.FromResult<IReadOnlyList<NamedFile>>([]);

        public Task<bool> KeepAsync(string collaboration, Citess.Poles.Kernel.Blobs.Blob blob, CancellationToken stop = default) => Task.FromResult(false);

        public Task<IReadOnlyDictionary<string, int>> SizesAsync(string collaboration, CancellationToken stop = default) =>
            Task.FromResult<IReadOnlyDictionary<string, int>>(Enumerable.Range(1, 9).ToDictionary(CollaborationPartsTests.Blob, _ => 5000, StringComparer.Ordinal));
    }
}
