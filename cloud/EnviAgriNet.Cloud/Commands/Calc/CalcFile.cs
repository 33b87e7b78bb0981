#pragma warning disable RS0030 // Standard input is a file like any other to this command.
using System.IO.Compression;

namespace EnviAgriNet.Cloud.Commands.Calc;

/// <summary>Opens the file of a call: a path, one that ends in <c>.gz</c>, or <c>-</c> for standard input.</summary>
internal static class CalcFile
{
    public static Stream Open(string file)
    {
        if (file == "-")
        {
            return Console.OpenStandardInput();
        }

        FileStream stream = File.OpenRead(file);
        return file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
    }
}
