using Citess.ActivityPub.Vocabulary;
using Citess.Poles.Kernel;
using Citess.Poles.Kernel.Contributions;
using Citess.Poles.Practices.Talk;
using Citess.Poles.Tests.Cast;
using Citess.Poles.Tests.Practices.Contributing;
using Xunit;

namespace Citess.Poles.Tests.Practices.Talk;

public sealed class NoteTests
{
    private static readonly Note s_note = ContributionExamples.Note;
    private static readonly NoteKind s_atMahdia = ContributionExamples.Notes(Mahdia.Pole);

    [Fact]
    public void What_travels_is_read_as_it_was_written()
    {
        Assert.Equal(ContributionExamples.Plain(s_note), ContributionExamples.Plain(ContributionExamples.Notes(Barcelona.Pole).Read(Written(s_note))!));
        Assert.Equal(ContributionExamples.Plain(s_note), ContributionExamples.Plain(Mahdia.Carried(s_note)));
        Assert.Equal("note/01JDA5R1V7Q0W3M9K2X4T6B8CM", s_atMahdia.Read(Written(s_note))!.InReplyTo.Key);
    }

    [Fact]
    public void FEP_7888_a_note_stands_in_the_conversation_of_the_practice_and_answers_what_it_answers()
    {
        var (answer, beginning) = (Written(s_note), Written(s_note with { InReplyTo = RecordReference.None, IsQuestion = false }));
        Assert.Equal($"https://mahdia.example/{PracticeExamples.Key}/contributions", answer.Other!["context"].GetString());
        Assert.Equal("https://mahdia.example/note/01JDA5R1V7Q0W3M9K2X4T6B8CM", answer.Other["inReplyTo"].GetString());
        Assert.Equal($"https://mahdia.example/{PracticeExamples.Key}", beginning.Other!["inReplyTo"].GetString());
        Assert.False(beginning.Other.ContainsKey("asks") || beginning.Other.ContainsKey("inReplyToOwner"));
        Assert.True(s_atMahdia.Read(beginning) is { InReplyTo.IsNone: true, IsQuestion: false });
    }

    [Fact]
    public void It_says_something_and_answers_a_note()
    {
        Assert.Equal(["Said"], Fields(s_note with { Text = MultilingualText.Empty }));
        Assert.Equal(["Said.fr"], Fields(s_note with { Text = MultilingualText.Of("fr", new('x', Note.MaxText + 1)) }));
        Assert.Equal(["InReplyTo"], Fields(s_note with { InReplyTo = ContributionExamples.Of(Mahdia.Pole, "letter/01JDA5R1V7Q0W3M9K2X4T6B8CM") }));
        Assert.Empty(Fields(s_note));
    }

    [Theory]
    [InlineData("inReplyTo", "\"https://mallory.example/note/01JDA5R1V7Q0W3M9K2X4T6B8CM\"")]
    [InlineData("inReplyTo", "[\"https://mahdia.example/note/01JDA5R1V7Q0W3M9K2X4T6B8CM\"]")]
    [InlineData("inReplyTo", "\"note/01JDA5R1V7Q0W3M9K2X4T6B8CM\"")]
    public void What_answers_something_that_is_not_its_owners_is_read_as_a_beginning(string member, string json) =>
        Assert.True(s_atMahdia.Read(Written(s_note, member, json))!.InReplyTo.IsNone);

    private static IEnumerable<string> Fields(Note note) => s_atMahdia.Check(note).Select(problem => problem.Field);

    private static ApObject Written(Note note, string member = "", string? json = null) =>
        Barcelona.Shared(ContributionExamples.Notes(Barcelona.Pole), note, ContributionExamples.NoteKey, ContributionExamples.With(member, json));
}
