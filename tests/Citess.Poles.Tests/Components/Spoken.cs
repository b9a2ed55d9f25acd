using Xunit;

namespace Citess.Poles.Tests.Components;

/// <summary>What must be said in each language of the interface.</summary>
public static class Spoken
{
    public static TheoryData<string> Languages => [.. Citess.Poles.Kernel.Culture.Languages.All.Select(language => language.Code)];
}
