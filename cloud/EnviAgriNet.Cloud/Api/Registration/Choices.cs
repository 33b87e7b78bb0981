using EnviAgriNet.Cloud.Registration;
using EnviAgriNet.Cloud.Registry.Subscribers;
using EnviAgriNet.Core.Crops;
using EnviAgriNet.Core.Geography;
using EnviAgriNet.Core.Messages;

namespace EnviAgriNet.Cloud.Api.Registration;

/// <summary>What a form chose, and what is wrong with it by field.</summary>
/// <param name="Language">The language of the messages.</param>
/// <param name="Places">The places.</param>
/// <param name="Crops">The crops.</param>
/// <param name="Faults">By field the key of the words that say what is wrong.</param>
internal sealed record Choices(
    string Language, IReadOnlyList<RegionId> Places, IReadOnlyList<string> Crops, IReadOnlyDictionary<string, string> Faults)
{
    private static readonly HashSet<string> KnownLanguages = [.. Languages.Names.Keys];
    private static readonly HashSet<string> KnownCrops = [.. CropTable.All.Select(crop => crop.Code)];

    /// <summary>Reads the fields that registration and change have in common.</summary>
    public static Choices Read(FormFields fields)
    {
        Dictionary<string, string> faults = [];
        string language = fields.One("language");
        if (!KnownLanguages.Contains(language))
        {
            faults["language"] = "language-fault";
        }

        string[] codes = [.. fields.Many("places").Concat(fields.Many("codes")).Select(AddressForm.AsciiDigits).Distinct()];
        List<RegionId> places = [];
        foreach (string code in codes)
        {
            if (RegionId.TryParse(code, out RegionId place))
            {
                places.Add(place);
            }
        }

        if (places.Count != codes.Length || places.Count is 0 or > Registry.Limits.RegionsPerSubscriberMax)
        {
            faults["places"] = "places-fault";
        }

        IReadOnlyList<string> crops = fields.Many("crops");
        if (crops.Count > Registry.Limits.CropsPerSubscriberMax || !crops.All(KnownCrops.Contains))
        {
            faults["crops"] = "crops-fault";
            crops = [.. crops.Where(KnownCrops.Contains)];
        }

        return new Choices(language, [.. places.Order()], crops, faults);
    }

    /// <summary>The same with one more fault.</summary>
    public Choices With(string field, string fault) => this with
    {
        Faults = new Dictionary<string, string>(Faults) { [field] = fault },
    };

    /// <summary>The address of a form, of a channel that is switched on; or the fault.</summary>
    public static (string Channel, string Address, string? Fault) Address(FormFields fields, IReadOnlyCollection<string> channelsOn)
    {
        string text = fields.One("address");
        string channel = fields.One("channel") is { Length: > 0 } named ? named
            : text.Contains('@', StringComparison.Ordinal) ? ContactChannels.Email
            : channelsOn.Contains(ContactChannels.Sms) ? ContactChannels.Sms
            : ContactChannels.Phone;

        // LINE and push prove themselves through their own channels; here an address is typed.
        bool isTyped = channel is ContactChannels.Sms or ContactChannels.Phone or ContactChannels.Email;
        return !isTyped || !AddressForm.TryRead(channel, text, out string address) ? (channel, string.Empty, "address-fault")
            : !channelsOn.Contains(channel) ? (channel, string.Empty, "address-off")
            : (channel, address, null);
    }

    /// <summary>What is asked for with them.</summary>
    public Wish Wish(string way) => new(Language, Places, Crops, ConsentTexts.Current, way);
}
