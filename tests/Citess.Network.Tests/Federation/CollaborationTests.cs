using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Citess.ActivityPub.Logs;
using Citess.Network.Tests.House;
using Xunit;

namespace Citess.Network.Tests.Federation;

/// <summary>Mahdia is host of a collaboration with Barcelona and Sidi Bouzid; each of them holds the whole log.</summary>
public sealed class CollaborationTests : IAsyncLifetime
{
    private PoleNetwork network = default!;
    private string id = "";

    private RunningPole Mahdia => network.Mahdia;

    private RunningPole Barcelona => network.Barcelona;

    private RunningPole SidiBouzid => network.SidiBouzid;

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
    public async Task What_is_written_while_a_pole_is_cut_off_comes_together_and_two_decisions_are_shown_until_somebody_chooses()
    {
        var question = await Mahdia.SayAsync(id, "propose", new { title = "Où ?", options = new[] { "Mahdia", "Barcelone" }, rule = "partner" });
        await Collaborating.SameAsync(id, events: 4, Mahdia, Barcelona, SidiBouzid);

        // Barcelona is alone, and goes on; then the others are without it, and go on too.
        await Task.WhenAll(Mahdia.Process.KillAsync(), SidiBouzid.Process.KillAsync());
        await Barcelona.SayAsync(id, "task", new { title = "Demander un devis", language = "fr" });
        await Barcelona.SayAsync(id, "decide", new { of = question, option = "Barcelone" });
        await Barcelona.Process.KillAsync();
        await Task.WhenAll(Mahdia.Process.StartAsync(), SidiBouzid.Process.StartAsync());
        await Mahdia.SayAsync(id, "decide", new { of = question, option = "Mahdia" });
        await SidiBouzid.SayAsync(id, "milestone", new { title = "Première récolte", due = "2027-11-01" });
        await Barcelona.Process.StartAsync();

        var report = await Collaborating.SameAsync(id, events: 8, Mahdia, Barcelona, SidiBouzid);
        Assert.Equal([question], report.GetProperty("conflicts").EnumerateArray().Select(each => each.GetString()));
        Assert.Equal(["Barcelone", "Mahdia"], Decisions(report, question));
        Assert.All(report.GetProperty("events").EnumerateArray(), each => Assert.False(each.TryGetProperty("reason", out _), each.GetRawText()));

        await SidiBouzid.SayAsync(id, "decide", new { of = question, option = "Mahdia" });
        report = await Collaborating.SameAsync(id, events: 9, Mahdia, Barcelona, SidiBouzid);
        Assert.Empty(report.GetProperty("conflicts").EnumerateArray());
        Assert.Equal(["Mahdia"], Decisions(report, question));
        Assert.Empty(await Barcelona.VerifyAsync(id));
    }

    [Fact]
    public async Task The_host_is_lost_for_ever_and_the_others_go_on_with_the_whole_log()
    {
        await Mahdia.SayAsync(id, "task", new { title = "Demander un devis" });
        await Collaborating.SameAsync(id, events: 4, Mahdia, Barcelona, SidiBouzid);
        await Mahdia.Process.KillAsync();

        var proposal = await Barcelona.SayAsync(id, "handover", new { to = await Barcelona.ActorIdAsync(), why = "Mahdia ne répond plus.", language = "fr" });
        var report = await Collaborating.SameAsync(id, events: 5, Barcelona, SidiBouzid);
        Assert.NotEqual(await Barcelona.ActorIdAsync(), report.GetProperty("host").GetString());
        await SidiBouzid.SayAsync(id, "agree", new { of = proposal });
        report = await Collaborating.SameAsync(id, events: 6, Barcelona, SidiBouzid);
        Assert.Equal((await Barcelona.ActorIdAsync(), id), (report.GetProperty("host").GetString(), report.GetProperty("id").GetString()));

        await Barcelona.SayAsync(id, "close", new { evaluation = "Sans Mahdia, mais bien.", language = "fr" });
        await Collaborating.SameAsync(id, events: 7, Barcelona, SidiBouzid);
        Assert.Empty(await Barcelona.VerifyAsync(id));
        Assert.Empty(await SidiBouzid.VerifyAsync(id));
    }

