namespace Citess.Server.Demo.Voices;

/// <summary>Something that a demo pole says once what it is about is there. Said twice it is said once.</summary>
internal interface IDemoVoice
{
    /// <summary>A ULID, fixed like all of the demo.</summary>
    string Id { get; }

    DemoPlace About { get; }

    /// <summary>User name of the account that says it.</summary>
    string By { get; }

    Task<bool> IsSaidAsync(IServiceProvider services);

    Task SayAsync(IServiceProvider services, DemoHeard heard, string by);
}
