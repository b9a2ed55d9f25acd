using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using Citess.Poles.Kernel.Blobs;

namespace Citess.Poles.Network.Repair;

/// <summary>
/// An image or document as a line of a signed file, after the documents that name it. It bears no signature: it is what
/// they say by its hash.
/// </summary>
internal static class BlobLine
{
    /// <summary>The largest blob in base64, and what stands around it.</summary>
    public const int MaxBytes = (BlobLink.MaxBytes / 3 * 4) + 1024;

    private static ReadOnlySpan<byte> Beginning => "{\"blob\":"u8;

    public static bool Is(ReadOnlySpan<byte> line) => line.StartsWith(Beginning);

    public static byte[] Write(Blob blob)
    {
        var output = new ArrayBufferWriter<byte>(MaxBytes);
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            json.WriteString("blob", blob.Hash);
            json.WriteString("mediaType", blob.MediaType);
            json.WriteBase64String("base64", blob.Bytes.Span);
            json.WriteEndObject();
        }

        return output.WrittenSpan.ToArray();
    }

    /// <summary>Null when the bytes are not those of the hash, or not of a type that is taken.</summary>
    public static Blob? TryRead(byte[] line)
    {
        try
        {
            using var json = JsonDocument.Parse(line, new() { MaxDepth = 2 });
            var (hash, type) = (json.RootElement.GetProperty("blob").GetString(), json.RootElement.GetProperty("mediaType").GetString());
            return json.RootElement.GetProperty("base64").TryGetBytesFromBase64(out var bytes) && BlobLink.IsHash(hash) && bytes.Length <= BlobLink.MaxBytes
                && BlobLink.IsOfType(type ?? "", bytes) && Convert.ToHexStringLower(SHA256.HashData(bytes)) == hash
                ? new(hash, type!, bytes) : null;
        }
        catch (Exception unfit) when (unfit is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
