using System.Security.Cryptography;
using System.Text;
using Citess.ActivityPub.Proofs;

namespace Citess.Poles.Collaborations.Log;

/// <summary>What a signature binds to: the words of one clause, and of all together when somebody joins.</summary>
public static class Clauses
{
    /// <summary>Other words are another hash, and no signature is under them.</summary>
    public static string HashOf(string words) => DigestMultibase.Encode(SHA256.HashData(Encoding.UTF8.GetBytes(words)));

    /// <summary>The same for all clauses, in whichever order they are kept.</summary>
    public static string HashOfAll(IEnumerable<string> words) => HashOf(string.Join('\n', words.Select(HashOf).Order(StringComparer.Ordinal)));
}
