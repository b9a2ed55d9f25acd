using System.Collections.Immutable;
using System.Globalization;
using System.Security.Claims;
using System.Text.Json;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Directory;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Kernel.Vocabularies;

namespace Citess.Poles.Services;

/// <summary>A service is a <c>Page</c>: any reader shows its name and what it says; our terms carry the names of HSDS 3.</summary>
public sealed class ServiceKind(Prose prose) : RecordKind<Service>
{
    public const string Kind = "service";
    private const string DateForm = "yyyy-MM-dd";

    public override string Name => Kind;

    public override IEnumerable<FieldProblem> Check(Service content) =>
    [
        .. Kernel.Check.Text("Name", content.Name, Service.MaxName, isNeeded: true),
        .. Kernel.Check.Text("Line", content.Line, Service.MaxLine, isNeeded: false),
        .. Kernel.Check.Text("About", content.About, Service.MaxAbout, isNeeded: false),
        .. Kernel.Check.Text("Eligibility", content.Eligibility, Service.MaxNote, isNeeded: false),
        .. Kernel.Check.Text("Application", content.Application, Service.MaxNote, isNeeded: false),
        .. Kernel.Check.Text("Fees", content.Fees, Service.MaxNote, isNeeded: false),
        .. Kernel.Check.Text("WaitTime", content.WaitTime, Service.MaxNote, isNeeded: false),
        .. Kernel.Check.List("Status", [content.Status.Word()], 1, word => EnumWords.Choice<ServiceStatus>(word) is not null),
        .. Kernel.Check.List("Provider", [content.Provider], 1, key => key.Length == 0 || IsActor(key)),
        .. Kernel.Check.Text("ProviderName", content.ProviderName, Service.MaxProviderName),
        .. Kernel.Check.List("Stages", [.. content.Stages.Select(stage => stage.Word())], 5, word => EnumWords.Choice<Stage>(word) is not null),
        .. Kernel.Check.List("Languages", content.Languages, 20, Kernel.Check.IsLanguage),
        .. Kernel.Check.List("Sectors", content.Sectors, 21, Concepts.Sectors.HasCode),
        .. Kernel.Check.List("Territory", [content.Territory], 1, Kernel.Check.IsTerritory),
        .. Kernel.Check.Web("Website", content.Website),
        .. Kernel.Check.Telephone("Telephone", content.Telephone),
    ];

    public override Service Shown(Service content, ClaimsPrincipal who) =>
        who.Identity?.IsAuthenticated == true ? content : content with { AssuredBy = "" };

    public override JsonElement Write(Service content, Frame frame) => Ap.WriteDocument(new Told(content.Name, content.Line, content.About).Into(
        frame.Open("Page"),
        prose,
        ("eligibilityDescription", content.Eligibility.ToMap()),
        ("applicationProcess", content.Application.ToMap()),
        ("feesDescription", content.Fees.ToMap()),
        ("waitTime", content.WaitTime.ToMap()),
        ("status", Hsds(content.Status)),
        ("provider", content.Provider.Length == 0 ? null : frame.Pole.Address(RecordKey.Parse(content.Provider))),
        ("providerName", content.ProviderName),
        ("stages", content.Stages.Select(stage => stage.Word())),
        ("languages", content.Languages),
        ("sectors", content.Sectors.Select(code => Concepts.Sectors.Find(code)!.Uri)),
        ("territory", content.Territory),
        ("website", content.Website),
        ("telephone", content.Telephone),
        ("assuredDate", content.AssuredOn?.ToString(DateForm, CultureInfo.InvariantCulture))));

    public override Service? Read(ApObject document)
    {
        if (document.Type != "Page")
        {
            return null;
        }

        var told = Told.In(document);
        return new()
        {
            Name = told.Name,
            Line = told.Line,
            About = told.Markdown,
            Eligibility = Terms.Text(document, "eligibilityDescription"),
            Application = Terms.Text(document, "applicationProcess"),
            Fees = Terms.Text(document, "feesDescription"),
            WaitTime = Terms.Text(document, "waitTime"),

            // A word that we do not know is no promise that anybody is there.
            Status = Enum.GetValues<ServiceStatus>().Cast<ServiceStatus?>().FirstOrDefault(status => Hsds(status!.Value) == Terms.Word(document, "status")) ?? ServiceStatus.Inactive,
            Provider = ProviderIn(document),
            ProviderName = Terms.Word(document, "providerName"),
            Stages = [.. Terms.Words(document, "stages").Select(EnumWords.Choice<Stage>).OfType<Stage>()],
            Languages = [.. Terms.Words(document, "languages")],
            Sectors = [.. Terms.Words(document, "sectors").Select(uri => Concepts.Sectors.Find(uri)?.Code).OfType<string>()],
            Territory = Terms.Word(document, "territory"),
            Website = Terms.Word(document, "website"),
            Telephone = Terms.Word(document, "telephone"),
            AssuredOn = DateOnly.TryParseExact(Terms.Word(document, "assuredDate"), DateForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null,
        };
    }

    public override CatalogueEntry Describe(Service content, CatalogueEntry blank) => blank with
    {
        Name = content.Name,
        Summary = content.Line,
        Text = Prose.Words(string.Join('\n', new[] { content.About, content.Eligibility, content.Application }.SelectMany(text => text.Texts.Values).Select(each => each.Text).Append(content.ProviderName))),

        // Who looks for a service in Arabic wants to be spoken to in Arabic; its text may be written in another language.
        Languages = content.Languages.IsEmpty ? [.. content.Name.Texts.Keys] : content.Languages,
        Sectors = content.Sectors,
        Territory = content.Territory,
        Status = content.Status.Word(),
        Facts = Facts(content),
    };

    public override Service Complete(Service recovered, Service held) => recovered with { AssuredBy = held.AssuredBy };

    public override IRecordGrain<Service> Grain(IGrainFactory grains, RecordKey key) => grains.GetGrain<IServiceGrain>(key.ToString());

    private static string Hsds(ServiceStatus status) => status == ServiceStatus.TemporarilyClosed ? "temporarily closed" : status.Word();

    /// <summary>The provider's key, only of the pole that speaks: nobody names another pole's actors as givers of a service.</summary>
    private static string ProviderIn(ApObject document) =>
        Uri.TryCreate(document.Id, UriKind.Absolute, out var id)
        && Terms.Word(document, "provider") is var provider && provider.StartsWith(id.GetLeftPart(UriPartial.Authority) + "/", StringComparison.Ordinal)
        && IsActor(provider[(id.GetLeftPart(UriPartial.Authority).Length + 1)..])
            ? provider[(id.GetLeftPart(UriPartial.Authority).Length + 1)..]
            : "";

    private static bool IsActor(string key) =>
        RecordKey.TryParse(key, out var parsed) && parsed.Kind == SseActorKind.Kind && RecordKey.TryRecord(parsed.Kind, parsed.Id, out _);

    private static ImmutableSortedDictionary<string, string> Facts(Service content) => new (string Name, string Word)[]
    {
        ("stages", string.Join(' ', content.Stages.Select(stage => stage.Word()))),
        ("provider", content.Provider),
        ("providerName", content.ProviderName),
        ("telephone", content.Telephone),
    }.Where(fact => fact.Word.Length > 0).ToImmutableSortedDictionary(fact => fact.Name, fact => fact.Word, StringComparer.Ordinal);
}
