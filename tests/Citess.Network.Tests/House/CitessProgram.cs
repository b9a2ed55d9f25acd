using Xunit;

namespace Citess.Network.Tests.House;

/// <summary>The program <c>citess</c>, as somebody runs it who checks a pole from outside.</summary>
internal static class CitessProgram
{
    /// <summary>Runs it with the secret of a program of the pole; returns what it said. Fails when it ends with another code.</summary>
    public static async Task<string> RunAsync(int expected, (string Id, string Secret) program, params IReadOnlyList<string> words)
    {
        Environment.SetEnvironmentVariable("CITESS_SECRET", program.Secret);
        await using var said = new StringWriter();
        var code = await Cli.Commands.Root().Parse(words).InvokeAsync(new() { Output = said, Error = said });
        Assert.True(code == expected, said.ToString());
        return said.ToString();
    }
}
