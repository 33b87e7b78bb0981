using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Commands.Stages;

/// <summary>
/// Stands where the console of a command would be: what it tells of its progress goes on to the page, and whoever does not want to
/// hear any more ends it there.
/// </summary>
internal sealed class StageConsole(Action<string> tell, CancellationToken cancellationToken) : IConsole
{
    /// <inheritdoc/>
    public void Line(string text) => cancellationToken.ThrowIfCancellationRequested();

    /// <inheritdoc/>
    public void Error(string text)
    {
        cancellationToken.ThrowIfCancellationRequested();
        tell(text);
    }
}