    [Fact]
    public async Task A_partner_is_given_what_it_lacks_whoever_wrote_it_and_one_that_is_none_is_given_nothing()
    {
        await Mahdia.SayAsync(id, "task", new { title = "Demander un devis" });
        await Collaborating.SameAsync(id, events: 4, Mahdia, Barcelona, SidiBouzid);
        await using var lyon = await (await TestPole.StartAsync("Lyon")).SetUpAsync();
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(lyon, $"{Barcelona.Origin}/collaboration/{id}/log"));
        var (status, page) = await Mahdia.AskAsAsync($"{Barcelona.Origin}/collaboration/{id}/log");
        Assert.Equal((HttpStatusCode.OK, 4), (status, page.GetProperty("orderedItems").GetArrayLength()));
        (status, page) = await Mahdia.AskAsAsync($"{Barcelona.Origin}/collaboration/{id}/log?head={id}");
        Assert.Equal((HttpStatusCode.OK, 3), (status, page.GetProperty("orderedItems").GetArrayLength()));
        (status, var group) = await SidiBouzid.AskAsAsync($"{Mahdia.Origin}/group/{id}");
        Assert.Equal((HttpStatusCode.OK, "Group", $"{Mahdia.Origin}/group/{id}/followers"), (status, group.GetProperty("type").GetString(), group.GetProperty("followers").GetString()));
        (status, var partners) = await SidiBouzid.AskAsAsync($"{Mahdia.Origin}/group/{id}/followers");
        Assert.Equal((HttpStatusCode.OK, 3), (status, partners.GetProperty("totalItems").GetInt32()));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(SidiBouzid, $"{Barcelona.Origin}/group/{id}"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(lyon, $"{Mahdia.Origin}/group/{id}"));
        using var anyone = await Barcelona.GetAsync($"{Barcelona.Origin}/collaboration/{id}/log");
        Assert.Equal(HttpStatusCode.NotFound, anyone.StatusCode);
        using var refused = await Barcelona.Api.PutAsJsonAsync($"/api/collaborations/{id}/events/{Samples.NewId()}", new { says = "close", payload = new { evaluation = "x" } });
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task An_event_that_was_altered_in_one_database_is_found_and_named_and_counts_for_nothing_there()
    {
        var task = await Mahdia.SayAsync(id, "task", new { title = "Demander un devis" });
        await Mahdia.SayAsync(id, "milestone", new { title = "Première récolte" });
        await Collaborating.SameAsync(id, events: 5, Mahdia, Barcelona, SidiBouzid);
        using var montserrat = await Barcelona.Process.SignInAsync();
        var program = await montserrat.ProgramAsync("Vérification");
        Assert.Contains("Good: 5 events", await CitessProgram.RunAsync(0, program, "verify", $"{Barcelona.Origin}/collaboration/{id}", "--local", "--client", program.Id), StringComparison.Ordinal);
        await Barcelona.Process.KillAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => Barcelona.TamperAsync("UPDATE collaboration_event SET body = replace(body, 'devis', 'virement') WHERE hash = @task", new { task }));
        await Barcelona.TamperAsync(TestPole.Silos == 1 ? "DROP TRIGGER collaboration_event_stays" : "DROP TRIGGER collaboration_event_stays ON collaboration_event");
        Assert.Equal(1, await Barcelona.TamperAsync("UPDATE collaboration_event SET body = replace(body, 'devis', 'virement') WHERE hash = @task", new { task }));
        await Barcelona.Process.StartAsync();

        var finding = Assert.Single(await Barcelona.VerifyAsync(id));
        Assert.Equal((task, LogFault.Altered), (finding.Hash, finding.Fault));
        Assert.Empty(await SidiBouzid.VerifyAsync(id));
        Assert.Contains($"{task} was altered", await CitessProgram.RunAsync(1, program, "verify", $"{Barcelona.Origin}/fr/collaboration/{id}", "--local", "--client", program.Id), StringComparison.Ordinal);
        var report = (await Barcelona.CollaborationAsync(id))!.Value;
        Assert.Equal([task], report.GetProperty("damaged").EnumerateArray().Select(each => each.GetString()));
        Assert.DoesNotContain("virement", report.GetRawText(), StringComparison.Ordinal);
        using (var refused = await Barcelona.Api.PutAsJsonAsync($"/api/collaborations/{id}/events/{Samples.NewId()}", new { says = "task", payload = new { title = "x" } }))
        {
            Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        }

