using System.Globalization;
using Citess.Poles.Components;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Kernel.Records.Pages;
using Citess.Poles.Kernel.Texts;
using Citess.Poles.Kernel.Vocabularies;

namespace Citess.Poles.Services;

/// <summary>A service as its form holds it.</summary>
public sealed class ServiceForm : RecordForm<Service>
{
    public TextForm Name { get; set => field = value ?? new(); } = new();

    public TextForm Line { get; set => field = value ?? new(); } = new();

    public TextForm About { get; set => field = value ?? new(); } = new();

    public TextForm Eligibility { get; set => field = value ?? new(); } = new();

    public TextForm Application { get; set => field = value ?? new(); } = new();

    public TextForm Fees { get; set => field = value ?? new(); } = new();

    public TextForm WaitTime { get; set => field = value ?? new(); } = new();

    public ServiceStatus Status { get; set; }

    public string? Provider { get; set; }

    public string? ProviderName { get; set; }

    public List<Stage> Stages { get; set => field = value ?? []; } = [];

    public List<string> Languages { get; set => field = value ?? []; } = [];

    public List<string> Sectors { get; set => field = value ?? []; } = [];

    public string? Territory { get; set; }

    public string? Website { get; set; }

    public string? Telephone { get; set; }

    /// <summary>The day on which the form was shown, when the person says that all of it was made sure of.</summary>
    public List<string> Assured { get; set => field = value ?? []; } = [];

    public override void Fill(Service content, string source)
    {
        (Name, Line, About) = (TextForm.Of(content.Name, source), TextForm.Of(content.Line, source), TextForm.Of(content.About, source));
        (Eligibility, Application) = (TextForm.Of(content.Eligibility, source), TextForm.Of(content.Application, source));
        (Fees, WaitTime) = (TextForm.Of(content.Fees, source), TextForm.Of(content.WaitTime, source));
        (Status, Provider, ProviderName) = (content.Status, content.Provider, content.ProviderName);
        (Stages, Languages, Sectors, Territory) = ([.. content.Stages], [.. content.Languages], [.. content.Sectors], content.Territory);
        (Website, Telephone) = (content.Website, content.Telephone);
    }

    public override Service ToContent(Service? before, string by)
    {
        var held = before ?? new();
        var isAssured = DateOnly.TryParseExact(Assured.FirstOrDefault(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        return new()
        {
            Name = Name.ToText(held.Name, by),
            Line = Line.ToText(held.Line, by),
            About = About.ToText(held.About, by),
            Eligibility = Eligibility.ToText(held.Eligibility, by),
            Application = Application.ToText(held.Application, by),
            Fees = Fees.ToText(held.Fees, by),
            WaitTime = WaitTime.ToText(held.WaitTime, by),
            Status = Status,
            Provider = Provider ?? "",
            ProviderName = (ProviderName ?? "").Trim(),
            Stages = [.. Stages.Order()],
            Languages = [.. Languages],
            Sectors = [.. Sectors.Order(StringComparer.Ordinal)],
            Territory = Territory ?? "",
            Website = (Website ?? "").Trim(),
            Telephone = (Telephone ?? "").Trim(),
            AssuredOn = isAssured ? day : held.AssuredOn,
            AssuredBy = isAssured ? by : held.AssuredBy,
        };
    }

    public override IEnumerable<FieldDifference> Differences(Service theirs, Service yours, Text words) =>
    [
        .. Differ(words["services.name"], theirs.Name, yours.Name),
        .. Differ(words["services.line"], theirs.Line, yours.Line),
        .. Differ(words["services.about"], theirs.About, yours.About),
        .. Differ(words["services.eligibility"], theirs.Eligibility, yours.Eligibility),
        .. Differ(words["services.application"], theirs.Application, yours.Application),
        .. Differ(words["services.fees"], theirs.Fees, yours.Fees),
        .. Differ(words["services.waitTime"], theirs.WaitTime, yours.WaitTime),
        .. Differ(words["kernel.status"], words[StatusKey(theirs.Status)], words[StatusKey(yours.Status)]),
        .. Differ(words["services.provider"], theirs.Provider, yours.Provider),
        .. Differ(words["services.providerName"], theirs.ProviderName, yours.ProviderName),
        .. Differ(words["services.stages"], StageNames(theirs, words), StageNames(yours, words)),
        .. Differ(words["services.languages"], Spoken(theirs, words), Spoken(yours, words)),
        .. Differ(words["kernel.sector"], SectorNames(theirs), SectorNames(yours)),
        .. Differ(words["kernel.territory"], theirs.Territory, yours.Territory),
        .. Differ(words["services.website"], theirs.Website, yours.Website),
        .. Differ(words["services.telephone"], theirs.Telephone, yours.Telephone),
    ];

    public static string StatusKey(ServiceStatus status) => "services.status." + status.Word();

    public static string StageKey(Stage stage) => "services.stage." + stage.Word();

    public static string StageNames(Service service, Text words) => string.Join(words["kit.comma"], service.Stages.Select(stage => words[StageKey(stage)]));

    public static string Spoken(Service service, Text words) => string.Join(words["kit.comma"], service.Languages.Select(words.LanguageName));

    private static string SectorNames(Service service) => Concepts.Sectors.Names(service.Sectors);
}
