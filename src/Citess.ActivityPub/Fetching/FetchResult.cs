using System.Text.Json;

namespace Citess.ActivityPub.Fetching;

/// <summary>What came of a fetch; the caller must switch on it.</summary>
public abstract record FetchResult
{
    private FetchResult()
    {
    }

    /// <summary>A document, as it came and as it reads.</summary>
    /// <param name="Bytes">The body word for word, after decompression.</param>
    /// <param name="Root">The body as JSON; undefined for what is none.</param>
    /// <param name="Address">Where it was found in the end, which for an AS2 document is its <c>id</c>.</param>
    public sealed record Fetched(ReadOnlyMemory<byte> Bytes, JsonElement Root, Uri Address) : FetchResult;

    /// <summary>The answer, or the address itself, must not be used; asking again soon is of no use.</summary>
    /// <param name="Fault">Which rule it broke.</param>
    public sealed record Refused(FetchFault Fault) : FetchResult;

    /// <summary>No answer that says anything about the document; it may be there later.</summary>
    /// <param name="Reason">For the log.</param>
    public sealed record Unreachable(string Reason) : FetchResult;
}

/// <summary>Why an answer, or an address, was not used.</summary>
public enum FetchFault
{
    /// <summary>Not an absolute https address in an unambiguous spelling.</summary>
    BadAddress,
    /// <summary>The host is, or resolves to, an address that is not public.</summary>
    AddressNotPublic,
    /// <summary>The host is blocked here.</summary>
    HostBlocked,
    /// <summary>More than three redirects.</summary>
    TooManyRedirects,
    /// <summary>A redirect from https to http.</summary>
    RedirectDowngrade,
    /// <summary>404.</summary>
    NotFound,
    /// <summary>410.</summary>
    Gone,
    /// <summary>401 or 403: it is not shown to us.</summary>
    Denied,
    /// <summary>Another status that is no success.</summary>
    Status,
    /// <summary>Missing or other than asked for: whoever may upload a file must not be able to upload an actor (CVE-2024-23832).</summary>
    ContentType,
    /// <summary>Larger than the limit after decompression.</summary>
    TooLarge,
    /// <summary>Not JSON by the strict rules of <see cref="Json.StrictJson"/>.</summary>
    Malformed,
    /// <summary>The document's <c>id</c> is missing or is not where it was found (CVE-2024-25623).</summary>
    IdMismatch,
    /// <summary>The work that one incoming activity may cause is used up.</summary>
    BudgetSpent,
}
