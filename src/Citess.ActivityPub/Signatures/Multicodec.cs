namespace Citess.ActivityPub.Signatures;

/// <summary>The multicodec prefixes of the keys known here, as unsigned varints.</summary>
internal static class Multicodec
{
    public static ReadOnlySpan<byte> Ed25519Public => [0xed, 0x01];

    public static ReadOnlySpan<byte> Ed25519Private => [0x80, 0x26];

    public static ReadOnlySpan<byte> RsaPublic => [0x85, 0x24];

    public static string Encode(ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> key) => Multibase.Encode([.. prefix, .. key]);

    /// <summary>The key after its prefix; false when the prefix is another.</summary>
    public static bool TryStrip(byte[] encoded, ReadOnlySpan<byte> prefix, out ReadOnlySpan<byte> key)
    {
        var fits = encoded.AsSpan().StartsWith(prefix);
        key = fits ? encoded.AsSpan(prefix.Length) : default;
        return fits;
    }
}
