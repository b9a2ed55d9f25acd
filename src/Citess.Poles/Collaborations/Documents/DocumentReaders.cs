using System.Security.Claims;
using Citess.Poles.Collaborations.Log;
using Citess.Poles.Kernel.Access;
using Citess.Poles.Network.Blobs;

namespace Citess.Poles.Collaborations.Documents;

/// <summary>A document of a collaboration is for whom its log is for: people of this pole, and the partners.</summary>
internal sealed class DocumentReaders(ICollaborationFiles files, CollaborationBook book) : INamesBlobs
{
    public async Task<bool> ShowsAsync(string hash, ClaimsPrincipal who, string? asker, CancellationToken stop)
    {
        foreach (var id in await files.NamingAsync(hash, stop))
        {
            if (who.May(Permissions.Write) || (asker is not null && (await book.ReadAsync(id, stop)).State?.Membership[asker]?.Taking is Taking.Invited or Taking.Joined))
            {
                return true;
            }
        }

        return false;
    }
}
