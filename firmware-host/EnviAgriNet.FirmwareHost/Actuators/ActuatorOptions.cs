using System.ComponentModel.DataAnnotations;
using System.Text;

namespace EnviAgriNet.FirmwareHost.Actuators;

/// <summary>Where this program is asked about its state and told to sound and show.</summary>
internal sealed class ActuatorOptions : IValidatableObject
{
    public const string Section = "Actuators";

    private const int SocketBytesMax = 107;

    /// <summary>firmware.sock: this program's own Unix socket, at most 107 bytes. The file of progress stands beside it.</summary>
    [Required]
    public string Socket { get; set; } = "firmware.sock";

    /// <summary>Where the progress is kept.</summary>
    internal string ProgressPath => Socket + ".progress.json";

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Encoding.UTF8.GetByteCount(Socket) > SocketBytesMax)
        {
            yield return new ValidationResult(
                $"Socket '{Socket}' is longer than the {SocketBytesMax} bytes of a Unix socket's path", [nameof(Socket)]);
        }
        else if (Path.GetDirectoryName(Path.GetFullPath(Socket)) is { } folder && !Directory.Exists(folder))
        {
            yield return new ValidationResult($"the folder of Socket '{Socket}' does not exist", [nameof(Socket)]);
        }
    }
}
