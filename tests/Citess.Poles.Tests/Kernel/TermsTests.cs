using System.Text.Json;
using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel.Records;
using Xunit;

namespace Citess.Poles.Tests.Kernel;

public sealed class TermsTests
{
    [Fact]
    public void A_language_map_with_a_null_reads_as_if_that_language_were_missing()
    {
        var document = Ap.Read<ApObject>(JsonElement.Parse("""{"type":"Article","name":"Pressoir","nameMap":{"ar":"معصرة","fr":null},"sourceLanguage":"fr"}"""))!;

        var text = Terms.Text(document, document.Name, document.NameMap);

        Assert.Equal(["ar", "fr"], text.Texts.Keys);
        Assert.Equal("Pressoir", text.SourceText);
        Assert.Empty(Poles.Kernel.Check.Text("Title", text, most: 100, isNeeded: true));
    }
}
