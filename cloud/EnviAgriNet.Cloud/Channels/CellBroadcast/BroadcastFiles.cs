using EnviAgriNet.Hosting;

namespace EnviAgriNet.Cloud.Channels.CellBroadcast;

/// <summary>
/// Puts files into the operator's folder so that a whole file appears or none; what is not whole yet has a hidden name.
/// </summary>
internal static class BroadcastFiles
{
    private const int NameLengthMax = 150;

    /// <summary>An identifier as a file name: what may not stand in one becomes <c>_</c>.</summary>
    public static string NameOf(string identifier)
    {
        string name = string.Concat(identifier.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' ? c : '_')).TrimStart('.');
        return name.Length <= NameLengthMax ? name : name[^NameLengthMax..];
    }

    /// <summary>Writes a file; one of the same name is replaced. Throws an <see cref="IOException"/> when it cannot.</summary>
    public static void Write(string folder, string name, string content) => WholeFile.Replace(Path.Combine(folder, name), content);
}
