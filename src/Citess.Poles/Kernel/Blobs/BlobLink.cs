using System.Collections.Frozen;

namespace Citess.Poles.Kernel.Blobs;

/// <summary>An image or document as a record names it: by the hash of its bytes, so that whoever brings them can be anybody.</summary>
[GenerateSerializer, Immutable, Alias("blob-link")]
public sealed record BlobLink
{
    /// <summary>One fits into a body that a pole takes, whichever way it comes.</summary>
    public const int MaxBytes = 1 << 20;

    public const int MaxName = 300;

    private static readonly FrozenDictionary<string, Func<ReadOnlyMemory<byte>, bool>> Types = new Dictionary<string, Func<ReadOnlyMemory<byte>, bool>>(StringComparer.Ordinal)
    {
        ["image/jpeg"] = bytes => bytes.Span.StartsWith((ReadOnlySpan<byte>)[0xff, 0xd8, 0xff]),
        ["image/png"] = bytes => bytes.Span.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
        ["image/webp"] = bytes => bytes.Length > 12 && bytes.Span.StartsWith("RIFF"u8) && bytes.Span[8..].StartsWith("WEBP"u8),
        ["application/pdf"] = bytes => bytes.Span.StartsWith("%PDF-"u8),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>SHA-256 of the bytes, 64 lower-case hexadecimal digits.</summary>
    [Id(0)]
    public string Hash { get => field ?? ""; init; } = "";

    /// <summary>One of <see cref="MediaTypes"/>, exactly.</summary>
    [Id(1)]
    public string MediaType { get => field ?? ""; init; } = "";

    /// <summary>In bytes.</summary>
    [Id(2)]
    public int Size { get; init; }

    /// <summary>What it shows, for whoever does not see it.</summary>
    [Id(3)]
    public MultilingualText Name { get => field ?? MultilingualText.Empty; init; } = MultilingualText.Empty;

    public static IEnumerable<string> MediaTypes => Types.Keys.Order(StringComparer.Ordinal);

    /// <summary>True when a record may name this.</summary>
    public bool IsFit => IsHash(Hash) && Types.ContainsKey(MediaType) && Size is > 0 and <= MaxBytes;

    public static bool IsHash(string? text) => text is { Length: 64 } && text.All(digit => char.IsAsciiDigit(digit) || digit is >= 'a' and <= 'f');

    /// <summary>True when the bytes begin as those of this type do: a page of HTML under the name of an image is none.</summary>
    public static bool IsOfType(string mediaType, ReadOnlyMemory<byte> bytes) => Types.TryGetValue(mediaType, out var isOne) && isOne(bytes);
}
