using System.Text.Json;

namespace Citess.Poles.Kernel.Records;

/// <summary>Choices as words of the wire and of lists: <c>supportOrganisation</c>.</summary>
public static class EnumWords
{
    public static string Word<T>(this T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>Null for every other word: a partner pole may know choices that we do not, and a number is no word.</summary>
    public static T? Choice<T>(string word)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (value.Word() == word)
            {
                return value;
            }
        }

        return null;
    }
}
