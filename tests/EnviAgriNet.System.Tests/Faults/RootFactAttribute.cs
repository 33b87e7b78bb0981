namespace EnviAgriNet.System.Tests.Faults;

/// <summary>A test that mounts a small file system, which takes root.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RootFactAttribute : FactAttribute
{
    public RootFactAttribute()
    {
        if (!Environment.IsPrivilegedProcess)
        {
            Skip = "Mounting a small file system for a full disk takes root";
        }
    }
}
