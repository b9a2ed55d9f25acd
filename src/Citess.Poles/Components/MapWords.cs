using Citess.Poles.Kernel.Map;

namespace Citess.Poles.Components;

/// <summary>Where the names of single points stand: above, or below where another name or point is in the way.</summary>
internal static class MapWords
{
    // Guessed: the server does not know the reader's font.
    private const double LetterWidth = 0.58;

    public static double Size(MapFrame frame) => frame.Width * .032;

    /// <summary>The baseline of each group's name.</summary>
    public static IReadOnlyList<double> Baselines(MapFrame frame)
    {
        var size = Size(frame);
        var taken = new List<Box>();
        var lines = new List<double>();
        foreach (var group in frame.Groups)
        {
            var half = group.Points[0].Title.Length * size * LetterWidth / 2;
            var (above, below) = (group.Place.Y - (frame.Width * .022), group.Place.Y + (frame.Width * .022) + (size * .8));
            var line = IsFree(above) || !IsFree(below) ? above : below;
            taken.Add(Around(line));
            lines.Add(line);

            Box Around(double baseline) => new(group.Place.X - half, baseline - size, group.Place.X + half, baseline);

            bool IsFree(double baseline) => !taken.Exists(Around(baseline).Meets)
                && !frame.Groups.Any(other => other != group && Around(baseline).Meets(Dot(other.Place, frame.Width * .013)));
        }

        return lines;
    }

    private static Box Dot(MapPlace place, double radius) => new(place.X - radius, place.Y - radius, place.X + radius, place.Y + radius);

    private sealed record Box(double Left, double Top, double Right, double Bottom)
    {
        public bool Meets(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
    }
}
