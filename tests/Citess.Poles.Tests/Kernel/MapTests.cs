using System.Text;
using Citess.Poles.Kernel.Map;
using Xunit;

namespace Citess.Poles.Tests.Kernel;

public sealed class MapTests
{
    private readonly SvgMapOutline _outline = SvgMapOutline.Mediterranean();

    [Fact]
    public void The_corners_of_the_outline_are_those_of_the_Mediterranean()
    {
        var (north, south) = (_outline.Projection.Place(50, -12), _outline.Projection.Place(26, 40));

        Assert.Equal((0d, 0d), (Math.Round(north.X, 6), Math.Round(north.Y, 6)));
        Assert.Equal(_outline.Width, south.X, 0);
        Assert.Equal(_outline.Height, south.Y, 0);
    }

    [Fact]
    public void It_is_small_enough_for_a_slow_line()
        => Assert.InRange(_outline.Svg.Length, 10_000, 25_000);

    [Fact]
    public void Its_path_changes_with_its_content()
    {
        var other = new SvgMapOutline(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(_outline.Svg.Span).Replace("de-facto", "other", StringComparison.Ordinal)));

        Assert.Matches("^/map/outline-[0-9a-f]{12}\\.svg$", _outline.Path);
        Assert.NotEqual(_outline.Path, other.Path);
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1' data-west='0' data-north='0' data-unit='1'><path id='land'/></svg>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1' data-west='0' data-north='0' data-unit='1'><path id='land'/><path id='borders'/><script/></svg>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' data-west='0' data-north='0' data-unit='1'><path id='land'/><path id='borders'/></svg>")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'><path id='land'/><path id='borders'/></svg>")]
    public void A_file_of_the_operator_that_cannot_be_a_map_is_refused(string svg)
        => Assert.Throws<FormatException>(() => new SvgMapOutline(Encoding.UTF8.GetBytes(svg)));
}
