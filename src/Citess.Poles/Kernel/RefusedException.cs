using System.Collections.Immutable;

namespace Citess.Poles.Kernel;

/// <summary>Why a rule said no; each is a heading of specs/problems.md.</summary>
public enum Refusal
{
    Invalid,
    Conflict,
    NotFound,
    Forbidden,
    AlreadyThere,
    NotSetUp,
    Recovering,
    Busy,
}

/// <summary>What is wrong with one field: a key of the texts, and what stands in its placeholders.</summary>
[GenerateSerializer, Immutable, Alias("field-problem")]
public sealed record FieldProblem([property: Id(0)] string Field, [property: Id(1)] string TextKey, [property: Id(2)] ImmutableArray<string> Values)
{
    public FieldProblem(string field, string textKey, params string[] values)
        : this(field, textKey, values.ToImmutableArray())
    {
    }
}

/// <summary>A rule says no. What it carries is safe to show to whoever asked.</summary>
[GenerateSerializer, Alias("refused")]
public sealed class RefusedException : Exception
{
    public RefusedException(Refusal reason, string sentence, params ImmutableArray<FieldProblem> problems)
        : base(sentence)
    {
        Reason = reason;
        Problems = problems;
    }

    [Id(0)]
    public Refusal Reason { get; }

    [Id(1)]
    public ImmutableArray<FieldProblem> Problems { get; } = [];
}
