namespace Citess.Poles.Accounts;

/// <summary>One person's account. The id is pseudonymous and stands in signed records; the name never does.</summary>
public sealed class Account
{
    public required string Id { get; init; }

    /// <summary>What the person types to sign in, as typed; unique without regard to case.</summary>
    public required string UserName { get; set; }

    public required string NormalizedUserName { get; set; }

    public string DisplayName { get; set; } = "";

    /// <summary>Culture of the pages that the person prefers, or empty.</summary>
    public string Language { get; set; } = "";

    public string? PasswordHash { get; set; }

    public string SecurityStamp { get; set; } = "";

    public string ConcurrencyStamp { get; set; } = "";

    public int AccessFailedCount { get; set; }

    public DateTimeOffset? LockoutEnd { get; set; }

    public DateTimeOffset Created { get; init; }

    public DateTimeOffset? Disabled { get; set; }

    public List<string> Roles { get; init; } = [];
}
