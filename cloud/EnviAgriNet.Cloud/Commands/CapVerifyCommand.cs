using System.CommandLine;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using EnviAgriNet.Hosting;
using EnviAgriNet.Protocol.Cap;

namespace EnviAgriNet.Cloud.Commands;

/// <summary><c>cap verify</c>: holds a file to CAP 1.2, and its signature to a certificate.</summary>
internal static class CapVerifyCommand
{
    /// <summary>The command.</summary>
    public static Command Make(IConsole console)
    {
        Command verify = new("verify", "check a file: CAP 1.2, what public feeds ask for, and its signature; exit code 1 when it is refused");
        Argument<FileInfo> file = new("FILE") { Description = "the document" };
        Option<string?> certificate = new("--certificate")
        {
            Description = "the certificate (PEM) that must have signed it; without one a signature is named and not believed",
            HelpName = "FILE",
        };
        Option<bool> past = new("--past") { Description = "also accept SHA-1 and expired certificates, to look at archives" };
        Option<bool> json = CloudCall.JsonOption();
        verify.Arguments.Add(file);
        verify.Options.Add(certificate);
        verify.Options.Add(past);
        verify.Options.Add(json);
        verify.SetAction((call, _) => Task.FromResult(Verify(
            console, call.GetRequiredValue(file), call.GetValue(certificate), call.GetValue(past), call.GetValue(json))));
        return verify;
    }

    private static int Verify(IConsole console, FileInfo file, string? certificateFile, bool past, bool asJson)
    {
        byte[] document;
        X509Certificate2[] certificates;
        try
        {
            document = file.Exists && file.Length > CapReader.BytesMax ? new byte[CapReader.BytesMax + 1] : File.ReadAllBytes(file.FullName);
            certificates = certificateFile is null ? [] : [X509CertificateLoader.LoadCertificateFromFile(certificateFile)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            console.Error(e.Message);
            return ExitCodes.Usage;
        }

        CapReadResult read = CapReader.Read(document);
        IReadOnlyList<CapFault> faults = read.Alert is { } alert ? CapRules.Check(alert) : read.Faults;
        IReadOnlyList<CapFault> warnings = read.Alert is { } same ? CapProfile.Check(same) : [];
        CapSignatureCheck signature = CapSignature.Verify(
            document, certificates, TimeProvider.System.GetUtcNow(), past ? CapSignatureForm.Past : CapSignatureForm.Strict);
        bool isRefused = faults.Count > 0 || (certificateFile is not null && signature.Verdict != CapSignatureVerdict.Valid);
        Print(console, asJson, isRefused, faults, warnings, signature);
        return isRefused ? ExitCodes.Failed : ExitCodes.Ok;
    }

    private static void Print(
        IConsole console,
        bool asJson,
        bool isRefused,
        IReadOnlyList<CapFault> faults,
        IReadOnlyList<CapFault> warnings,
        CapSignatureCheck signature)
    {
        if (asJson)
        {
            console.Line(new JsonObject
            {
                ["valid"] = !isRefused,
                ["faults"] = List(faults),
                ["warnings"] = List(warnings),
                ["signature"] = signature.Verdict.ToString().ToLowerInvariant(),
                ["signature_reason"] = signature.Reason,
            }.ToJsonString(CloudCall.ReadableJson));
            return;
        }

        console.Line(isRefused ? "refused" : "valid");
        foreach (CapFault fault in faults)
        {
            console.Line($"fault    {fault}");
        }

        foreach (CapFault warning in warnings)
        {
            console.Line($"warning  {warning}");
        }

        console.Line($"signature {signature.Verdict.ToString().ToLowerInvariant()}: {signature.Reason}");
    }

    private static JsonArray List(IReadOnlyList<CapFault> faults) =>
        [.. faults.Select(f => (JsonNode)new JsonObject { ["element"] = f.Element, ["rule"] = f.Rule })];
}
