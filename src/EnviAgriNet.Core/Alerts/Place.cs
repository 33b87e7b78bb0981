using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Core.Alerts;

/// <summary>How a place is called.</summary>
public sealed record Place(string NameTh, string NameEn)
{
    /// <summary>The name in a language.</summary>
    public string In(string language) => language == Languages.Thai ? NameTh : NameEn;
}
