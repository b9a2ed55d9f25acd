using System.Security.Cryptography;
using System.Text;
using Citess.ActivityPub.Repair;

namespace Citess.ActivityPub.Tests.Repair;

public sealed class DigestTests
{
    private const string Oil = "https://mahdia.example/practice/01JNPV3T000000000000000001";
    private const string Bread = "https://mahdia.example/practice/01JNPV3T000000000000000002";

    [Fact]
    public void A_bucket_is_as_the_published_text_says()
    {
        var digest = new Digest();
        digest.Add(Oil, 12);

        var bucket = SHA256.HashData(Encoding.UTF8.GetBytes(Oil))[0];
        Assert.Equal(bucket, Digest.BucketOf(Oil));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Oil + "\n12"))), digest[bucket]);
        var sums = new byte[256 * 32];
        SHA256.HashData(Encoding.UTF8.GetBytes(Oil + "\n12")).CopyTo(sums, bucket * 32);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(sums)), digest.Root);
        Assert.Equal("", digest[(bucket + 1) % 256]);
    }

    [Fact]
    public void Order_does_not_matter_and_a_revision_does()
    {
        Assert.Equal(Of((Oil, 1), (Bread, 2)).Root, Of((Bread, 2), (Oil, 1)).Root);
        Assert.NotEqual(Of((Oil, 1), (Bread, 2)).Root, Of((Oil, 2), (Bread, 1)).Root);
        Assert.NotEqual(Of((Oil, 1)).Root, Of((Oil, 11)).Root);
    }

    [Fact]
    public void It_tells_in_which_buckets_two_differ()
    {
        var theirs = Of((Oil, 1), (Bread, 2));
        var list = Enumerable.Range(0, 256).Select(bucket => theirs[bucket]).ToList();

        Assert.Empty(Of((Oil, 1), (Bread, 2)).DifferingFrom(list));
        Assert.Equal([Digest.BucketOf(Bread)], Of((Oil, 1), (Bread, 3)).DifferingFrom(list));
        Assert.Equal(256, Of((Oil, 1)).DifferingFrom(["short"]).Count);
    }

    [Fact]
    public void An_id_longer_than_any_line_is_added_all_the_same() => Assert.Equal(1, Of((new string('a', 5000), 1)).Count);

    [Theory]
    [InlineData("0", "", 0)]
    [InlineData("01JDA5R1V7Q0W3M9K2X4T6B8CE.340", "01JDA5R1V7Q0W3M9K2X4T6B8CE", 340)]
    public void A_cursor_is_read_as_it_is_written(string text, string epoch, long number)
    {
        Assert.True(Cursor.TryParse(text, out var cursor));
        Assert.Equal((epoch, number, text), (cursor.Epoch, cursor.Number, cursor.ToString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(".1")]
    [InlineData("01JDA5R1V7Q0W3M9K2X4T6B8CE")]
    [InlineData("01JDA5R1V7Q0W3M9K2X4T6B8CE.-1")]
    [InlineData("01JDA5R1V7Q0W3M9K2X4T6B8CE.1.2")]
    [InlineData("a'b.1")]
    [InlineData("01JDA5R1V7Q0W3M9K2X4T6B8CE.99999999999999999999")]
    public void What_is_no_cursor_is_none(string? text) => Assert.False(Cursor.TryParse(text, out _));

    private static Digest Of(params (string Id, int Revision)[] objects)
    {
        var digest = new Digest();
        foreach (var (id, revision) in objects)
        {
            digest.Add(id, revision);
        }

        return digest;
    }
}
