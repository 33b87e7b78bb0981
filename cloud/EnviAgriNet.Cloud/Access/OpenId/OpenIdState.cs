namespace EnviAgriNet.Cloud.Access.OpenId;

/// <summary>What is remembered between the way to the provider and the way back.</summary>
/// <param name="State">Ties the return to this browser.</param>
/// <param name="Nonce">Ties the token to this sign-in.</param>
/// <param name="Verifier">Ties the code to whoever began.</param>
/// <param name="Officer">Who is to be linked; null to sign in.</param>
/// <param name="Session">The session in which the officer asked for the link.</param>
internal sealed record OpenIdState(string State, string Nonce, string Verifier, string? Officer, long? Session);

/// <summary>With what the provider sends a browser back.</summary>
internal sealed record OpenIdReturn(string? Code, string? State, string? Issuer, string? Error);

/// <summary>What came of it.</summary>
internal enum OpenIdOutcome
{
    /// <summary>The officer is signed in.</summary>
    SignedIn,

    /// <summary>The officer is linked.</summary>
    Linked,

    /// <summary>It was not begun here, or too long ago, or is done already.</summary>
    Over,

    /// <summary>The person or the provider said no.</summary>
    Declined,

    /// <summary>The provider's answer does not hold.</summary>
    Wrong,

    /// <summary>The provider is not to be reached.</summary>
    Unavailable,

    /// <summary>The person is linked to no active officer.</summary>
    Unknown,

    /// <summary>The identity, or the officer, is linked already.</summary>
    Taken,
}
