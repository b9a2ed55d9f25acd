namespace Citess.Storage.Sql;

/// <summary>
/// What processes of one pole do one after the other. The numbers are PostgreSQL's advisory locks: any that nobody else uses.
/// </summary>
internal enum Turn : long
{
    Migrations = 7_102_934_551,
    Administrators = 7_102_934_552,
    CookieKeys = 7_102_934_553,
    Collaborations = 7_102_934_554,
}
