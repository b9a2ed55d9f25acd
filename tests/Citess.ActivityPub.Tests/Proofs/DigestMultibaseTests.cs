using System.Security.Cryptography;
using Citess.ActivityPub.Proofs;
using Xunit;

namespace Citess.ActivityPub.Tests.Proofs;

public sealed class DigestMultibaseTests
{
    /// <summary>The multihash of nothing, as IPFS and others write it.</summary>
    private const string OfNothing = "zQmdfTbBqBPQ7VNxZEYEj14VmRuZBkqFbiwReogJgS1zR1n";

    [Fact]
    public void The_hash_of_nothing_is_written_as_others_write_it_and_read_again()
    {
        Assert.Equal(OfNothing, DigestMultibase.Encode(SHA256.HashData([])));
        Assert.Equal(SHA256.HashData([]), DigestMultibase.Decode(OfNothing));
    }

    [Theory]
    [InlineData("")]
    [InlineData("z")]
    [InlineData("QmdfTbBqBPQ7VNxZEYEj14VmRuZBkqFbiwReogJgS1zR1n")]
    [InlineData("zQmdfTbBqBPQ7VNxZEYEj14VmRuZBkqFbiwReogJgS1zR1")]
    [InlineData("zQmdfTbBqBPQ7VNxZEYEj14VmRuZBkqFbiwReogJgS1zR1n1")]
    [InlineData("z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQXJPt4swbTQ2K")]
    [InlineData("zQmdfTbBqBPQ7VNxZEYEj14VmRuZBkqFbiwReogJgS1zR10")]
    public void What_is_no_SHA_256_in_this_form_is_nothing(string text) => Assert.Null(DigestMultibase.Decode(text));
}
