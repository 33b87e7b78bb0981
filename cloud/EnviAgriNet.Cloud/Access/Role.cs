namespace EnviAgriNet.Cloud.Access;

/// <summary>What an officer may do. Each role is granted by name; <see cref="Officer.May"/> says which includes which.</summary>
internal enum Role
{
    /// <summary>Sees what is not public.</summary>
    Viewer,

    /// <summary>Runs a community digital centre: answers calls for help and complaints; includes <see cref="Viewer"/>.</summary>
    Centre,

    /// <summary>Works on cases and subscribers, and prepares warnings; includes <see cref="Centre"/>.</summary>
    Officer,

    /// <summary>Releases, drops, changes and ends warnings; includes <see cref="Officer"/>.</summary>
    Releaser,

    /// <summary>Decides who is an officer; includes <see cref="Viewer"/> only: who may appoint two releasers should not be one.</summary>
    Admin,

    /// <summary>Reads the audit log and checks that it is whole; includes <see cref="Viewer"/> only.</summary>
    Auditor,
}
