using System.Buffers.Binary;

namespace Citess.Poles.Kernel.Blobs;

/// <summary>What a camera or a program wrote beside a picture: where and when it was taken, by whom, of whom. None of it is to travel.</summary>
public static class PictureNotes
{
    /// <summary>True when there are some. The bytes are of that type.</summary>
    public static bool Are(string mediaType, ReadOnlySpan<byte> bytes) => mediaType switch
    {
        "image/jpeg" => InJpeg(bytes),
        "image/png" => InPng(bytes),
        "image/webp" => InWebp(bytes),
        _ => false,
    };

    // Segments, each with its length, up to the picture itself. Exif and XMP are APP1, IPTC is APP13, FE is a remark.
    private static bool InJpeg(ReadOnlySpan<byte> bytes)
    {
        for (var place = 2; place + 4 <= bytes.Length && bytes[place] == 0xff;)
        {
            var segment = bytes[place + 1];
            if (segment is 0xe1 or 0xed or 0xfe)
            {
                return true;
            }

            if (segment == 0xda)
            {
                break;
            }

            place += segment == 0xff ? 1 : 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(place + 2)..]);
        }

        return false;
    }

    private static bool InPng(ReadOnlySpan<byte> bytes)
    {
        for (long place = 8; place + 8 <= bytes.Length;)
        {
            var chunk = bytes[(int)place..];
            var name = chunk[4..8];
            if (name.SequenceEqual("eXIf"u8) || name.SequenceEqual("tEXt"u8) || name.SequenceEqual("zTXt"u8) || name.SequenceEqual("iTXt"u8))
            {
                return true;
            }

            place += 12L + BinaryPrimitives.ReadUInt32BigEndian(chunk);
        }

        return false;
    }

    private static bool InWebp(ReadOnlySpan<byte> bytes)
    {
        for (long place = 12; place + 8 <= bytes.Length;)
        {
            var chunk = bytes[(int)place..];
            if (chunk.StartsWith("EXIF"u8) || chunk.StartsWith("XMP "u8))
            {
                return true;
            }

            // What has an odd length is filled up.
            var length = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
            place += 8L + length + (length & 1);
        }

        return false;
    }
}
