using Citess.Poles.Accounts;
using Xunit;

namespace Citess.Poles.Tests.Accounts;

public sealed class TurnsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Turns turns = new(gates: 1);

    [Fact]
    public async Task A_turn_of_one_kind_inside_that_of_another_never_waits_for_it()
    {
        using var invitation = await turns.TakeAsync("invitation/abc").WaitAsync(Patience, TestContext.Current.CancellationToken);
        using var door = await turns.TakeAsync("sign-in/AMIRA").WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Those_who_want_the_same_pass_one_by_one()
    {
        var first = await turns.TakeAsync("sign-in/AMIRA");
        var second = turns.TakeAsync("sign-in/AMIRA");
        Assert.False(second.IsCompleted);

        first.Dispose();
        using var turn = await second.WaitAsync(Patience, TestContext.Current.CancellationToken);
    }
}
