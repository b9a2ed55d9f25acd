using Citess.Poles.Kernel;

namespace Citess.Server.Demo.Voices;

/// <summary>Where a record of the demo is at home.</summary>
/// <param name="Pole">As <see cref="DemoPole.Name"/>.</param>
/// <param name="Key">Its key there.</param>
/// <param name="Practice">Title of the practice that it is, or is about.</param>
internal sealed record DemoPlace(string Pole, string Key, MultilingualText Practice);
