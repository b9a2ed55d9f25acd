namespace Citess.Poles.Kernel.Identity;

/// <summary>
/// True from a restore until partner poles gave back what this pole shared after its backup: a change made before would
/// take a revision number that others know by another content.
/// </summary>
public sealed class Recovering
{
    private volatile bool isOn;

    public bool IsOn { get => isOn; set => isOn = value; }

    public void Check()
    {
        if (isOn)
        {
            throw new RefusedException(Refusal.Recovering, "This pole was restored from a backup and asks its partners what it has lost. Try again in a few minutes.");
        }
    }
}
