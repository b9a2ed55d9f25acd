using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using Citess.Poles.Kernel.Culture;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Citess.Poles.Kernel.Texts;

/// <summary>An assembly whose embedded <c>*.texts.json</c> files hold words of the interface.</summary>
/// <param name="Assembly">Where the files are embedded.</param>
public sealed record TextSource(Assembly Assembly);

/// <summary>How texts behave when one is missing.</summary>
public sealed class TextOptions
{
    /// <summary>Whether a missing key throws, as in tests; otherwise the key itself is shown and logged once. Default false.</summary>
    public bool MissingThrows { get; set; }
}

/// <summary>All words of the interface, read once from the embedded files.</summary>
public sealed partial class TextStore
{
    private const string Suffix = ".texts.json";
    private readonly FrozenDictionary<string, FrozenDictionary<string, TextEntry>> _entries;
    private readonly ConcurrentDictionary<string, bool> _missing = new(StringComparer.Ordinal);
    private readonly bool _missingThrows;
    private readonly ILogger<TextStore> _logger;

    /// <summary>Reads every file; throws when a key is in two files, since one of them would be read by nobody.</summary>
    public TextStore(IEnumerable<TextSource> sources, IOptions<TextOptions> options, ILogger<TextStore> logger)
    {
        _missingThrows = options.Value.MissingThrows;
        _logger = logger;
        var entries = new Dictionary<string, FrozenDictionary<string, TextEntry>>(StringComparer.Ordinal);
        foreach (var (file, stream) in sources.Select(source => source.Assembly).Distinct().SelectMany(Files))
        {
            using (stream)
            using (var json = JsonDocument.Parse(stream))
            {
                foreach (var member in json.RootElement.EnumerateObject())
                {
                    var languages = member.Value.EnumerateObject()
                        .ToFrozenDictionary(text => text.Name, text => TextEntry.Read(text.Value), StringComparer.Ordinal);
                    if (!entries.TryAdd(member.Name, languages))
                    {
                        throw new InvalidOperationException($"{file}: the key \"{member.Name}\" is already in another file.");
                    }
                }
            }
        }

        _entries = entries.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Every key.</summary>
    public IEnumerable<string> Keys => _entries.Keys;

    /// <summary>The forms of a key in a language by plural category, as written in the file; a text without plurals has only <c>other</c>; null when missing.</summary>
    public IReadOnlyDictionary<string, string>? Forms(string key, string language)
        => _entries.GetValueOrDefault(key)?.GetValueOrDefault(language)?.Forms;

    /// <summary>Whether the key is there in the language.</summary>
    public bool Has(string key, string language) => _entries.GetValueOrDefault(key)?.ContainsKey(language) == true;

    /// <summary>The text in a language with its arguments filled in by that language's numbers and dates.</summary>
    public string Say(Language language, string key, params ReadOnlySpan<object?> arguments)
    {
        if (_entries.GetValueOrDefault(key)?.GetValueOrDefault(language.Code) is { } entry)
        {
            var form = entry.Form(language.Code, arguments);
            return arguments.IsEmpty ? form : string.Format(language.Culture, form, arguments);
        }

        if (_missingThrows)
        {
            throw new KeyNotFoundException($"No text \"{key}\" in \"{language.Code}\".");
        }

        if (_missing.TryAdd($"{language.Code}/{key}", true))
        {
            LogMissing(key, language.Code);
        }

        return key;
    }

    private static IEnumerable<(string Name, Stream Stream)> Files(Assembly assembly)
        => assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(Suffix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => (name, assembly.GetManifestResourceStream(name)!));

    [LoggerMessage(Level = LogLevel.Error, Message = "No text {Key} in {Language}")]
    private partial void LogMissing(string key, string language);
}
