using Xunit;

namespace EnviAgriNet.Testing;

/// <summary>A test on a recording that is not part of this repository; it is skipped, saying so, where the file is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataFactAttribute : FactAttribute
{
    /// <summary>Names the recording below the folder of data, such as <c>air/th6/chiangmai_train.csv.gz</c>.</summary>
    public SharedDataFactAttribute(string file)
    {
        File = file;
        if (!Path.Exists(SharedData.PathOf(file)))
        {
            Skip = $"The recording '{file}' is not in '{SharedData.Folder}' (set RECORDINGS_FOLDER to the folder that has it)";
        }
    }

    /// <summary>The recording.</summary>
    public string File { get; }
}
