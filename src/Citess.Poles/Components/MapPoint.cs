namespace Citess.Poles.Components;

/// <summary>Something on the map.</summary>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Title">Its name.</param>
/// <param name="Href">Its page.</param>
/// <param name="Language">Language of the name, or null.</param>
/// <param name="Detail">What else the list says of it, as its territory, or null.</param>
/// <param name="IsOwn">Whether it is the reader's own pole, or one of its actors.</param>
/// <param name="Count">How many it stands for, as all actors of a territory.</param>
public sealed record MapPoint(double Latitude, double Longitude, string Title, string Href, string? Language = null, string? Detail = null, bool IsOwn = false, int Count = 1);
