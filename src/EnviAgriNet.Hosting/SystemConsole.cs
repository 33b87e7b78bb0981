#pragma warning disable RS0030 // The one place where a process meets its console.
namespace EnviAgriNet.Hosting;

/// <summary>The console of this process.</summary>
public sealed class SystemConsole : IConsole
{
    /// <inheritdoc/>
    public void Line(string text) => Console.Out.WriteLine(text);

    /// <inheritdoc/>
    public void Error(string text) => Console.Error.WriteLine(text);
}
