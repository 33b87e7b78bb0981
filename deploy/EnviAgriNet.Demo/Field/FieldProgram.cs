namespace EnviAgriNet.Demo.Field;

/// <summary>The programs of the network.</summary>
public enum FieldProgram
{
    /// <summary><c>eag-cloud</c>.</summary>
    Cloud,

    /// <summary><c>eag-edge</c>.</summary>
    Edge,

    /// <summary><c>eag-firmware</c>.</summary>
    Firmware,
}
