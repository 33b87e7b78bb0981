namespace EnviAgriNet.Edge.Tests;

/// <summary>A test on a disk that gets full; skipped, saying so, where mounting is not allowed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute()
    {
        if (!SmallDisk.IsAllowed)
        {
            Skip = "Mounting a tmpfs is not allowed here; run as root to test a full disk";
        }
    }
}
