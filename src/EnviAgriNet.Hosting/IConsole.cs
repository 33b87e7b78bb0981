namespace EnviAgriNet.Hosting;

/// <summary>Where a command writes for the person or program that called it. Logs go elsewhere.</summary>
public interface IConsole
{
    /// <summary>Writes one line of result to standard output.</summary>
    void Line(string text);

    /// <summary>Writes one line about a fault or progress to standard error.</summary>
    void Error(string text);
}
