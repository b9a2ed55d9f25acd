using System.Reflection;
using System.Text;

namespace Citess.Poles.Specs;

/// <summary>The files under specs that say how poles speak, served by each pole as of its own version.</summary>
internal static class SpecFiles
{
    private static readonly Assembly s_here = typeof(SpecFiles).Assembly;

    /// <summary>Null when there is no such file; <paramref name="path"/> is as below specs, for example <c>context/citess.context.json</c>.</summary>
    public static byte[]? Read(string path)
    {
        using var stream = s_here.GetManifestResourceStream("specs/" + path);
        if (stream is null)
        {
            return null;
        }

        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>The same as text.</summary>
    public static string? Text(string path) => Read(path) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;
}
