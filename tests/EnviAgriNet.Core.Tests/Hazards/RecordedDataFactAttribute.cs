using EnviAgriNet.Testing;

namespace EnviAgriNet.Core.Tests.Hazards;

/// <summary>A test on a recording; skipped where the recording is not at hand.</summary>
public sealed class RecordedDataFactAttribute : FactAttribute
{
    public RecordedDataFactAttribute(string file)
    {
        if (RecordedData.PathOf(file) is null)
        {
            Skip = $"needs the recording {file}: set EAG_DATA";
        }
    }
}
