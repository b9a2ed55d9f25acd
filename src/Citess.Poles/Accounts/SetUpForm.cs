using Citess.Poles.Kernel;
using Citess.Poles.Profile;

namespace Citess.Poles.Accounts;

/// <summary>The first administrator and the pole, as the page for setting up holds them.</summary>
public sealed class SetUpForm : PersonForm
{
    public string? Code { get; set; }

    public string? Name { get; set; }

    public string? Line { get; set; }

    /// <summary>Language in which name and line are written.</summary>
    public string? Source { get; set; }

    public List<string> Languages { get; set => field = value ?? []; } = [];

    public string? Territory { get; set; }

    public string? Telephone { get; set; }

    internal PoleProfile ToProfile()
    {
        var source = Kernel.Culture.Languages.Find(Source)?.Code ?? Kernel.Culture.Languages.Current.Code;
        return new()
        {
            Name = MultilingualText.Of(source, (Name ?? "").Trim()),
            Line = string.IsNullOrWhiteSpace(Line) ? MultilingualText.Empty : MultilingualText.Of(source, Line.Trim()),
            Languages = [.. Languages.Distinct(StringComparer.Ordinal)],
            Territory = Territory ?? "",
            Telephone = (Telephone ?? "").Trim(),
        };
    }
}