        await Barcelona.Process.StopAsync();
        var (code, said) = await Barcelona.Process.RunAsync("doctor");
        Assert.NotEqual(0, code);
        Assert.Contains(task, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pole_restored_from_a_backup_takes_back_what_it_said_before_it_says_more_and_collaborations_begun_since()
    {
        var file = Path.Combine(Path.GetTempPath(), Samples.NewId() + ".backup");
        var made = await Mahdia.Process.RunAsync("backup", file);
        Assert.True(made.ExitCode == 0, made.Output);
        await Mahdia.SayAsync(id, "task", new { title = "Après la sauvegarde" });
        var later = await Mahdia.BeginAsync(Barcelona);
        await Barcelona.JoinAsync(later);
        await Collaborating.SameAsync(id, events: 4, Mahdia, Barcelona, SidiBouzid);
        await Collaborating.SameAsync(later, events: 2, Mahdia, Barcelona);

        await Mahdia.Process.KillAsync();
        var elsewhere = Mahdia.Process.Elsewhere();
        await network.MoveAsync(Mahdia, elsewhere);
        var restored = await elsewhere.RunAsync("restore", file);
        Assert.True(restored.ExitCode == 0, restored.Output);
        File.Delete(file);
        await elsewhere.StartAsync();
        await Eventually.TrueAsync(
            async () =>
            {
                using var answer = await Mahdia.Api.PutAsJsonAsync($"/api/collaborations/{id}/events/01JZ0000000000000000000000", new { says = "milestone", payload = new { title = "Et la vie continue" } });
                return answer.IsSuccessStatusCode;
            },
            () => string.Join('\n', elsewhere.Output),
            TimeSpan.FromSeconds(120));
        var report = await Collaborating.SameAsync(id, events: 5, Mahdia, Barcelona, SidiBouzid);
        Assert.Empty(report.GetProperty("forks").EnumerateArray());
        await Collaborating.SameAsync(later, events: 2, Mahdia, Barcelona);
    }

    [Fact]
    public async Task By_plain_forms_one_is_begun_joined_worked_in_and_a_conflict_is_settled()
    {
        using var amira = await Mahdia.Process.SignInAsync();
        await amira.OpenAsync("/fr/collaboration/new");
        await amira.SendAsync(("Form.Name", "Marché commun"), ("Form.Purpose", "Un marché par mois."), ("Form.Clauses", "Un pôle, une voix.\nLes frais sont partagés."), ("Form.Partners", await Barcelona.ActorIdAsync()));
        Assert.True(amira.Status == HttpStatusCode.OK && amira.Address.AbsolutePath.StartsWith("/fr/collaboration/zQm", StringComparison.Ordinal), $"{amira.Address} {amira.Text}");
        var page = amira.Address.AbsolutePath;
        await amira.PressAsync("sign-" + page.Split('/')[^1] + "-1.ulid");
        Assert.Contains("Signée par", amira.Text, StringComparison.Ordinal);

        using var montserrat = await Barcelona.Process.SignInAsync();
        await montserrat.SeesAsync(page, "Votre pôle est invité");
        await montserrat.SeesAsync("/fr/today", "Votre pôle est invité");
        await montserrat.OpenAsync(page);
        await montserrat.PressAsync("join.ulid");
        Assert.DoesNotContain("Votre pôle est invité", montserrat.Text, StringComparison.Ordinal);
        await montserrat.SendAsync(("question-new.title", "Où ?"), ("question-new.options", "Mahdia"));
        Assert.Equal(HttpStatusCode.BadRequest, montserrat.Status);
        Assert.Contains("Quelque chose manque", montserrat.Text, StringComparison.Ordinal);
        await montserrat.SendAsync(("task-new.title", "Demander un devis"));
        await amira.SeesAsync(page, "Demander un devis");
        var task = amira.Page.QuerySelectorAll("input").Select(input => input.GetAttribute("name") ?? "").Single(name => name.StartsWith("state-zQm", StringComparison.Ordinal)).Replace(".ulid", "", StringComparison.Ordinal);

        // Each says something of it while the other is away.
        await Mahdia.Process.KillAsync();
        await montserrat.OpenAsync(page);
        await montserrat.SendAsync((task + ".status", "done"));
        await Barcelona.Process.KillAsync();
        await Mahdia.Process.StartAsync();
        await amira.OpenAsync(page);
        await amira.SendAsync((task + ".status", "dropped"));
        await Barcelona.Process.StartAsync();
        await montserrat.SeesAsync(page, "Ce qui reste à trancher");
        await amira.SeesAsync(page, "Ce qui reste à trancher");
        Assert.All([amira, montserrat], person => Assert.Equal(["abandonné", "fait"], person.Page.QuerySelectorAll("select[name^='settle-'] option").Select(option => option.TextContent).Order(StringComparer.Ordinal)));
        await montserrat.SendAsync((montserrat.Page.QuerySelector("select[name^='settle-']")!.GetAttribute("name")!, "done"));
        Assert.DoesNotContain("Ce qui reste à trancher", montserrat.Text, StringComparison.Ordinal);
        await Eventually.TrueAsync(async () => { await amira.OpenAsync(page); return !amira.Text.Contains("Ce qui reste à trancher", StringComparison.Ordinal); }, () => amira.Text, TimeSpan.FromSeconds(60));
    }

    private static async Task<HttpStatusCode> StatusAsync(RunningPole asking, string address)
    {
        using var voice = await PoleVoice.OfAsync(asking);
        using var answer = await voice.GetAsync(address);
        return answer.StatusCode;
    }

    private static IEnumerable<string?> Decisions(JsonElement report, string question) => report.GetProperty("things").EnumerateArray().Single(thing => thing.GetProperty("id").GetString() == question)
        .GetProperty("fields").GetProperty("decision").GetProperty("versions").EnumerateArray().Select(version => version.GetProperty("text").GetString()).Order(StringComparer.Ordinal);
}
