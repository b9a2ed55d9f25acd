namespace Citess.Poles.Kernel.Map;

/// <summary>The land and borders behind the points of a map; an operator may give another than the one that comes along.</summary>
public interface IMapOutline
{
    /// <summary>How the outline was drawn.</summary>
    MapProjection Projection { get; }

    /// <summary>Width of the drawing in its units.</summary>
    double Width { get; }

    /// <summary>Height of the drawing in its units.</summary>
    double Height { get; }

    /// <summary>The SVG document as UTF-8, with the elements <c>land</c> and <c>borders</c>.</summary>
    ReadOnlyMemory<byte> Svg { get; }

    /// <summary>Path of the document on this server; it changes with the content, so it can be kept for ever.</summary>
    string Path { get; }
}
