using EnviAgriNet.Testing;

namespace EnviAgriNet.Protocol.Tests.Cap;

/// <summary>A test on recordings; skipped where they are not at hand.</summary>
public sealed class RecordedDataFactAttribute : FactAttribute
{
    public RecordedDataFactAttribute(string folder)
    {
        if (RecordedData.PathOf(folder) is null)
        {
            Skip = $"needs the recordings {folder}: set EAG_DATA";
        }
    }
}
