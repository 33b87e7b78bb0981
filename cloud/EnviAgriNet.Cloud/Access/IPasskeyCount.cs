namespace EnviAgriNet.Cloud.Access;

/// <summary>Knows how many passkeys officers have.</summary>
internal interface IPasskeyCount
{
    /// <summary>How many an officer has.</summary>
    int Of(string officer);
}
