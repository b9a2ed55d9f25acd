using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Catalogue;
using Citess.Poles.Kernel.Culture;
using Citess.Poles.Kernel.Identity;
using Citess.Poles.Profile;

namespace Citess.Poles.Network;

internal sealed class PoleNames(Profiles profiles, ICatalogue catalogue) : IPoleNames
{
    public async Task<Shown> OfAsync(string authority)
    {
        var language = Languages.Current.Code;
        if (authority.Length == 0)
        {
            return (await profiles.ReadAsync())?.Content.Name.Show(language) ?? default;
        }

        // Who is no pole stands in no list, and is known by the host.
        var known = RecordKey.TryParse(PartnerListing.Kind + "/" + authority, out var key) ? await catalogue.FindAsync("", key) : null;
        return known?.Name.Show(language) ?? new Shown(authority.Split('~')[0], "und", IsSource: true, IsOutdated: false, Making.Human);
    }
}
