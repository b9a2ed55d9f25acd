using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Citess.Network.Tests.House;
using Citess.Poles.Kernel;
using Citess.Poles.Network.Repair;
using Xunit;

namespace Citess.Network.Tests.Federation;

/// <summary>Mahdia and Barcelona share; Sidi Bouzid is empty and knows neither.</summary>
public sealed class ExportTests : IAsyncLifetime
{
    private const string All = "/fr/practices/signed.jsonl.gz";
    private readonly (string Open, string Network, string List, string Own, string Foreign, string Gone) ids = (Samples.NewId(), Samples.NewId(), Samples.NewId(), Samples.NewId(), Samples.NewId(), Samples.NewId());
    private PoleNetwork network = default!;
    private RunningPole sidi = default!;
    private PageClient amira = default!;
    private PageClient visitor = default!;

    private RunningPole Mahdia => network.Mahdia;

    public async ValueTask InitializeAsync()
    {
        network = await PoleNetwork.StartAsync();
        sidi = await (await TestPole.StartAsync("Sidi Bouzid")).SetUpAsync();
        await Mahdia.CreateAsync(ids.Open, Samples.Practice("=Pressoir </script> \u00e9\\ \ud83c\udf3f"));
        await Mahdia.CreateAsync(ids.Network, Samples.Practice("Pour le réseau"), Audience.Network);
        await Mahdia.ListAsync(ids.List, Samples.Practice("Pour Barcelone"), seen: null, network.Barcelona);
        await Mahdia.CreateAsync(ids.Own, Samples.Practice("Pour nous"), Audience.Own);
        await Mahdia.CreateAsync(ids.Gone, Samples.Practice("Retirée"));
        await Mahdia.WithdrawAsync(ids.Gone, seen: 1);
        await network.Barcelona.CreateAsync(ids.Foreign, Samples.Practice("De Barcelone"), Audience.Network);
        await Mahdia.ShowsAsync(network.Barcelona, ids.Foreign, revision: 1);
        amira = await Mahdia.Process.SignInAsync();
        visitor = new(Mahdia.Origin);
    }

    public async ValueTask DisposeAsync()
    {
        amira.Dispose();
        visitor.Dispose();
        await sidi.DisposeAsync();
        await network.DisposeAsync();
    }

    [Fact]
    public async Task What_one_pole_gives_an_empty_one_has_byte_for_byte_and_gives_on_byte_for_byte()
    {
        var file = await amira.FileAsync(All);
        Assert.Equal(6, SignedFiles.Lines(file).Count);
        using var answer = await sidi.SendFileAsync(file);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());

        // Each practice, and of each pole the document that says its keys.
        foreach (var (pole, id) in new[] { (Mahdia, ids.Open), (Mahdia, ids.Network), (Mahdia, ids.List), (network.Barcelona, ids.Foreign) })
        {
            Assert.Equal(await pole.DocumentsOfAsync(id, ""), await sidi.DocumentsOfAsync(id, pole.Authority));
            Assert.Equal(await PoleOfAsync(pole, ""), await PoleOfAsync(sidi, pole.Authority));
        }

        Assert.Empty(await sidi.Database.QueryAsync<string>("SELECT key FROM document WHERE key = @own OR key = @gone", new { own = "practice/" + ids.Own, gone = "practice/" + ids.Gone }));

        // What anyone may see, at its own address and from the pole that has it by the file alone.
        using var there = await Mahdia.GetAsync(Mahdia.Address(ids.Open));
        var open = await there.Content.ReadAsStringAsync();
        using var held = await sidi.GetAsync($"/changes?of={Mahdia.Authority}&after=0");
        Assert.Contains(open, await held.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(open, Encoding.UTF8.GetString(await visitor.FileAsync($"/ar/practice/{ids.Open}/signed.jsonld")));
        using var anyone = new PageClient(sidi.Origin);
        Assert.Equal(open, Encoding.UTF8.GetString(await anyone.FileAsync($"/fr/from/{Mahdia.Authority}/practice/{ids.Open}/signed.jsonld")));
        Assert.Equal(open, SignedFiles.Lines(await anyone.FileAsync(All))[1]);
    }

