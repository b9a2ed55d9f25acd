using Citess.Poles.Kernel.Culture;
using Citess.Poles.Kernel.Layout;
using Citess.Poles.Kernel.Vocabularies;

namespace Citess.Poles.Profile;

/// <summary>The pole's name on every page, from the memory of its grain.</summary>
internal sealed class ProfileFace(Profiles profiles) : IPoleFace
{
    public async ValueTask<PoleFace> Read()
    {
        if (await profiles.ReadAsync() is not { } view)
        {
            return new("CitESS", "en", IsSetUp: false);
        }

        var name = view.Content.Name.Show(Languages.Current.Code);
        return new(name.Text, name.Language, Territories.Find(view.Content.Territory)?.Name, view.Content.IsDemo);
    }
}
