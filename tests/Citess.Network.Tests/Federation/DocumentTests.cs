using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Citess.Network.Tests.House;
using Xunit;

namespace Citess.Network.Tests.Federation;

/// <summary>Documents of a collaboration of Mahdia, Barcelona and Sidi Bouzid, and all that was said in it as a file.</summary>
public sealed class DocumentTests : IAsyncLifetime
{
    private PoleNetwork network = default!;
    private string id = "";

    private RunningPole Mahdia => network.Mahdia;

    private RunningPole Barcelona => network.Barcelona;

    private RunningPole SidiBouzid => network.SidiBouzid;

    private string Page => "/fr/collaboration/" + id;

    public async ValueTask InitializeAsync()
    {
        network = await PoleNetwork.StartAsync("Mahdia", "Barcelona", "Sidi Bouzid");
        id = await Mahdia.BeginAsync(Barcelona, SidiBouzid);
        await Barcelona.JoinAsync(id);
        await SidiBouzid.JoinAsync(id);
        await Collaborating.SameAsync(id, events: 3, Mahdia, Barcelona, SidiBouzid);
    }

    public ValueTask DisposeAsync() => network.DisposeAsync();

    [Fact]
    public async Task A_document_brought_on_a_page_comes_to_each_partner_from_whoever_has_it_and_to_nobody_else_until_it_is_removed()
    {
        var (bytes, hash) = Paper();
        using var amira = await Mahdia.Process.SignInAsync();
        await amira.OpenAsync(Page);
        await amira.SendFileAsync("document-new.file", "<html>"u8.ToArray(), ("document-new.title", "Ce n’est pas un document"));
        Assert.Equal(HttpStatusCode.BadRequest, amira.Status);
        Assert.Contains("Choisissez un PDF", amira.Text, StringComparison.Ordinal);
        await Collaborating.SameAsync(id, events: 3, Mahdia, Barcelona);

        // Sidi Bouzid is away, and Mahdia when it comes back: it has the document from Barcelona.
        await SidiBouzid.Process.KillAsync();
        await amira.OpenAsync(Page);
        await amira.SendFileAsync("document-new.file", bytes, ("document-new.title", "Budget"));
        Assert.True(amira.Status == HttpStatusCode.OK, amira.Text);
        Assert.Equal(bytes, await amira.FileAsync(LinkOf(amira)!));
        using var montserrat = await Barcelona.Process.SignInAsync();
        await ShowsAsync(montserrat, bytes);
        await Mahdia.Process.KillAsync();
        await SidiBouzid.Process.StartAsync();
        using var sidiBouzid = await SidiBouzid.Process.SignInAsync();
        await ShowsAsync(sidiBouzid, bytes);
        await Mahdia.Process.StartAsync();

        await using var lyon = await (await TestPole.StartAsync("Lyon")).SetUpAsync();
        foreach (var (voice, pole, status) in new[] { (Mahdia, Barcelona, HttpStatusCode.OK), (SidiBouzid, Mahdia, HttpStatusCode.OK), (lyon, Mahdia, HttpStatusCode.NotFound), (lyon, Barcelona, HttpStatusCode.NotFound) })
        {
            Assert.Equal(status, await StatusAsync(voice, $"{pole.Origin}/blob/{hash}"));
            using var anyone = await pole.GetAsync($"{pole.Origin}/blob/{hash}");
            Assert.Equal(HttpStatusCode.NotFound, anyone.StatusCode);
        }

        var form = montserrat.Page.QuerySelectorAll("input").Select(input => input.GetAttribute("name") ?? "").Single(name => name.StartsWith("remove-zQm", StringComparison.Ordinal));
        await montserrat.SendAsync((form, montserrat.Page.QuerySelector($"[name='{form}']")!.GetAttribute("value")!));
        await Eventually.TrueAsync(
            async () =>
            {
                await sidiBouzid.OpenAsync(Page);
                return sidiBouzid.Text.Contains("Retiré", StringComparison.Ordinal);
            },
            () => sidiBouzid.Text,
            TimeSpan.FromSeconds(60));
        Assert.Null(LinkOf(sidiBouzid));
        Assert.Equal(0, await CountAsync(SidiBouzid, hash));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(Mahdia, $"{Barcelona.Origin}/blob/{hash}"));
    }

    [Fact]
    public async Task Whoever_names_a_hash_without_having_the_bytes_does_not_get_them_from_a_partner_that_holds_them_for_itself()
    {
        var (bytes, hash) = Paper();
        await BringAsync(Mahdia, bytes, hash);
        await BringAsync(Barcelona, bytes, hash);

        // Barcelona names it, and has it no more when the others ask.
        await Task.WhenAll(Mahdia.Process.KillAsync(), SidiBouzid.Process.KillAsync());
        await Barcelona.SayAsync(id, "document", new { title = "Contrat", blob = hash, mediaType = "application/pdf" });
        Assert.Equal(1, await Barcelona.TamperAsync("DELETE FROM blob WHERE hash = @hash", new { hash }));
        await Task.WhenAll(Mahdia.Process.StartAsync(), SidiBouzid.Process.StartAsync());
        await Collaborating.SameAsync(id, events: 4, Mahdia, Barcelona, SidiBouzid);
        using var amira = await Mahdia.Process.SignInAsync();
        await amira.OpenAsync(Page);
        Assert.Contains("Pas encore ici", amira.Text, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync(Mahdia, hash));
        foreach (var other in new[] { Barcelona, SidiBouzid })
        {
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(other, $"{Mahdia.Origin}/blob/{hash}"));
        }

        // Mahdia brings it into the collaboration itself: now all have it.
        await Mahdia.SayAsync(id, "document", new { title = "Contrat", blob = hash, mediaType = "application/pdf" });
        using var montserrat = await Barcelona.Process.SignInAsync();
        await ShowsAsync(montserrat, bytes);

        // What a pole has not got it does not name.
        using var refused = await Mahdia.Api.PutAsJsonAsync($"/api/collaborations/{id}/events/{Samples.NewId()}", new { says = "document", payload = new { title = "x", blob = Paper().Hash, mediaType = "application/pdf" } });
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task Of_two_files_for_one_document_each_is_shown_with_its_name_and_to_be_opened_and_one_is_kept_by_a_button()
    {
        var first = await BringAsync(Mahdia);
        var document = await Mahdia.SayAsync(id, "document", new { title = "Budget", blob = first, mediaType = "application/pdf", status = "open" });
        await Collaborating.SameAsync(id, events: 4, Mahdia, Barcelona, SidiBouzid);

        // Each changes it while the others are away.
        await Task.WhenAll(Barcelona.Process.KillAsync(), SidiBouzid.Process.KillAsync());
        var ours = await BringAsync(Mahdia);
        await Mahdia.SayAsync(id, "document", new { of = document, blob = ours, mediaType = "application/pdf" });
        await Mahdia.Process.KillAsync();
        await Barcelona.Process.StartAsync();
        var theirs = await BringAsync(Barcelona);
        await Barcelona.SayAsync(id, "document", new { of = document, title = "Pressupost", blob = theirs, mediaType = "application/pdf" });
        await Task.WhenAll(Mahdia.Process.StartAsync(), SidiBouzid.Process.StartAsync());
        await Collaborating.SameAsync(id, events: 6, Mahdia, Barcelona, SidiBouzid);

        using var amira = await Mahdia.Process.SignInAsync();
        await Eventually.TrueAsync(
            async () =>
            {
                await amira.OpenAsync(Page);
                return Choice(amira).Length == 2;
            },
            () => amira.Text,
            TimeSpan.FromSeconds(90));
        var section = amira.Page.QuerySelector("section[aria-labelledby=conflicts]")!;
        Assert.DoesNotContain(theirs, section.TextContent, StringComparison.Ordinal);
        Assert.Contains("Pressupost", section.TextContent, StringComparison.Ordinal);
        Assert.Contains("3\u00a0ko", section.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, section.QuerySelectorAll("li > p time").Length);
        foreach (var link in Choice(amira))
        {
            Assert.StartsWith("%PDF", Encoding.ASCII.GetString(await amira.FileAsync(link)), StringComparison.Ordinal);
        }

        var button = section.QuerySelectorAll("li").Single(line => line.QuerySelector($"a[href='/blob/{theirs}']") is not null).QuerySelector("input[name^='keep-']")!;
        await amira.SendAsync((button.GetAttribute("name")!, button.GetAttribute("value")!));
        Assert.True(amira.Status == HttpStatusCode.OK, amira.Text);
        Assert.Null(amira.Page.QuerySelector("section[aria-labelledby=conflicts]"));
        var report = await Collaborating.SameAsync(id, events: 7, Mahdia, Barcelona, SidiBouzid);
        Assert.Empty(report.GetProperty("conflicts").EnumerateArray());
        Assert.Equal($"/blob/{theirs}", LinkOf(amira));
    }

    [Fact]
    public async Task All_that_was_said_is_kept_as_a_file_that_is_checked_without_any_pole()
    {
        var task = await Barcelona.SayAsync(id, "task", new { title = "Demander un devis" });
        await Collaborating.SameAsync(id, events: 4, Mahdia, Barcelona);
        using var amira = await Mahdia.Process.SignInAsync();
        await amira.OpenAsync(Page);
        var bytes = await amira.FileAsync(new Uri(new Uri(amira.Page.BaseUri), amira.Page.QuerySelector("a[href$='/log.json']")!.GetAttribute("href")!).AbsolutePath);
        using (var stranger = new PageClient(Mahdia.Origin))
        {
            await stranger.OpenAsync(Page + "/log.json");
            Assert.DoesNotContain(task, stranger.Page.Source.Text, StringComparison.Ordinal);
        }

        await Task.WhenAll(Mahdia.Process.KillAsync(), Barcelona.Process.KillAsync(), SidiBouzid.Process.KillAsync());
        Assert.Contains("Good: 4 events", await CheckAsync(bytes, 0), StringComparison.Ordinal);
        var altered = Encoding.UTF8.GetString(bytes).Replace("devis", "virement", StringComparison.Ordinal);
        Assert.Contains($"{task} was altered", await CheckAsync(Encoding.UTF8.GetBytes(altered), 1), StringComparison.Ordinal);
        var log = JsonElement.Parse(Encoding.UTF8.GetString(bytes));
        var without = JsonSerializer.SerializeToUtf8Bytes(new { id, events = log.GetProperty("events").EnumerateArray().Where((_, place) => place != 1) });
        Assert.Contains("is missing", await CheckAsync(without, 1), StringComparison.Ordinal);
        Assert.Contains("no log", await CheckAsync("{\"id\":3}"u8.ToArray(), 1), StringComparison.Ordinal);
    }

    private Task ShowsAsync(PageClient person, byte[] bytes) => Eventually.TrueAsync(
        async () =>
        {
            await person.OpenAsync(Page);
            return LinkOf(person) is { } link && (await person.FileAsync(link)).SequenceEqual(bytes);
        },
        () => $"{person.Address} has no document:\n{person.Text}\n{string.Join('\n', network.Barcelona.Process.Output.TakeLast(20))}",
        TimeSpan.FromSeconds(90));

    /// <summary>The files to choose from.</summary>
    private static string[] Choice(PageClient person) => [.. person.Page.QuerySelectorAll("section[aria-labelledby=conflicts] a[href^='/blob/']").Select(link => link.GetAttribute("href")!)];

    /// <summary>Returns the hash.</summary>
    private static async Task<string> BringAsync(RunningPole pole)
    {
        var (bytes, hash) = Paper();
        await BringAsync(pole, bytes, hash);
        return hash;
    }

    private static async Task BringAsync(RunningPole pole, byte[] bytes, string hash)
    {
        using var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new("application/pdf");
        using var brought = await pole.Api.PutAsync($"/api/blobs/{hash}", content);
        Assert.True(brought.IsSuccessStatusCode, await brought.Content.ReadAsStringAsync());
    }

    private static string? LinkOf(PageClient person) => person.Page.QuerySelector("a[href^='/blob/']")?.GetAttribute("href");

    private static async Task<string> CheckAsync(byte[] file, int expected)
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(path, file);
            await using var said = new StringWriter();
            var code = await Cli.Commands.Root().Parse(["verify", path]).InvokeAsync(new() { Output = said, Error = said });
            Assert.True(code == expected, said.ToString());
            return said.ToString();
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static (byte[] Bytes, string Hash) Paper()
    {
        byte[] bytes = [.. "%PDF-1.7\n"u8, .. RandomNumberGenerator.GetBytes(3000)];
        return (bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    private static async Task<HttpStatusCode> StatusAsync(RunningPole asking, string address)
    {
        using var voice = await PoleVoice.OfAsync(asking);
        using var answer = await voice.GetAsync(address);
        return answer.StatusCode;
    }

    private static async Task<long> CountAsync(RunningPole pole, string hash) => (await pole.Database.QueryAsync<long>("SELECT count(*) FROM blob WHERE hash = @hash", new { hash }))[0];
}
