using System.Diagnostics.CodeAnalysis;

namespace EnviAgriNet.Protocol.Cap;

/// <summary>Names an earlier message: <c>sender,identifier,sent</c>.</summary>
public sealed record CapReference(string Sender, string Identifier, DateTimeOffset Sent)
{
    /// <summary>Reads one reference; false when it is none.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out CapReference? reference)
    {
        reference = null;
        string[] parts = text.Split(',');
        if (parts.Length != 3 || parts[0].Length == 0 || parts[1].Length == 0
            || !CapTime.TryParse(parts[2], out DateTimeOffset sent))
        {
            return false;
        }

        reference = new CapReference(parts[0], parts[1], sent);
        return true;
    }

    /// <summary>Reads references separated by white space; false when one of them is none.</summary>
    public static bool TryParseAll(string text, out IReadOnlyList<CapReference> references)
    {
        List<CapReference> all = [];
        references = all;
        foreach (string part in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (!TryParse(part, out CapReference? reference))
            {
                return false;
            }

            all.Add(reference);
        }

        return all.Count > 0;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Sender},{Identifier},{CapTime.Format(Sent)}";
}
