using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Contributions;
using Citess.Poles.Kernel.Ledger;
using Citess.Poles.Kernel.Records;
using Citess.Poles.Kernel.Records.Pages;
using Microsoft.AspNetCore.Components;

namespace Citess.Poles.Practices.Contributing;

/// <summary>The page on which something is said about a practice, ours or a partner pole's. It is for all who see the practice, unless its author says otherwise.</summary>
public abstract class ContributionEditPage<TContent, TForm> : RecordEditPage<TContent, TForm>
    where TContent : Contribution
    where TForm : ContributionForm<TContent>, new()
{
    [Inject]
    public RecordDesk<Practice> Practices { get; set; } = default!;

    [Inject]
    public References References { get; set; } = default!;

    /// <summary>Id of the practice; null where what was said before is changed.</summary>
    [Parameter]
    public string? Of { get; set; }

    /// <summary>Host of its pole; null for one of ours.</summary>
    [Parameter]
    public string? Authority { get; set; }

    /// <summary>The practice as it is now; null when it is not there.</summary>
    public RecordView<Practice>? Practice { get; private set; }

    public RecordReference About { get; private set; } = RecordReference.None;

    protected override async Task OnInitializedAsync()
    {
        var isFresh = Form is null;
        await base.OnInitializedAsync();
        About = Stored?.Content.About ?? (Of is null ? RecordReference.None : await References.FindAsync(PracticeKind.Kind, Authority, Of));
        Practice = About.IsNone ? null : About.IsOurs ? await Practices.ReadAsync(Http.User, About.Id) : await Practices.ReadAsync(Http.User, About.Authority!, About.Id);
        if (Form is null || Practice is null or { IsWithdrawn: true })
        {
            Navigation.NotFound();
            return;
        }

        (Form.About, Form.AboutName) = (About, Practice.Content.Title);
        if (isFresh)
        {
            Form.AboutRevision = Practice.Revision;
        }

        if (isFresh && IsNew && Http.User.May(Permissions.Share))
        {
            Form.Audience = Practice.Audience switch { Kernel.Audience.Public => AudienceChoice.Public, Kernel.Audience.Network => AudienceChoice.Network, _ => AudienceChoice.Own };
        }
    }
}
