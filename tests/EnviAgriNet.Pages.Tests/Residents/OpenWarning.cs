using EnviAgriNet.Cloud.Alerts;
using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Core.Alerts;
using EnviAgriNet.Core.Geography;

namespace EnviAgriNet.Pages.Tests.Residents;

/// <summary>A flood warning that is out, as the alert desk would have left it in the registry.</summary>
internal static class OpenWarning
{
    /// <summary>Puts it into the registry of a cloud.</summary>
    public static void Put(PagesCloud cloud, string region, string id = "flood-1")
    {
        DateTimeOffset now = DateTimeOffset.UtcNow;
        AlertVersion warning = new(
            $"{id}-v1", id, 1, "Alert", false, "river-flood", "Severe", AlertState.Targeted, RegionId.Parse(region), now.AddMinutes(-4), now.AddMinutes(-3),
            now.AddHours(6),
            new Dictionary<string, AlertText>
            {
                ["th"] = new(
                    "น้ำล้นตลิ่ง", "น้ำน่านล้นตลิ่งที่ ต.ในเวียง", "ระดับน้ำสูงกว่าตลิ่ง 0.3 เมตร", "ขึ้นที่สูงทันที อย่าขับรถผ่านน้ำไหล", "น้ำล้นตลิ่ง ขึ้นที่สูง", "ต.ในเวียง อ.เมืองน่าน",
                    "ศูนย์เตือนภัยจังหวัดน่าน"),
                ["en"] = new(
                    "River flood", "The Nan is over its bank at Nai Wiang", "The river stands 0.3 m over the bank", "Go to higher ground now. Do not drive through flowing water",
                    "Flood: go up", "Nai Wiang, Mueang Nan", "Nan warning centre"),
            },
            Siren: true,
            "<alert xmlns='urn:oasis:names:tc:emergency:cap:1.2'/>");
        cloud.Get<RegistryDatabase>().Write(connection =>
        {
            AlertTables.OpenManual(connection, id, warning.Region, warning.Hazard, warning.MeasuredAt, "Severe");
            return AlertTables.Insert(connection, warning);
        });
    }
}
