using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Kernel.Records;

namespace Citess.Poles.Calls;

/// <summary>A call is a <c>Page</c>: any reader shows its name, what it says and its rules in words; our terms carry them to be reckoned with.</summary>
public sealed class CallKind(Prose prose, Kernel.Texts.Text words, Pole pole) : RecordKind<Call>
{
    public const string Kind = "call";

    /// <summary>Facts of a listed call: its deadline as an instant, and by which clocks it was set.</summary>
    public const string Deadline = "deadline";

    /// <inheritdoc cref="Deadline"/>
    public const string Zone = "timeZone";

    private const string DateForm = "yyyy-MM-dd";

    public override string Name => Kind;

    public override IEnumerable<FieldProblem> Check(Call content) => CallChecks.Of(content);

    public override JsonElement Write(Call content, Frame frame) => Ap.WriteDocument(
        new Told(content.Title, content.Line, content.About) { Story = CallStory.Of(content, words) }.Into(
            frame.Open("Page"),
            prose,
            [
                ("programme", content.Programme),
                ("funder", content.Funder),
                ("website", content.Website),
                ("deadline", State.CallDeadline.EndOf(content) is { } at ? at.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture) : null),
                ("timeZone", content.TimeZone),
                ("status", content.Status.Word()),
                ("statusDate", content.StatusOn?.ToString(DateForm, CultureInfo.InvariantCulture)),
                ("statusNote", content.StatusNote.ToMap()),
                .. CallTerms.Of(content.Rules, pole),
            ]));

    public override Call? Read(ApObject document)
    {
        if (document.Type != "Page")
        {
            return null;
        }

        var told = Told.In(document);
        return new()
        {
            Title = told.Name,
            Line = told.Line,
            About = told.Markdown,
            Programme = Terms.Word(document, "programme"),
            Funder = Terms.Word(document, "funder"),
            Website = Terms.Word(document, "website"),

            // The clocks of the call, not ours: what stands before the offset.
            Deadline = Terms.Word(document, "deadline") is { Length: > 16 } deadline ? deadline[..16] : "",
            TimeZone = Terms.Word(document, "timeZone"),
            Rules = CallTerms.In(document),

            // A word that we do not know is no call that still waits for partners.
            Status = EnumWords.Choice<CallStatus>(Terms.Word(document, "status")) ?? CallStatus.GivenUp,
            StatusOn = DateOnly.TryParseExact(Terms.Word(document, "statusDate"), DateForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null,
            StatusNote = Terms.Text(document, "statusNote"),
        };
    }

    public override CatalogueEntry Describe(Call content, CatalogueEntry blank) => blank with
    {
        Name = content.Title,
        Summary = content.Line,
        Text = Prose.Words(string.Join('\n', content.About.Texts.Values.Select(each => each.Text).Append(content.Programme).Append(content.Funder))),
        Languages = [.. content.Title.Texts.Keys],
        Status = content.Status.Word(),
        Facts = Facts(content),
    };

    public override IRecordGrain<Call> Grain(IGrainFactory grains, RecordKey key) => grains.GetGrain<ICallGrain>(key.ToString());

    private static ImmutableSortedDictionary<string, string> Facts(Call content) => State.CallDeadline.EndOf(content) is { } at
        ? ImmutableSortedDictionary<string, string>.Empty.Add(Deadline, at.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)).Add(Zone, content.TimeZone)
        : ImmutableSortedDictionary<string, string>.Empty;
}
