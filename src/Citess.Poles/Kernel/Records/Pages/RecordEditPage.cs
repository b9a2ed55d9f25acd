using System.Globalization;
using Citess.Poles.Components;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Kernel.Culture;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Citess.Poles.Kernel.Records.Pages;

/// <summary>
/// The page on which a record is written or changed. Whatever goes wrong, what was typed stays in the form; when somebody
/// else was faster, both versions are shown and the person decides.
/// </summary>
public abstract class RecordEditPage<TContent, TForm> : ComponentBase
    where TContent : class
    where TForm : RecordForm<TContent>, new()
{
    [Inject]
    public RecordDesk<TContent> Desk { get; set; } = default!;

    [Inject]
    public NavigationManager Navigation { get; set; } = default!;

    [Inject]
    public Texts.Text Words { get; set; } = default!;

    [Inject]
    public TimeProvider Clock { get; set; } = default!;

    [CascadingParameter]
    public HttpContext Http { get; set; } = default!;

    /// <summary>Null on the page for a new record.</summary>
    [Parameter]
    public string? Id { get; set; }

    /// <summary>Language in which a new record is written; the page's own when left out.</summary>
    [SupplyParameterFromQuery]
    public string? Source { get; set; }

    [SupplyParameterFromForm]
    public TForm? Form { get; set; }

    public IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    public IReadOnlyList<FieldDifference> Differences { get; private set; } = [];

    public RecordView<TContent>? Stored { get; private set; }

    public bool IsNew => Id is null;

    public string SourceLanguage => Languages.Find(Source ?? "")?.Code ?? Languages.Current.Code;

    /// <summary>Content from which an empty form starts.</summary>
    protected abstract TContent Blank();

    public string? Error(string field) =>
        Problems.FirstOrDefault(problem => problem.Field == field || problem.Field.StartsWith(field + ".", StringComparison.Ordinal))?.Sentence(Words);

    /// <summary>Keeps what came beside the fields, as files do; what is refused there is said as any problem is.</summary>
    protected virtual Task BringAsync() => Task.CompletedTask;

    protected override async Task OnInitializedAsync()
    {
        Http.User.Require(Permissions.Write);
        if (Id is not null)
        {
            Stored = await Desk.ReadAsync(Http.User, Id);
            if (Stored is null)
            {
                Navigation.NotFound();
                return;
            }
        }

        if (Form is null)
        {
            Form = new() { Id = Id ?? Ulid.NewUlid(Clock.GetUtcNow()).ToString(), Revision = Stored?.Revision ?? 0, Audience = AudienceChoices.Of(Stored?.Reach ?? Audience.Own), Partners = [.. Stored?.Partners ?? []] };
            Form.Fill(Stored?.Content ?? Blank(), SourceLanguage);
        }
    }

    private Reach Reach => Form!.Audience is { } choice ? choice.ToReach(Form.Partners) : Stored?.Reach ?? Kernel.Audience.Own;

    private string Said(Reach reach) => Words["kernel.audience." + AudienceChoices.Word(reach)];

    public async Task SaveAsync()
    {
        if (Form!.WantsRows)
        {
            return;
        }

        try
        {
            await BringAsync();
            var content = Form.ToContent(Stored?.Content, Http.User.AccountId());
            var revision = Form.Revision == 0
                ? await Desk.CreateAsync(Http.User, Form.Id, content, Reach)
                : await Desk.EditAsync(Http.User, Form.Id, content, Reach, Form.Revision, (Form.Why ?? "").Trim());
            Navigation.NavigateTo(string.Create(CultureInfo.InvariantCulture, $"{Desk.Kind.Name}/{Form.Id}?saved={revision}"));
        }
        catch (RefusedException refused) when (refused.Reason == Refusal.Conflict && Stored is not null)
        {
            // The form now names the revision that is shown beside it: saving again is a decision, not an accident.
            Form.Revision = Stored.Revision;
            Differences =
            [
                .. Form.Differences(Stored.Content, Form.ToContent(Stored.Content, Http.User.AccountId()), Words),
                .. FieldDifference.Of(Words["kit.share.label"], Said(Stored.Reach), Said(Reach)),
            ];
            Http.Response.StatusCode = StatusCodes.Status409Conflict;
        }
        catch (RefusedException refused)
        {
            Problems = refused.Problems.IsDefaultOrEmpty ? [new("", "kernel.refused." + refused.Reason.ToString().ToLowerInvariant())] : refused.Problems;
            Http.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }
}
