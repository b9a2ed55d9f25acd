using Citess.Poles.Kernel.Map;

namespace Citess.Poles.Components;

/// <summary>Points so near to each other on the drawing that a finger could not tell them apart.</summary>
internal sealed record MapGroup(MapPlace Place, IReadOnlyList<MapPoint> Points);

/// <summary>The part of an outline that shows all points, and the points in it.</summary>
internal sealed record MapFrame(double X, double Y, double Width, double Height, IReadOnlyList<MapGroup> Groups)
{
    private const double Ratio = 1.6;

    // Closer in, the coast would be a crude line and nobody would know where they are.
    private const double LeastDegrees = 9;

    // On a phone 320 px wide this is a little over 24 px.
    private const double FingerWidth = 0.08;

    public static MapFrame Around(IMapOutline outline, IReadOnlyList<MapPoint> points)
    {
        var places = points.Select(point => (Point: point, Place: outline.Projection.Place(point.Latitude, point.Longitude)))
            .Where(each => each.Place.X >= 0 && each.Place.X <= outline.Width && each.Place.Y >= 0 && each.Place.Y <= outline.Height)
            .ToList();
        if (places.Count == 0)
        {
            return new(0, 0, outline.Width, outline.Height, []);
        }

        var (left, right) = (places.Min(each => each.Place.X), places.Max(each => each.Place.X));
        var (top, bottom) = (places.Min(each => each.Place.Y), places.Max(each => each.Place.Y));
        var width = Math.Max(LeastDegrees * outline.Projection.Unit, Math.Max((right - left) * 1.4, (bottom - top) * 1.4 * Ratio));
        width = Math.Min(width, Math.Min(outline.Width, outline.Height * Ratio));
        var height = width / Ratio;
        var x = Math.Clamp((left + right - width) / 2, 0, outline.Width - width);
        var y = Math.Clamp((top + bottom - height) / 2, 0, outline.Height - height);
        return new(x, y, width, height, Gather(places, width * FingerWidth));
    }

    private static List<MapGroup> Gather(IEnumerable<(MapPoint Point, MapPlace Place)> places, double near)
    {
        var groups = new List<(MapPlace Place, List<MapPoint> Points)>();
        foreach (var (point, place) in places)
        {
            var group = groups.Find(each => Math.Abs(each.Place.X - place.X) < near && Math.Abs(each.Place.Y - place.Y) < near);
            if (group.Points is null)
            {
                groups.Add((place, [point]));
            }
            else
            {
                group.Points.Add(point);
            }
        }

        return [.. groups.Select(group => new MapGroup(group.Place, group.Points))];
    }
}