    [Fact]
    public async Task Each_takes_along_what_each_may_see_and_what_the_list_was_narrowed_to()
    {
        Assert.Equal([ids.Open], Ids(SignedFiles.Lines(await visitor.FileAsync(All))));
        Assert.Equal([ids.Foreign], Ids(SignedFiles.Lines(await amira.FileAsync(All + "?from=Partners"))));
        Assert.Empty(SignedFiles.Lines(await amira.FileAsync(All + "?q=nothing+has+this+name")));

        Assert.Equal(5, Rows(await amira.FileAsync("/fr/practices/table.csv")));
        Assert.Equal(1, Rows(await visitor.FileAsync("/fr/practices/table.csv")));
        Assert.Equal(1, Rows(await amira.FileAsync("/fr/practices/table.csv?q=Barcelone&from=Ours")));
        Assert.Contains(",'=Pressoir </script>", Encoding.UTF8.GetString(await visitor.FileAsync($"/fr/practice/{ids.Open}/table.csv")), StringComparison.Ordinal);
        Assert.Equal("PK"u8.ToArray(), (await visitor.FileAsync("/ar/practices/table.xlsx"))[..2]);

        foreach (var hidden in new[] { ids.Network, ids.List, ids.Own, ids.Gone, Samples.NewId() })
        {
            foreach (var file in new[] { "table.csv", "table.xlsx", "signed.jsonld" })
            {
                Assert.Equal(HttpStatusCode.NotFound, (await Assert.ThrowsAsync<HttpRequestException>(() => visitor.FileAsync($"/fr/practice/{hidden}/{file}"))).StatusCode);
            }
        }
    }

    [Fact]
    public async Task A_search_engine_reads_a_page_as_its_reader_sees_it()
    {
        await visitor.OpenAsync($"/fr/practice/{ids.Open}");
        var article = JsonElement.Parse(visitor.Page.QuerySelector("script[type='application/ld+json']")!.TextContent);
        Assert.Equal("=Pressoir </script> \u00e9\\ \ud83c\udf3f", article.GetProperty("headline").GetString());
        Assert.Equal(Mahdia.Address(ids.Open), article.GetProperty("identifier").GetString());
        Assert.Equal("Mahdia", article.GetProperty("publisher").GetProperty("name").GetString());
    }

    [Fact]
    public async Task Of_a_file_of_several_poles_one_that_is_worth_nothing_spoils_no_other_and_nothing_of_it_is_kept()
    {
        var lines = SignedFiles.Lines(await amira.FileAsync(All));
        var second = lines.FindLastIndex(line => line.Contains("\"OrderedCollection\"", StringComparison.Ordinal));
        Assert.True(second > 1);
        var own = lines.FindIndex(line => line.Contains(Mahdia.Address(ids.Open), StringComparison.Ordinal));
        var broken = lines.ToList();
        broken[second] = broken[second].Replace("Barcelona", "Mallory", StringComparison.Ordinal);
        Assert.NotEqual(lines[second], broken[second]);

        var report = await sidi.ImportAsync(broken);
        Assert.Equal((Mahdia.Authority, 2), (report.Origin, report.Refused));
        Assert.Equal([second + 1, second + 2], report.Lines.Select(line => line.Line));
        Assert.Empty(report.Others);
        Assert.Empty(await sidi.Database.QueryAsync<string>("SELECT key FROM document WHERE origin = @origin", new { origin = network.Barcelona.Authority }));

        // What stands under another pole's line is not thereby that pole's.
        (broken[second], broken[own]) = (lines[second], lines[second + 1]);
        report = await sidi.ImportAsync([.. broken[..second], .. lines[second..(second + 1)], lines[own]]);
        Assert.Equal(2, report.Refused);

        // Barcelona gets what it has itself, first of all, and takes the rest.
        using var answer = await network.Barcelona.SendFileAsync([.. SignedFiles.Zip([.. lines[second..], ""]), .. SignedFiles.Zip(lines[..second])]);
        report = (await answer.Content.ReadFromJsonAsync<ImportReport>(StateJson.Options))!;
        Assert.Equal((Mahdia.Authority, 2), (report.Origin, report.Refused));
    }

    [Fact]
    public async Task A_person_takes_a_file_in_on_a_page()
    {
        var file = await visitor.FileAsync(All);
        using var person = await sidi.Process.SignInAsync();
        await person.OpenAsync("/fr/partners");
        await person.SendFileAsync("SignedFile", "no file"u8.ToArray());
        Assert.Equal(HttpStatusCode.BadRequest, person.Status);
        Assert.Contains("Ce n’est pas un fichier signé", person.Text, StringComparison.Ordinal);
        Assert.Empty(await sidi.Database.QueryAsync<string>("SELECT origin FROM repair"));

        await person.OpenAsync("/fr/partners");
        await person.SendFileAsync("SignedFile", file);
        Assert.Contains("Le fichier a été repris", person.Text, StringComparison.Ordinal);
        Assert.Equal(await Mahdia.DocumentsOfAsync(ids.Open, ""), await sidi.DocumentsOfAsync(ids.Open, Mahdia.Authority));
    }

    private static async Task<string> PoleOfAsync(RunningPole at, string origin) =>
        (await at.Database.QueryAsync<string>("SELECT body FROM document WHERE origin = @origin AND key LIKE 'pole/%'", new { origin })).Single();

    private static IEnumerable<string> Ids(IEnumerable<string> lines) => lines.Select(line => JsonElement.Parse(line)).Where(line => line.TryGetProperty("id", out _)).Select(line => line.GetProperty("id").GetString()!.Split('/')[^1]);

    private static int Rows(byte[] csv) => Encoding.UTF8.GetString(csv).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length - 1;
}
