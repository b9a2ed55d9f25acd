namespace Citess.Storage.Backup;

/// <summary>Every table of the schema, and what a backup does with it. A test compares this with the database.</summary>
internal static class Tables
{
    /// <summary>Copied row by row, those that others refer to first.</summary>
    public static readonly string[] Copied =
    [
        States, "orleansreminderstable", "outbox", "ledger_head", "ledger", "document", "document_version", "ledger_partner", "courier", "courier_refusal", "courier_late", "recall_receipt",
        "blob", "sealed_letter", "inbox", "inbox_body", "blocked_host", "remote_actor", "remote_actor_key", "peer_dialect", "repair", Node, "secret", "data_protection_key",
        "account", "account_role", "invitation", "api_client", "setup_code",
        "account_visit", "saved_search", "followed_collection", "visitor_reply", "collaboration_event", "collaboration_blob",
    ];

    /// <summary>Derived from the catalogue's rows, from the program, or without meaning elsewhere.</summary>
    public static readonly string[] Left =
    [
        "catalogue_tag", "catalogue_blob", "catalogue_text", "orleansquery", "migration", "pulse", "orleansmembershiptable", "orleansmembershipversiontable",
    ];

    public const string States = "orleansstorage";
    public const string Node = "node";

    /// <summary>Copied, and put back entry by entry: its text index differs between the databases.</summary>
    public const string Catalogue = "catalogue";

    /// <summary>Columns that count by themselves, and must go on behind what was put back.</summary>
    public static readonly (string Table, string Column)[] Counting = [("outbox", "position"), ("inbox", "number"), ("collaboration_event", "position")];

    /// <summary>The columns of bytes, and the one of a time that Orleans fixes.</summary>
    public static bool IsBinary(string column) => column is "payloadbinary" or "bytes";

    public static bool IsTime(string column) => column == "starttime";
}
