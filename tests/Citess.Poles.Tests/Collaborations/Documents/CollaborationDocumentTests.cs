using System.Globalization;
using Citess.Poles.Collaborations.Documents;
using Citess.Poles.Collaborations.Log;
using Citess.Poles.Tests.Collaborations.Log;
using Xunit;

namespace Citess.Poles.Tests.Collaborations.Documents;

public sealed class CollaborationDocumentTests : IDisposable
{
    private const string Pdf = "application/pdf";

    private readonly Trio trio = new();

    public void Dispose() => trio.Dispose();

    [Fact]
    public void A_document_is_named_by_whoever_brought_it_until_it_is_removed()
    {
        var made = trio.Mahdia.Say(EventTypes.Document, new { title = "Budget", blob = Blob(1), mediaType = Pdf });
        Assert.Equal([new NamedFile(Blob(1), Pdf, IsOurs: true)], Named(trio.Mahdia));
        trio.Meet();
        Assert.Equal([new NamedFile(Blob(1), Pdf, IsOurs: false)], Named(trio.Barcelona));
        trio.Barcelona.Say(EventTypes.Document, new { of = made.Hash, status = "removed" });
        Assert.Empty(Named(trio.Barcelona));
        Assert.Equal(trio.Barcelona.Actor, Assert.Single(CollaborationDocument.Of(trio.Barcelona.State)).Removal!.Author);
    }

    [Fact]
    public void What_two_poles_name_is_of_both_and_stays_as_long_as_one_of_them_names_it()
    {
        var first = trio.Barcelona.Say(EventTypes.Document, new { title = "Budget", blob = Blob(1), mediaType = Pdf });
        trio.Meet();
        trio.Mahdia.Say(EventTypes.Document, new { title = "Budget 2027", blob = Blob(1), mediaType = Pdf });
        trio.Meet();
        Assert.All(trio.All, voice => Assert.Equal([new NamedFile(Blob(1), Pdf, voice != trio.SidiBouzid)], Named(voice)));
        trio.Mahdia.Say(EventTypes.Document, new { of = first.Hash, status = "removed" });
        trio.Meet();
        Assert.All(trio.All, voice => Assert.Equal([new NamedFile(Blob(1), Pdf, voice == trio.Mahdia)], Named(voice)));
    }

    [Fact]
    public void As_long_as_poles_differ_on_whether_it_is_removed_it_is_there()
    {
        var made = trio.Mahdia.Say(EventTypes.Document, new { title = "Budget", blob = Blob(1), mediaType = Pdf, status = "open" });
        trio.Meet();
        trio.Barcelona.Say(EventTypes.Document, new { of = made.Hash, status = "removed" });
        trio.SidiBouzid.Say(EventTypes.Document, new { of = made.Hash, status = "open" });
        trio.Meet();
        Assert.Single(Named(trio.Mahdia));
        Assert.Null(Assert.Single(CollaborationDocument.Of(trio.Mahdia.State)).Removal);
    }

    [Fact]
    public void Two_versions_that_were_brought_at_once_are_both_there_each_of_its_own_kind()
    {
        var made = trio.Mahdia.Say(EventTypes.Document, new { title = "Plan", blob = Blob(1), mediaType = Pdf });
        trio.Meet();
        trio.Barcelona.Say(EventTypes.Document, new { of = made.Hash, blob = Blob(2), mediaType = "image/png" });
        trio.SidiBouzid.Say(EventTypes.Document, new { of = made.Hash, blob = Blob(3), mediaType = Pdf });
        trio.Meet();
        Assert.Equal([(Blob(2), "image/png"), (Blob(3), Pdf)], Named(trio.Mahdia).Select(file => (file.Hash, file.MediaType)).Order());
    }

    [Fact]
    public void What_no_pole_would_take_and_what_does_not_count_and_more_than_are_kept_is_not_fetched()
    {
        trio.Mahdia.Say(EventTypes.Document, new { title = "Page", blob = Blob(1), mediaType = "text/html" });
        var stranger = trio.Mahdia.Say(EventTypes.Document, new { title = "Budget", blob = Blob(2), mediaType = Pdf }, role: PartnerRoles.Observer);
        Assert.NotNull(trio.Mahdia.ReasonOf(stranger));
        Assert.Empty(Named(trio.Mahdia));
        for (var number = 0; number < CollaborationDocument.Most + 3; number++)
        {
            trio.Mahdia.Say(EventTypes.Document, new { title = "Photo", blob = Blob(1000 + number), mediaType = "image/jpeg" });
        }

        Assert.Equal(CollaborationDocument.Most, Named(trio.Mahdia).Count);
    }

    private static IReadOnlyList<NamedFile> Named(Voice voice) => CollaborationDocument.Named(voice.State, voice.Actor);

    private static string Blob(int number) => number.ToString("x64", CultureInfo.InvariantCulture);
}
