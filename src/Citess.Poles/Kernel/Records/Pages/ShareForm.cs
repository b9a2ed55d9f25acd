namespace Citess.Poles.Kernel.Records.Pages;

/// <summary>Who may see a record, as the small form on its page sends it.</summary>
public sealed class ShareForm
{
    public int Revision { get; set; }

    public AudienceChoice Audience { get; set; }

    public List<string> Partners { get; set => field = value ?? []; } = [];
}
