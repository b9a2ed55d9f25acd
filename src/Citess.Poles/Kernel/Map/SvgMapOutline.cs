using System.Globalization;
using System.Security.Cryptography;
using System.Xml;
using System.Xml.Linq;

namespace Citess.Poles.Kernel.Map;

/// <summary>An outline from an SVG file that says in its root how it was projected: <c>data-west</c>, <c>data-north</c>, <c>data-unit</c>.</summary>
public sealed class SvgMapOutline : IMapOutline
{
    /// <summary>Reads a file; throws when it lacks what a map needs, which the operator sees when the pole starts.</summary>
    public SvgMapOutline(ReadOnlyMemory<byte> svg)
    {
        // A file from outside may name entities or a DTD elsewhere: neither is read.
        using var reader = XmlReader.Create(new MemoryStream(svg.ToArray()), new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        var document = XDocument.Load(reader);
        var root = document.Root!;
        foreach (var id in (string[])["land", "borders"])
        {
            if (!root.Descendants().Any(element => (string?)element.Attribute("id") == id))
            {
                throw new FormatException($"The outline of the map has no element with the id \"{id}\".");
            }
        }

        // It is shown from our own origin, where a script in it would be ours.
        if (root.Descendants().Any(element => element.Name.LocalName is "script" or "foreignObject"))
        {
            throw new FormatException("The outline of the map has a script in it.");
        }

        var box = ((string?)root.Attribute("viewBox") ?? throw new FormatException("The outline of the map has no viewBox.")).Split(' ');
        (Width, Height) = (Number(box[2]), Number(box[3]));
        Projection = new(Number((string?)root.Attribute("data-west")), Number((string?)root.Attribute("data-north")), Number((string?)root.Attribute("data-unit")));
        Svg = svg;
        Path = $"/map/outline-{Convert.ToHexStringLower(SHA256.HashData(svg.Span).AsSpan(0, 6))}.svg";
    }

    /// <inheritdoc/>
    public MapProjection Projection { get; }

    /// <inheritdoc/>
    public double Width { get; }

    /// <inheritdoc/>
    public double Height { get; }

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Svg { get; }

    /// <inheritdoc/>
    public string Path { get; }

    /// <summary>The Mediterranean of specs/map/mediterranean.svg.</summary>
    public static SvgMapOutline Mediterranean()
    {
        using var stream = typeof(SvgMapOutline).Assembly.GetManifestResourceStream("map/mediterranean.svg")
            ?? throw new InvalidOperationException("map/mediterranean.svg is not embedded.");
        var svg = new byte[stream.Length];
        stream.ReadExactly(svg);
        return new(svg);
    }

    private static double Number(string? value) => double.Parse(value ?? "", CultureInfo.InvariantCulture);
}
