using System.ComponentModel.DataAnnotations;

namespace Citess.Server.Security;

/// <summary>How often one may ask within a minute, under <c>Citess:Limits</c>; raise them for tests and imports.</summary>
public sealed class LimitsOptions
{
    /// <summary>Whether there are limits at all. Default true; false is for tests that ask more often than people do.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Submits of a door from one address: signing in, setting up, accepting an invitation, answering a call by its link, asking for a token; each counts for itself. Default 10.</summary>
    [Range(1, 1_000_000)]
    public int Door { get; set; } = 10;

    /// <summary>API requests of one program, or of one address without a token. Default 600.</summary>
    [Range(1, 100_000_000)]
    public int Api { get; set; } = 600;

    /// <summary>Whole lists as a file, for one account or program, or for one address of visitors. Default 20.</summary>
    [Range(1, 1_000_000)]
    public int Costly { get; set; } = 20;

    /// <summary>Activities posted from one address, beside those that a partner pole signed, and questions whose signature is verified, together. Default 3,000.</summary>
    [Range(1, 100_000_000)]
    public int Inbox { get; set; } = 3_000;

    /// <summary>Activities that one partner pole signed, from wherever. Default 200,000: more than one that catches up sends.</summary>
    [Range(1, 100_000_000)]
    public int Partner { get; set; } = 200_000;
}
