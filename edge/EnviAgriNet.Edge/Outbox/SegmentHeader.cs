using System.Buffers.Binary;

namespace EnviAgriNet.Edge.Outbox;

/// <summary>
/// Gives a segment whose first page was destroyed another one. All segments are made by the same statements, so the first page,
/// which holds nothing but the header and the schema, is the same in each of them up to the page count.
/// </summary>
internal static class SegmentHeader
{
    private const int PageSizeAt = 16;
    private const int ChangeCounterAt = 24;
    private const int PageCountAt = 28;
    private const int FreePagesAt = 32;
    private const int FreePagesLength = 8;
    private const int VersionValidForAt = 92;

    /// <summary>Overwrites the first page; false when the file is too short to hold anything.</summary>
    public static bool TryRestore(string path)
    {
        byte[] page = MakeFirstPage(path);
        long pages = new FileInfo(path).Length / page.Length;
        if (pages < 2)
        {
            return false;
        }

        BinaryPrimitives.WriteInt32BigEndian(page.AsSpan(PageCountAt), (int)pages);
        page.AsSpan(FreePagesAt, FreePagesLength).Clear();
        page.AsSpan(ChangeCounterAt, 4).CopyTo(page.AsSpan(VersionValidForAt));
        using FileStream file = new(path, FileMode.Open, FileAccess.Write);
        file.Write(page);
        return true;
    }

    private static byte[] MakeFirstPage(string path)
    {
        string template = path + ".template";
        File.Delete(template);
        using (SqliteFile file = SqliteFile.Open(template))
        {
            SegmentSchema.Create(file);
            file.Checkpoint();
        }

        byte[] bytes = File.ReadAllBytes(template);
        File.Delete(template);
        int size = BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(PageSizeAt));
        return bytes[..(size == 1 ? 65536 : size)];
    }
}
