using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Calls;
using Citess.Poles.Kernel;
using Citess.Poles.Tests.Cast;
using Xunit;

namespace Citess.Poles.Tests.Calls;

public sealed class CallDocumentTests : IDisposable
{
    private readonly Prose prose = new();

    private CallKind Kind => CallExamples.Kind(prose);

    [Fact]
    public void A_call_travels_as_a_page_with_its_deadline_and_what_it_asks()
    {
        var document = Kind.Write(CallExamples.Olives, Mahdia.Frame(CallExamples.Key));

        Assert.Equal("Page", document.GetProperty("type").GetString());
        Assert.Equal("2026-12-20T17:00:00+01:00", document.GetProperty("deadline").GetString());
        Assert.Equal("TN", document.GetProperty("needs")[0].GetProperty("country").GetString());
        Assert.False(document.GetProperty("needs")[1].TryGetProperty("country", out _));
        Assert.Equal("https://w3id.org/citess/concepts/short-supply-chains", document.GetProperty("concepts")[0].GetString());
        Assert.Equal(1_000_000, document.GetProperty("budget").GetInt64());
    }

    [Fact]
    public void Other_software_reads_the_rules_in_words_and_no_name_is_taken_for_a_sign()
    {
        var content = Kind.Write(CallExamples.Olives, Mahdia.Frame(CallExamples.Key)).GetProperty("contentMap").GetProperty("fr").GetString()!;

        Assert.Contains("<strong>trois</strong>", content, StringComparison.Ordinal);
        Assert.Contains("Interreg [NEXT] MED", content, StringComparison.Ordinal);
        Assert.Contains("un organisme public (Tunisie)", content, StringComparison.Ordinal);
        Assert.Contains("20 décembre 2026", content, StringComparison.Ordinal);
    }

    [Fact]
    public void What_travels_is_read_as_it_was_written()
    {
        foreach (var call in (Call[])[CallExamples.Olives, CallExamples.Open, CallExamples.Barest])
        {
            var read = Kind.Read(Mahdia.Shared(Kind, call, CallExamples.Key))!;

            Assert.Equal(Texts(call), Texts(read));
            Assert.Equal(Rest(call), Rest(read));
        }

        static IEnumerable<string> Texts(Call call) => new[] { call.Title, call.Line, call.About, call.StatusNote }.Select(text => StateJson.Write(text.ToMap()));

        static string Rest(Call call) => StateJson.Write(call with { Title = MultilingualText.Empty, Line = MultilingualText.Empty, About = MultilingualText.Empty, StatusNote = MultilingualText.Empty });
    }

    [Fact]
    public void Every_term_of_ours_is_explained_in_the_context() => Assert.Empty(Mahdia.Unexplained(Kind, CallExamples.Olives, CallExamples.Key));

    [Fact]
    public void A_partner_lists_it_with_its_deadline()
    {
        var listed = Mahdia.Listed(Kind, CallExamples.Open, CallExamples.Key)!;
        Assert.Equal(("preparing", "2026-12-20T17:00:00+01:00", "Europe/Brussels"), (listed.Status, listed.Facts[CallKind.Deadline], listed.Facts[CallKind.Zone]));
    }

    [Fact]
    public void A_state_that_we_do_not_know_waits_for_nobody_and_a_role_that_we_do_not_know_is_passed_over()
    {
        var sent = Mahdia.Shared(Kind, CallExamples.Open, CallExamples.Key);
        sent.Other!["status"] = System.Text.Json.JsonSerializer.SerializeToElement("dreaming");
        sent.Other["needs"] = System.Text.Json.JsonSerializer.SerializeToElement(new[] { new ApObject { Other = new() { ["role"] = System.Text.Json.JsonSerializer.SerializeToElement("wizard"), ["howMany"] = System.Text.Json.JsonSerializer.SerializeToElement(1) } } }.Select(Ap.Write));

        var read = Kind.Read(sent)!;
        Assert.Equal(CallStatus.GivenUp, read.Status);
        Assert.Empty(read.Rules.Needs);
    }

    public void Dispose() => prose.Dispose();
}
