using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Records.Pages;

namespace Citess.Poles.Practices.Writing;

/// <summary>The page on which one part is written.</summary>
public abstract class PracticePartPage<TForm> : RecordEditPage<Practice, TForm>
    where TForm : PracticePartForm, new()
{
    protected override Practice Blank() => new();

    /// <summary>An empty text in the language of the practice.</summary>
    protected static TextForm Blank(PracticePartForm form) => TextForm.Of(MultilingualText.Empty, form.Source);
}
