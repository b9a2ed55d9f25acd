using System.Text;
using Citess.ActivityPub.Fetching;

namespace Citess.Poles.Exchange;

/// <summary>What an address that another server made must be to be kept: lists find things by it, and an index of a database takes no more.</summary>
internal static class ForeignAddress
{
    private const int MaxBytes = 1000;

    public static bool Fits(string? address) =>
        address is { Length: <= MaxBytes } && Encoding.UTF8.GetByteCount(address) <= MaxBytes && Origin.TryParse(address, allowHttp: true, out _)
        && address.EnumerateRunes().All(rune => rune != Rune.ReplacementChar && !Rune.IsControl(rune) && !Rune.IsWhiteSpace(rune));
}
