namespace Citess.ActivityPub.Json;

/// <summary>Why <see cref="StrictJson"/> refused a document.</summary>
public enum JsonFault
{
    /// <summary>More bytes than <see cref="StrictJson.MaxBytes"/>.</summary>
    TooLarge,
    /// <summary>The bytes are not UTF-8.</summary>
    NotUtf8,
    /// <summary>Not one JSON text of RFC 8259: a syntax error, a byte order mark, or anything after the value.</summary>
    NotJson,
    /// <summary>More containers inside each other than <see cref="StrictJson.MaxDepth"/>.</summary>
    TooDeep,
    /// <summary>An object names one member twice, compared after unescaping.</summary>
    DuplicateKey,
    /// <summary>More items in one list, or members in one object, than <see cref="StrictJson.MaxItems"/>.</summary>
    TooManyItems,
    /// <summary>Half of a surrogate pair in a string or a name.</summary>
    LoneSurrogate,
    /// <summary><c>@graph</c>, <c>@reverse</c> or <c>@included</c>: a JSON-LD reader would see another document (CVE-2026-46349).</summary>
    Restructured,
}
