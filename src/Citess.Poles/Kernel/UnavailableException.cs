namespace Citess.Poles.Kernel;

/// <summary>
/// A part of the house does not answer just now: the database is stopped, or another process of the pole died in the middle
/// of a call. Whether what was asked for was done is not known. All that can be asked for may be asked for again.
/// </summary>
[GenerateSerializer, Alias("unavailable")]
public sealed class UnavailableException(string sentence, Exception? inner = null) : Exception(sentence, inner)
{
    /// <summary>True when that is what happened, however it was wrapped on the way.</summary>
    public static bool Caused(Exception? exception) => exception is UnavailableException || (exception is not null && Caused(exception.InnerException));
}
