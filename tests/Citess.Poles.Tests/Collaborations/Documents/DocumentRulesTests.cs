using System.Globalization;
using System.Text.Json;
using Citess.Poles.Collaborations;
using Citess.Poles.Collaborations.Documents;
using Citess.Poles.Collaborations.Log;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Blobs;
using Citess.Poles.Tests.Collaborations.Log;
using Xunit;

namespace Citess.Poles.Tests.Collaborations.Documents;

public sealed class DocumentRulesTests : IDisposable
{
    private const string Pdf = "application/pdf";

    private readonly Voice voice = new("mahdia.example");

    public void Dispose() => voice.Dispose();

    [Fact]
    public async Task With_as_many_as_there_may_be_a_file_is_chosen_for_one_that_is_there_and_no_other_is_brought()
    {
        voice.Begin([]);
        var removed = voice.Say(EventTypes.Document, new { title = "Ancien", blob = Blob(9000), mediaType = Pdf }).Hash;
        voice.Say(EventTypes.Document, new { of = removed, status = "removed" });
        var made = voice.Say(EventTypes.Document, new { title = "Plan", blob = Blob(1), mediaType = Pdf }).Hash;
        for (var number = 2; number <= CollaborationDocument.Most; number++)
        {
            voice.Say(EventTypes.Document, new { title = "Photo", blob = Blob(number), mediaType = Pdf });
        }

        var (rows, none) = (new Rows(), new NoBlobs());
        rows.Add(voice.Held.Values);
        var rules = new DocumentRules(none, new(none, TimeProvider.System), new CollaborationBook(rows));

        // The next thing that is asked is whether the file is here.
        Assert.Equal("collabdoc.missing", await KeyOfAsync(rules, voice.Log, new { of = made, blob = Blob(1), mediaType = Pdf }));
        Assert.Equal("collabdoc.full", await KeyOfAsync(rules, voice.Log, new { title = "Autre", blob = Blob(1), mediaType = Pdf }));
        Assert.Equal("collabdoc.full", await KeyOfAsync(rules, voice.Log, new { of = removed, blob = Blob(1), mediaType = Pdf, status = "open" }));
        Assert.Equal("collabdoc.full", await KeyOfAsync(rules, voice.Log, new { of = voice.Log, blob = Blob(1), mediaType = Pdf }));
    }

    private static async Task<string> KeyOfAsync(DocumentRules rules, string log, object payload) =>
        Assert.Single((await Assert.ThrowsAsync<RefusedException>(() => rules.CheckAsync(log, JsonSerializer.Serialize(payload)))).Problems).TextKey;

    private static string Blob(int number) => number.ToString("x64", CultureInfo.InvariantCulture);

    /// <summary>A store with nothing in it.</summary>
    private sealed class NoBlobs : IBlobs
    {
        public Task<Blob?> FindAsync(string hash, CancellationToken stop = default) => Task.FromResult<Blob?>(null);

        public Task<Audience?> SeenAsync(string hash, BlobSight sight, CancellationToken stop = default) => Task.FromResult<Audience?>(null);

        public Task<bool> BringAsync(Blob blob, DateTimeOffset until, CancellationToken stop = default) => Task.FromResult(false);

        public Task<IReadOnlyList<BlobLink>> HoldAsync(IReadOnlyCollection<BlobLink> links, DateTimeOffset until, CancellationToken stop = default) => Task.FromResult<IReadOnlyList<BlobLink>>([.. links]);

        public Task<IReadOnlyList<BlobLink>> WantedAsync(string origin, string after, int take, CancellationToken stop = default) => Task.FromResult<IReadOnlyList<BlobLink>>([]);

        public Task<bool> KeepAsync(Blob blob, CancellationToken stop = default) => Task.FromResult(false);

        public Task<int> SweepAsync(DateTimeOffset now, CancellationToken stop = default) => Task.FromResult(0);
    }
}
