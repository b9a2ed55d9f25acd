using System.Runtime.InteropServices;

namespace Citess.Poles.Kernel.Map;

/// <summary>A place on the drawing, in its units; y grows downwards.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MapPlace(double X, double Y);

/// <summary>Mercator's projection with which an outline was drawn: its north-western corner and how many units a degree of longitude has.</summary>
/// <param name="West">Degrees of longitude at x = 0.</param>
/// <param name="North">Degrees of latitude at y = 0.</param>
/// <param name="Unit">Units of the drawing to one degree of longitude.</param>
public sealed record MapProjection(double West, double North, double Unit)
{
    /// <summary>Where a point of the globe is on the drawing; latitudes beyond 85° are drawn at 85°.</summary>
    public MapPlace Place(double latitude, double longitude)
        => new((longitude - West) * Unit, (Stretch(North) - Stretch(latitude)) * Unit);

    private static double Stretch(double latitude)
        => double.RadiansToDegrees(Math.Asinh(Math.Tan(double.DegreesToRadians(Math.Clamp(latitude, -85, 85)))));
}
