using Citess.Poles.Kernel.Records.Pages;

namespace Citess.Poles.Practices.Writing;

/// <summary>Who made it, who paid for it, on what terms it may be used, and whom to ask.</summary>
public sealed class RightsForm : PracticePartForm
{
    public string? Licence { get; set; }

    public string? Credit { get; set; }

    public TextForm FunderNotice { get; set => field = value ?? new(); } = new();

    public string? Contact { get; set; }

    protected override void Read(Practice content) => (Licence, Credit, FunderNotice, Contact) = (content.Licence, content.Credit, Text(content.FunderNotice), content.Contact);

    protected override Practice Write(Practice held, string by) => held with
    {
        Licence = Typed(Licence) is { Length: > 0 } licence ? licence : Practice.DefaultLicence,
        Credit = Typed(Credit),
        FunderNotice = FunderNotice.ToText(held.FunderNotice, by),
        Contact = Typed(Contact),
    };
}
