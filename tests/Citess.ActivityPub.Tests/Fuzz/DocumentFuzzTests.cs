using System.Text;
using System.Text.Json;
using Citess.ActivityPub.Inbox;
using Citess.ActivityPub.Json;
using Citess.ActivityPub.Proofs;
using Citess.ActivityPub.Tests.Inbox;
using Citess.ActivityPub.Tests.Proofs;
using Citess.ActivityPub.Vocabulary;
using Xunit;

namespace Citess.ActivityPub.Tests.Fuzz;

/// <summary>What the gate reads of bodies and of the documents that it fetches.</summary>
public sealed class DocumentFuzzTests
{
    private const string Json = "{}[]\",:0123456789.eE+-truefalsn \\u@abcxyz\t\n";

    private static readonly string[] Documents =
    [
        Pole.Barcelona.Document(),
        Documented(),
        Pole.Barcelona.Says("Create", Documented()),
        """{"id":"https://barcelona.example/1","type":["Article","x"],"to":["as:Public",{"href":"x"}],"url":[{"type":"Link","href":"https://barcelona.example/"}],"nameMap":{"ar":"بذور"},"published":"2026-11-23T12:00:00Z","revision":3,"generator":{"implements":["x"]}}""",
    ];

    [Fact]
    public void Strict_JSON_is_read_or_refused_and_what_is_read_has_one_canonical_form() =>
        new Bombardment(Documents, Json, perByte: 400).At(input =>
        {
            if (StrictJson.TryParse(Encoding.UTF8.GetBytes(input), out var root) is null && Canonical(root) is { } once)
            {
                Assert.Null(StrictJson.TryParse(once, out var again));
                Assert.Equal(once, Canonical(again)!);
            }
        });

    [Fact]
    public void Bytes_that_are_no_text_at_all_are_refused() =>
        new Bombardment(Documents, Json, perByte: 60).At(input =>
        {
            // Each character as one byte: what is not ASCII becomes invalid UTF-8.
            var bytes = Encoding.Latin1.GetBytes(input);
            var fault = StrictJson.TryParse(bytes, out _);
            Assert.True(System.Text.Unicode.Utf8.IsValid(bytes) || fault is not null);
        });

    [Fact]
    public void A_document_of_ActivityStreams_is_read_or_passed_over() =>
        new Bombardment(Documents, Json, perByte: 1500).At(input =>
        {
            var bytes = Encoding.UTF8.GetBytes(input);
            Claim.TryRead(bytes, out _);
            if (RemoteActor.TryRead(bytes, Proofs.Documents.Noon) is { } actor)
            {
                foreach (var key in actor.KeyIds)
                {
                    actor.HttpKey(key, Proofs.Documents.Noon);
                }

                actor.FaultOfProof(JsonElement.Parse(bytes), Proofs.Documents.Noon);
            }

            if (StrictJson.TryParse(bytes, out var root) is null)
            {
                Ap.Read<ApObject>(root);
                Ap.Read<OrderedCollectionPage>(root);
                root.Fault();
            }
        });

    private static byte[]? Canonical(JsonElement root)
    {
        try
        {
            return CanonicalJson.Canonicalize(root);
        }
        catch (JsonException)
        {
            // A number beyond a double: the one thing that strict JSON has and its canonical form has not.
            return null;
        }
    }

    private static string Documented() => Encoding.UTF8.GetString(DataIntegrity.Prove(JsonElement.Parse(Proofs.Documents.Practice), Proofs.Documents.Mahdia, Proofs.Documents.Noon));
}
