using System.Diagnostics;
using Xunit;

namespace Citess.Network.Tests.House;

/// <summary>Waits for what happens soon; fails with the reason when it does not.</summary>
public static class Eventually
{
    public static async Task TrueAsync(Func<Task<bool>> condition, string otherwise, TimeSpan? within = null)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            if (watch.Elapsed > (within ?? TimeSpan.FromSeconds(30)))
            {
                Assert.Fail(otherwise);
            }

            await Task.Delay(50);
        }
    }
}
