using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Core.Alerts;

/// <summary>How a place is called.</summary>
public sealed record Place(string NameTh, string NameEn)
{
    /// <summary>The name in a language: the Thai one for who reads Thai, the English one for everybody else.</summary>
    public string In(string language) => Languages.Choose(Languages.All, language) == Languages.Thai ? NameTh : NameEn;
}
