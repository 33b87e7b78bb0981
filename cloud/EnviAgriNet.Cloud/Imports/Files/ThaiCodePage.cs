using System.Text;

namespace EnviAgriNet.Cloud.Imports.Files;

/// <summary>Code page 874, in which old Thai programs write.</summary>
internal static class ThaiCodePage
{
    private const int Number = 874;

    /// <summary>The encoding. The first use makes all code pages known, which old workbooks need.</summary>
    public static Encoding Encoding { get; } = Register();

    private static Encoding Register()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(Number);
    }
}
