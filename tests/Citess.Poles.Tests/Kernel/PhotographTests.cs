using System.Text;
using Citess.Poles.Kernel.Blobs;
using SkiaSharp;
using Xunit;

namespace Citess.Poles.Tests.Kernel;

/// <summary>Pictures as phones make them.</summary>
public sealed class PhotographTests
{
    [Fact]
    public void Where_it_was_taken_does_not_travel()
    {
        var brought = WithExif(Picture(40, 30, SKEncodedImageFormat.Jpeg), orientation: 1);
        Assert.Contains("GPS 35.5 N", Encoding.Latin1.GetString(brought), StringComparison.Ordinal);

        var (mediaType, bytes) = Photograph.Develop(brought)!.Value;
        Assert.Equal("image/jpeg", mediaType);
        Assert.DoesNotContain("GPS", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        Assert.DoesNotContain("Exif", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void Notes_are_seen_in_each_form_and_what_is_made_here_has_none()
    {
        Assert.True(PictureNotes.Are("image/jpeg", WithExif(Picture(40, 30, SKEncodedImageFormat.Jpeg), orientation: 1)));
        byte[] png = Picture(8, 8, SKEncodedImageFormat.Png);
        Assert.True(PictureNotes.Are("image/png", [.. png[..33], 0, 0, 0, 3, .. "tEXtabc"u8, 0, 0, 0, 0, .. png[33..]]));
        byte[] webp = Picture(8, 8, SKEncodedImageFormat.Webp);
        Assert.True(PictureNotes.Are("image/webp", [.. webp, .. "EXIF"u8, 2, 0, 0, 0, 1, 2]));
        Assert.All([("image/jpeg", SKEncodedImageFormat.Jpeg), ("image/png", SKEncodedImageFormat.Png), ("image/webp", SKEncodedImageFormat.Webp)], each =>
        {
            var (mediaType, bytes) = Photograph.Develop(Picture(40, 30, each.Item2))!.Value;
            Assert.False(PictureNotes.Are(mediaType, bytes));
        });
    }

    [Fact]
    public void Half_a_picture_is_no_trouble()
    {
        foreach (var (mediaType, whole) in new[] { ("image/jpeg", Picture(40, 30, SKEncodedImageFormat.Jpeg)), ("image/png", Picture(8, 8, SKEncodedImageFormat.Png)), ("image/webp", Picture(8, 8, SKEncodedImageFormat.Webp)) })
        {
            for (var length = 0; length < Math.Min(whole.Length, 400); length++)
            {
                Assert.False(PictureNotes.Are(mediaType, whole.AsSpan(0, length)));
                Assert.False(PictureNotes.Are(mediaType, [.. whole[..length], 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]));
            }
        }
    }

    // Red where the picture's top left corner is, when it is held upright.
    [Theory]
    [InlineData(1, 40, 30, 2, 2)]
    [InlineData(2, 40, 30, 37, 2)]
    [InlineData(3, 40, 30, 37, 27)]
    [InlineData(4, 40, 30, 2, 27)]
    [InlineData(5, 30, 40, 2, 2)]
    [InlineData(6, 30, 40, 27, 2)]
    [InlineData(7, 30, 40, 27, 37)]
    [InlineData(8, 30, 40, 2, 37)]
    public void However_the_phone_was_held_it_stands_upright(byte orientation, int width, int height, int x, int y)
    {
        using var upright = SKBitmap.Decode(Photograph.Develop(WithExif(Picture(40, 30, SKEncodedImageFormat.Jpeg), orientation))!.Value.Bytes);
        Assert.Equal((width, height), (upright.Width, upright.Height));
        var corner = upright.GetPixel(x, y);
        Assert.True(corner.Red > 180 && corner.Blue < 90, corner.ToString());
        var other = upright.GetPixel(width - 1 - x, height - 1 - y);
        Assert.True(other.Blue > 180 && other.Red < 90, other.ToString());
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Jpeg, 4000, 3000, 1600, 1200)]
    [InlineData(SKEncodedImageFormat.Png, 3000, 4000, 1200, 1600)]
    [InlineData(SKEncodedImageFormat.Webp, 2000, 100, 1600, 80)]
    [InlineData(SKEncodedImageFormat.Png, 300, 200, 300, 200)]
    public void It_is_no_larger_than_a_phone_shows(SKEncodedImageFormat format, int width, int height, int newWidth, int newHeight)
    {
        var bytes = Photograph.Develop(Picture(width, height, format))!.Value.Bytes;
        using var small = SKBitmap.Decode(bytes);
        Assert.Equal((newWidth, newHeight), (small.Width, small.Height));
        Assert.True(bytes.Length <= BlobLink.MaxBytes);
    }

    [Fact]
    public void Glass_stays_clear()
    {
        using var bitmap = new SKBitmap(new SKImageInfo(20, 20, SKColorType.Rgba8888, SKAlphaType.Premul));
        bitmap.Erase(SKColors.Transparent);
        var (mediaType, bytes) = Photograph.Develop(bitmap.Encode(SKEncodedImageFormat.Png, 100).ToArray())!.Value;
        Assert.Equal("image/webp", mediaType);
        using var read = SKBitmap.Decode(bytes);
        Assert.Equal(0, read.GetPixel(10, 10).Alpha);
    }

    [Fact]
    public void A_small_file_that_claims_to_fill_the_memory_is_refused_before_it_does()
    {
        // A PNG whose head says 30,000 by 30,000.
        byte[] png = [.. Picture(8, 8, SKEncodedImageFormat.Png)];
        byte[] side = [0, 0, 0x75, 0x30];
        side.CopyTo(png, 16);
        side.CopyTo(png, 20);
        Crc(png.AsSpan(12, 17)).CopyTo(png, 29);
        Assert.Null(Photograph.Develop(png));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    [InlineData("GIF89a")]
    [InlineData("%PDF-1.7")]
    public void What_is_no_picture_is_refused(string bytes) => Assert.Null(Photograph.Develop(Encoding.UTF8.GetBytes(bytes)));

    private static byte[] Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var each in bytes)
        {
            crc ^= each;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        crc ^= uint.MaxValue;
        return [(byte)(crc >> 24), (byte)(crc >> 16), (byte)(crc >> 8), (byte)crc];
    }

    /// <summary>Blue, its top left quarter red.</summary>
    private static byte[] Picture(int width, int height, SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.Blue);
        using var red = new SKPaint { Color = SKColors.Red };
        canvas.DrawRect(0, 0, width / 2f, height / 2f, red);
        return bitmap.Encode(format, 90).ToArray();
    }

    /// <summary>As a phone writes it: how it was held, and where.</summary>
    private static byte[] WithExif(byte[] jpeg, byte orientation)
    {
        byte[] exif =
        [
            .. "Exif\0\0"u8, .. "MM"u8, 0, 42, 0, 0, 0, 8,
            0, 2,
            0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0,
            0x01, 0x0e, 0, 2, 0, 0, 0, 11, 0, 0, 0, 38,
            0, 0, 0, 0,
            .. "GPS 35.5 N\0"u8,
        ];
        var length = exif.Length + 2;
        return [.. jpeg[..2], 0xff, 0xe1, (byte)(length >> 8), (byte)length, .. exif, .. jpeg[2..]];
    }
}
