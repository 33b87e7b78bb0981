using System.Text;

namespace EnviAgriNet.Cloud.Imports.Files;

/// <summary>
/// Tells whether an old workbook holds code. Programs leave an empty project behind in sheets that never had a macro, so that the modules are
/// unpacked (MS-OVBA 2.4.1) and only lines that do something count. A module that cannot be read counts as code.
/// </summary>
internal static class MacroCheck
{
    private const string Project = "_VBA_PROJECT";
    private const int ChunkBytes = 4096;

    private static readonly string[] NotModules = [Project, "dir", "PROJECT", "PROJECTwm", "Workbook", "Book", "PROJECTlk"];

    /// <summary>Whether the workbook has a project of macros, be it empty or not.</summary>
    public static bool HasProject(CompoundFile file) =>
        file.Entries.Any(e => e.Name.StartsWith(Project, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a project holds code.</summary>
    public static bool HasCode(CompoundFile file) => file.Entries
        .Where(e => e.Kind == 2 && !NotModules.Contains(e.Name, StringComparer.OrdinalIgnoreCase) && !char.IsControl(e.Name.FirstOrDefault())
            && !e.Name.StartsWith("__SRP", StringComparison.OrdinalIgnoreCase))
        .Any(e => IsCode(file.Read(e)));

    private static bool IsCode(byte[] module)
    {
        int mark = module.AsSpan().IndexOf("\0Attribut"u8);
        if (mark < 3)
        {
            return true;
        }

        string source = Encoding.ASCII.GetString(Unpack(module.AsSpan(mark - 3)));
        return source.Split('\n').Select(line => line.Trim()).Any(line => line.Length > 0
            && !line.StartsWith("Attribute VB_", StringComparison.Ordinal) && !line.StartsWith('\'') && line != "Option Explicit");
    }

    private static byte[] Unpack(ReadOnlySpan<byte> packed)
    {
        List<byte> all = [];
        int at = 1;
        while (at + 2 <= packed.Length)
        {
            int header = packed[at] | (packed[at + 1] << 8);
            int end = Math.Min(at + (header & 0x0FFF) + 3, packed.Length);
            at += 2;
            if ((header & 0x8000) == 0)
            {
                all.AddRange(packed[at..Math.Min(at + ChunkBytes, packed.Length)]);
                at += ChunkBytes;
                continue;
            }

            UnpackChunk(packed, at, end, all);
            at = end;
        }

        return [.. all];
    }

    private static void UnpackChunk(ReadOnlySpan<byte> packed, int at, int end, List<byte> all)
    {
        int start = all.Count;
        while (at < end)
        {
            byte flags = packed[at++];
            for (int bit = 0; bit < 8 && at < end; bit++)
            {
                if ((flags >> bit & 1) == 0)
                {
                    all.Add(packed[at++]);
                    continue;
                }

                if (at + 2 > end)
                {
                    return;
                }

                int token = packed[at] | (packed[at + 1] << 8);
                at += 2;
                int bits = Math.Max(4, 32 - int.LeadingZeroCount(Math.Max(0, all.Count - start - 1)));
                int length = (token & (0xFFFF >> bits)) + 3;
                int back = (token >> (16 - bits)) + 1;
                for (int i = 0; i < length && all.Count - back >= start; i++)
                {
                    all.Add(all[^back]);
                }
            }
        }
    }
}
