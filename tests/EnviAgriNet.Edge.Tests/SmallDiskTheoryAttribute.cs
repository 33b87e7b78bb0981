namespace EnviAgriNet.Edge.Tests;

/// <summary>A theory that needs a disk of its own, which takes the right to mount.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SmallDiskTheoryAttribute : TheoryAttribute
{
    public SmallDiskTheoryAttribute()
    {
        if (!SmallDisk.IsAllowed)
        {
            Skip = "Mounting a tmpfs is not allowed here; run as root to test a full disk";
        }
    }
}
