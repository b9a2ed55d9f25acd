namespace Citess.Storage.Sql;

/// <summary>Times in columns: whole milliseconds since 1970.</summary>
internal static class Moment
{
    public static long Ms(this DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    public static long? Ms(this DateTimeOffset? time) => time?.ToUnixTimeMilliseconds();

    public static DateTimeOffset Time(this long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    public static DateTimeOffset? Time(this long? milliseconds) => milliseconds?.Time();
}
