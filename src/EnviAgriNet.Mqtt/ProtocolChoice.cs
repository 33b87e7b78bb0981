namespace EnviAgriNet.Mqtt;

/// <summary>
/// Which version the next attempt speaks. A broker that says it does not know MQTT 5 is believed for good; one that
/// hangs up without an answer, as some do, is tried with the other version next time, and with 5 again after that.
/// </summary>
internal sealed class ProtocolChoice(LinkProtocol wanted)
{
    private bool _isGuess;

    public LinkProtocol Version { get; private set; } = wanted == LinkProtocol.Auto ? LinkProtocol.V5 : wanted;

    /// <summary>The broker refused the version; true if the other one is worth an attempt now.</summary>
    public bool OnVersionRefused()
    {
        if (wanted != LinkProtocol.Auto || (Version == LinkProtocol.V311 && !_isGuess))
        {
            return false;
        }

        bool wasGuess = _isGuess;
        _isGuess = false;
        Version = Version == LinkProtocol.V5 ? LinkProtocol.V311 : LinkProtocol.V5;
        return !wasGuess;
    }

    /// <summary>The broker hung up before it answered.</summary>
    public void OnHungUp()
    {
        if (wanted != LinkProtocol.Auto || (Version == LinkProtocol.V311 && !_isGuess))
        {
            return;
        }

        _isGuess = Version == LinkProtocol.V5;
        Version = _isGuess ? LinkProtocol.V311 : LinkProtocol.V5;
    }
}
