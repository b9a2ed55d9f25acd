using System.Globalization;
using Citess.Poles.Components;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Identity;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Citess.Poles.Kernel.Records.Pages;

/// <summary>What the small forms of a record's page send.</summary>
public sealed class TurnForm
{
    public int Revision { get; set; }

    /// <summary>True to withdraw, false to restore.</summary>
    public bool Withdraw { get; set; }
}

/// <summary>The page of one record, ours or of a partner pole.</summary>
public abstract class RecordPage<TContent> : ComponentBase
    where TContent : class
{
    [Inject]
    public RecordDesk<TContent> Desk { get; set; } = default!;

    [Inject]
    public IPoleNames Poles { get; set; } = default!;

    [Inject]
    public ICopyFreshness Freshness { get; set; } = default!;

    [Inject]
    public NavigationManager Navigation { get; set; } = default!;

    [Inject]
    public Texts.Text Words { get; set; } = default!;

    [Inject]
    public Prose Prose { get; set; } = default!;

    [CascadingParameter]
    public HttpContext Http { get; set; } = default!;

    [Parameter]
    public string Id { get; set; } = "";

    /// <summary>Authority of the partner pole; null for a record of ours.</summary>
    [Parameter]
    public string? Authority { get; set; }

    /// <summary>The revision that was just saved, for a word of thanks.</summary>
    [SupplyParameterFromQuery]
    public int? Saved { get; set; }

    [SupplyParameterFromForm]
    public TurnForm? Turn { get; set; }

    [SupplyParameterFromForm]
    public ShareForm? Share { get; set; }

    /// <summary><c>partner</c> shows a record of ours as partner poles read it.</summary>
    [SupplyParameterFromQuery]
    public string? As { get; set; }

    public RecordView<TContent>? View { get; private set; }

    public bool IsPreview => IsOurs && As == "partner";

    public Shown PoleName { get; private set; }

    /// <summary>How fresh it is, when it did not come from its own pole; else null.</summary>
    public CopyFreshness? Copy { get; private set; }

    public bool IsOurs => Authority is null;

    public bool MayEdit => IsOurs && View is not null && !IsPreview && Http.User.May(Desk.Kind.Permission(View.Reach.Extent));

    public RefusedException? Refused { get; private set; }

    /// <summary>What is wrong with the list that was sent; null when nothing is.</summary>
    public string? ShareProblem { get; private set; }

    /// <summary>Says above the page why something was not done.</summary>
    protected void Refuse(RefusedException refused) => Refused = refused;

    public MarkupString Html(string markdown) => (MarkupString)Prose.OfMarkdown(markdown);

    public async Task TurnAsync()
    {
        try
        {
            var revision = Turn!.Withdraw
                ? await Desk.WithdrawAsync(Http.User, Id, Turn.Revision)
                : await Desk.RestoreAsync(Http.User, Id, Turn.Revision);
            Navigation.NavigateTo(string.Create(CultureInfo.InvariantCulture, $"{Desk.Kind.Name}/{Id}?saved={revision}"));
        }
        catch (RefusedException refused)
        {
            Refused = refused;
        }
    }

    public async Task ShareAsync()
    {
        try
        {
            var revision = await Desk.ReachAsync(Http.User, Id, Share!.Audience.ToReach(Share.Partners), Share.Revision);
            Navigation.NavigateTo(string.Create(CultureInfo.InvariantCulture, $"{Desk.Kind.Name}/{Id}?saved={revision}"));
        }
        catch (RefusedException refused) when (!refused.Problems.IsDefaultOrEmpty)
        {
            ShareProblem = refused.Problems[0].Sentence(Words);
            Http.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        catch (RefusedException refused)
        {
            Refused = refused;
        }
    }

    protected override async Task OnInitializedAsync()
    {
        View = IsPreview ? await Desk.PreviewAsync(Http.User, Id) : Authority is null ? await Desk.ReadAsync(Http.User, Id) : await Desk.ReadAsync(Http.User, Authority, Id);
        if (View is null)
        {
            Navigation.NotFound();
            return;
        }

        PoleName = await Poles.OfAsync(Authority ?? "");
        Copy = Authority is null ? null : await Freshness.OfAsync(Authority, Http.RequestAborted);
    }
}
