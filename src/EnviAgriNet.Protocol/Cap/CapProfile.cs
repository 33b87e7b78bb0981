namespace EnviAgriNet.Protocol.Cap;

/// <summary>
/// What Google's profile for public alerts and the practice of feeds ask for beyond CAP. A message that misses it is still a message:
/// these are warnings.
/// </summary>
public static class CapProfile
{
    /// <summary>The warnings about a message; empty when there is none.</summary>
    public static IReadOnlyList<CapFault> Check(CapAlert alert)
    {
        List<CapFault> warnings = [.. CapRules.CheckPublicFeed(alert)];
        if (alert.Scope != CapScope.Public)
        {
            warnings.Add(new CapFault("alert/scope", "is not Public, so that a public feed may not carry it"));
        }

        HashSet<(string, string)> seen = [];
        for (int i = 0; i < alert.Infos.Count; i++)
        {
            CapInfo info = alert.Infos[i];
            Check(info, $"alert/info[{i + 1}]", warnings);
            if (!seen.Add((info.Language ?? "en-US", string.Join('|', info.Areas.Select(a => a.Description)))))
            {
                warnings.Add(new CapFault($"alert/info[{i + 1}]/language", "says the same language and area as an info before"));
            }
        }

        return warnings;
    }

    private static void Check(CapInfo info, string path, List<CapFault> warnings)
    {
        foreach ((string name, string? text) in new[]
            { ("senderName", info.SenderName), ("headline", info.Headline), ("description", info.Description), ("web", info.Web) })
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                warnings.Add(new CapFault($"{path}/{name}", "is missing"));
            }
        }

        if (info.Web is { } web && !(Uri.TryCreate(web, UriKind.Absolute, out Uri? uri) && uri!.Scheme is "http" or "https"))
        {
            warnings.Add(new CapFault($"{path}/web", "is not a web address in full"));
        }

        foreach ((CapArea area, int i) in info.Areas.Select((a, i) => (a, i)))
        {
            if (area.Polygons.Count + area.Circles.Count + area.Geocodes.Count == 0)
            {
                warnings.Add(new CapFault($"{path}/area[{i + 1}]", "has neither polygon nor circle nor geocode"));
            }
        }

        foreach (CapResource resource in info.Resources.Where(r => r.Uri is null && r.DerefUri is null))
        {
            warnings.Add(new CapFault($"{path}/resource", $"'{CapElements.Cut(resource.Description)}' has neither uri nor derefUri"));
        }
    }
}
