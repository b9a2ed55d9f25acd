using Citess.Poles.Kernel.Culture;
using Citess.Poles.Kernel.Records.Pages;
using Citess.Poles.Kernel.Vocabularies;
using Citess.Poles.Profile;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Citess.Poles.Exchange;

/// <summary>The page on which an offer or a want is written: where the pole is, in its language, for half a year.</summary>
public abstract class ProposalEditPage<TContent, TForm> : RecordEditPage<TContent, TForm>
    where TContent : Proposal, new()
    where TForm : ProposalForm<TContent>, new()
{
    [Inject]
    public Profiles Profiles { get; set; } = default!;

    [Inject]
    public ConceptDesk Topics { get; set; } = default!;

    protected override Task BringAsync() => Form!.Concepts.ResolveAsync(Topics, Http.User, "Concepts");

    protected override TContent Blank() => new()
    {
        Until = Proposal.LastDay(Clock.GetUtcNow()),
        Languages = [.. Languages.All.Select(language => language.Code).Where(code => code == SourceLanguage)],
    };

    protected override async Task OnInitializedAsync()
    {
        await base.OnInitializedAsync();
        if (IsNew && HttpMethods.IsGet(Http.Request.Method) && await Profiles.ReadAsync() is { } profile)
        {
            Form!.Territory = profile.Content.Territory;
        }
    }
}
