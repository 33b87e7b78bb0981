using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Tests.Commands;

/// <summary>What a command printed.</summary>
internal sealed class Screen : IConsole
{
    public List<string> Lines { get; } = [];

    public List<string> Errors { get; } = [];

    public void Line(string text) => Lines.Add(text);

    public void Error(string text) => Errors.Add(text);
}
