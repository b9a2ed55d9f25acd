using System.Reflection;

namespace Citess.Poles.Kernel;

/// <summary>What this program says of itself to others.</summary>
public static class ThisAssembly
{
    public static string Version { get; } = typeof(ThisAssembly).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
