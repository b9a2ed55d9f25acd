namespace Citess.Poles.Accounts;

/// <summary>What a person says when coming in for the first time.</summary>
public sealed record NewAccount
{
    /// <summary>ULID made with the form, so that a repeated submit is the same account.</summary>
    public required string Id { get; init; }

    public required string UserName { get; init; }

    public required string DisplayName { get; init; }

    public required string Password { get; init; }

    /// <summary>Culture of the pages that the person came in by, or empty.</summary>
    public string Language { get; init; } = "";

    /// <summary>Keeps the password out of logs and error messages, wherever a record is printed.</summary>
    public override string ToString() => "NewAccount " + Id;
}
