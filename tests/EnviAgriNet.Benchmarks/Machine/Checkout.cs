namespace EnviAgriNet.Benchmarks.Machine;

/// <summary>Where things lie in the checkout that the benchmark was built from.</summary>
internal static class Checkout
{
    private static readonly Lazy<string> RootFolder = new(() =>
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "EnviAgriNet.sln")))
            {
                return at.FullName;
            }
        }

        throw new BenchmarkException("The benchmarks run from a checkout: no EnviAgriNet.sln above the program");
    });

    public static string Root => RootFolder.Value;

    public static string Sources => Path.Combine(Root, "tests", "EnviAgriNet.Benchmarks");

    public static string Results => Path.Combine(Sources, "results");

    /// <summary>Git-ignored, kept between runs.</summary>
    public static string Cache => Path.Combine(Root, "artifacts", "bench");

    /// <summary>The program of ours of that name, built with the benchmarks.</summary>
    public static string Program(string name)
    {
        string dll = Path.Combine(AppContext.BaseDirectory, name + ".dll");
        return File.Exists(dll) && File.Exists(Path.ChangeExtension(dll, ".runtimeconfig.json"))
            ? dll
            : throw new BenchmarkException($"'{name}' was not built beside the benchmarks");
    }
}
