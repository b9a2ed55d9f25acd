using SkiaSharp;

namespace Citess.Poles.Kernel.Blobs;

/// <summary>
/// Makes a picture fit to travel: decoded and written anew, so that nothing stays of what a camera notes beside it, the
/// place for example; upright; and no larger than a phone shows.
/// </summary>
public static class Photograph
{
    /// <summary>What a phone makes, and no more.</summary>
    public const int MaxBrought = 15 << 20;

    private const int MaxSide = 1600;

    /// <summary>A small file can claim to be a picture that fills the memory.</summary>
    private const long MaxPixels = 50_000_000;

    private static readonly SKEncodedImageFormat[] Read = [SKEncodedImageFormat.Jpeg, SKEncodedImageFormat.Png, SKEncodedImageFormat.Webp];

    /// <summary>Null when it is no JPEG, PNG or WebP, or too large.</summary>
    public static (string MediaType, byte[] Bytes)? Develop(ReadOnlyMemory<byte> brought)
    {
        if (brought.Length is 0 or > MaxBrought)
        {
            return null;
        }

        using var data = SKData.CreateCopy(brought.Span);
        using var codec = SKCodec.Create(data);
        if (codec is null || !Read.Contains(codec.EncodedFormat) || (long)codec.Info.Width * codec.Info.Height > MaxPixels)
        {
            return null;
        }

        // JPEG is made smaller while it is read, by eighths.
        var wanted = MathF.Ceiling(8f * Math.Min(1f, (float)MaxSide / Math.Max(codec.Info.Width, codec.Info.Height))) / 8;
        var size = codec.GetScaledDimensions(wanted);
        using var picture = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, codec.Info.IsOpaque ? SKAlphaType.Opaque : SKAlphaType.Premul));
        if (codec.GetPixels(picture.Info, picture.GetPixels()) is not (SKCodecResult.Success or SKCodecResult.IncompleteInput))
        {
            return null;
        }

        using var upright = Turned(picture, codec.EncodedOrigin);
        return Write(upright);
    }

    private static (string MediaType, byte[] Bytes)? Write(SKBitmap picture)
    {
        var (format, mediaType) = picture.Info.IsOpaque ? (SKEncodedImageFormat.Jpeg, "image/jpeg") : (SKEncodedImageFormat.Webp, "image/webp");
        foreach (var quality in new[] { 82, 65, 45 })
        {
            using var written = picture.Encode(format, quality);
            if (written is { Size: > 0 and <= BlobLink.MaxBytes })
            {
                return (mediaType, written.ToArray());
            }
        }

        return null;
    }

    private static SKBitmap Turned(SKBitmap picture, SKEncodedOrigin origin)
    {
        var isOnItsSide = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var (width, height) = isOnItsSide ? (picture.Height, picture.Width) : (picture.Width, picture.Height);
        var scale = Math.Min(1f, (float)MaxSide / Math.Max(width, height));
        var turned = new SKBitmap(new SKImageInfo(Math.Max(1, (int)(width * scale)), Math.Max(1, (int)(height * scale)), SKColorType.Rgba8888, picture.AlphaType));
        using var canvas = new SKCanvas(turned);
        canvas.Scale(scale);
        canvas.Concat(Turn(origin, width, height));
        using var image = SKImage.FromBitmap(picture);
        canvas.DrawImage(image, 0, 0, new SKSamplingOptions(SKCubicResampler.Mitchell));
        return turned;
    }

    /// <summary>From how the camera was held to how it is seen; the eight values of EXIF.</summary>
    private static SKMatrix Turn(SKEncodedOrigin origin, float width, float height) => origin switch
    {
        SKEncodedOrigin.TopRight => new(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new(0, -1, width, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new(0, -1, width, -1, 0, height, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new(0, 1, 0, -1, 0, height, 0, 0, 1),
        _ => SKMatrix.Identity,
    };
}
