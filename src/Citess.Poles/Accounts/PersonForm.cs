using Citess.Poles.Kernel.Culture;

namespace Citess.Poles.Accounts;

/// <summary>Who comes in for the first time, as the form holds it.</summary>
public class PersonForm
{
    /// <summary>Made when the empty form was shown, so that sending it twice is one account.</summary>
    public string Id { get; set => field = value ?? ""; } = "";

    public string? DisplayName { get; set; }

    public string? UserName { get; set; }

    public string? Password { get; set; }

    internal NewAccount ToAccount() => new()
    {
        Id = Id,
        DisplayName = (DisplayName ?? "").Trim(),
        UserName = (UserName ?? "").Trim(),
        Password = Password ?? "",
        Language = Languages.Current.Code,
    };
}
