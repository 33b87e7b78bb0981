namespace EnviAgriNet.Protocol.Cap;

/// <summary>What a message must fulfil beyond the shape of its elements: CAP's own rules, then those of a public feed.</summary>
public static class CapRules
{
    /// <summary>The most characters of a headline in a public feed.</summary>
    public const int HeadlineLengthMax = 140;

    // Enough to see what is wrong; more of the same helps nobody and takes memory.
    private const int FaultsMax = 100;

    /// <summary>The faults against CAP 1.2; empty when there is none.</summary>
    public static IReadOnlyList<CapFault> Check(CapAlert alert)
    {
        List<CapFault> faults = [];
        CheckName(alert.Identifier, "alert/identifier", faults);
        CheckName(alert.Sender, "alert/sender", faults);
        CheckScope(alert, faults);
        CheckReferences(alert, faults);
        int effort = CapShapes.EffortMax;
        for (int i = 0; i < alert.Infos.Count && faults.Count < FaultsMax; i++)
        {
            CheckInfo(alert.Infos[i], $"alert/info[{i + 1}]", faults, ref effort);
        }

        return faults;
    }

    /// <summary>The faults against what public feeds ask for on top of CAP; empty when there is none.</summary>
    public static IReadOnlyList<CapFault> CheckPublicFeed(CapAlert alert)
    {
        List<CapFault> faults = [];
        if (alert.Infos.Count == 0)
        {
            faults.Add(new CapFault("alert/info", "is missing"));
        }

        for (int i = 0; i < alert.Infos.Count; i++)
        {
            CheckFeedInfo(alert, alert.Infos[i], $"alert/info[{i + 1}]", faults);
        }

        return faults;
    }

    private static void CheckName(string text, string path, List<CapFault> faults)
    {
        if (text.Length == 0 || text.Any(c => char.IsWhiteSpace(c) || c is ',' or '<' or '&'))
        {
            faults.Add(new CapFault(path, "is empty or holds a space, a comma, < or &"));
        }
    }

    private static void CheckScope(CapAlert alert, List<CapFault> faults)
    {
        // Senders that write every element leave those empty that do not apply.
        if ((alert.Scope == CapScope.Restricted) != !string.IsNullOrWhiteSpace(alert.Restriction))
        {
            faults.Add(new CapFault("alert/restriction", "stands with scope Restricted, and only there"));
        }

        if (alert.Scope == CapScope.Private && string.IsNullOrWhiteSpace(alert.Addresses))
        {
            faults.Add(new CapFault("alert/addresses", "is missing with scope Private"));
        }

        foreach ((string name, string? text) in new[] { ("addresses", alert.Addresses), ("incidents", alert.Incidents) })
        {
            if (text is not null && text.Count(c => c == '"') % 2 != 0)
            {
                faults.Add(new CapFault($"alert/{name}", "opens a quotation mark and does not close it"));
            }
        }
    }

    private static void CheckReferences(CapAlert alert, List<CapFault> faults)
    {
        if (string.IsNullOrWhiteSpace(alert.References))
        {
            if (alert.MessageType != CapMessageType.Alert)
            {
                faults.Add(new CapFault("alert/references", $"is missing with msgType {alert.MessageType}"));
            }

            return;
        }

        if (!CapReference.TryParseAll(alert.References, out IReadOnlyList<CapReference> references))
        {
            faults.Add(new CapFault("alert/references", "is not a list of sender,identifier,sent"));
            return;
        }

        foreach (CapReference reference in references)
        {
            if (reference.Identifier == alert.Identifier && reference.Sender == alert.Sender)
            {
                faults.Add(new CapFault("alert/references", "names the message itself"));
            }
            else if (reference.Sent > alert.Sent)
            {
                faults.Add(new CapFault("alert/references", "names a message sent later"));
            }
        }
    }

    private static void CheckInfo(CapInfo info, string path, List<CapFault> faults, ref int effort)
    {
        if (info.Expires < (info.Effective ?? DateTimeOffset.MinValue))
        {
            faults.Add(new CapFault($"{path}/expires", "is before effective"));
        }

        if (info.Event.Trim().Length == 0)
        {
            faults.Add(new CapFault($"{path}/event", "is empty"));
        }

        for (int i = 0; i < info.Areas.Count && faults.Count < FaultsMax; i++)
        {
            CheckArea(info.Areas[i], $"{path}/area[{i + 1}]", faults, ref effort);
        }

        for (int i = 0; i < info.Resources.Count; i++)
        {
            if (info.Resources[i].Size < 0)
            {
                faults.Add(new CapFault($"{path}/resource[{i + 1}]/size", "is negative"));
            }

            if (info.Resources[i].Digest is { } digest && (digest.Length != 40 || !digest.All(char.IsAsciiHexDigit)))
            {
                faults.Add(new CapFault($"{path}/resource[{i + 1}]/digest", "is not a SHA-1 of 40 hex digits"));
            }
        }
    }

    private static void CheckArea(CapArea area, string path, List<CapFault> faults, ref int effort)
    {
        if (area.Ceiling is not null && area.Altitude is null)
        {
            faults.Add(new CapFault($"{path}/ceiling", "stands without altitude"));
        }
        else if (area.Ceiling < area.Altitude)
        {
            faults.Add(new CapFault($"{path}/ceiling", "is below altitude"));
        }

        foreach (string polygon in area.Polygons)
        {
            if (CapShapes.FaultOfPolygon(polygon, ref effort) is { } rule)
            {
                faults.Add(new CapFault($"{path}/polygon", rule));
            }
        }

        foreach (string circle in area.Circles)
        {
            if (CapShapes.FaultOfCircle(circle) is { } rule)
            {
                faults.Add(new CapFault($"{path}/circle", rule));
            }
        }
    }

    private static void CheckFeedInfo(CapAlert alert, CapInfo info, string path, List<CapFault> faults)
    {
        CapInfo first = alert.Infos[0];
        if (!info.Categories.SequenceEqual(first.Categories) || !info.EventCodes.SequenceEqual(first.EventCodes))
        {
            faults.Add(new CapFault(path, "category and eventCode differ from those of the first info"));
        }

        if (info.Expires is null)
        {
            faults.Add(new CapFault($"{path}/expires", "is missing"));
        }
        else if (info.Expires <= alert.Sent)
        {
            faults.Add(new CapFault($"{path}/expires", "is not after sent"));
        }

        if (info.Areas.Count == 0)
        {
            faults.Add(new CapFault($"{path}/area", "is missing"));
        }

        if (info.Headline?.Length > HeadlineLengthMax)
        {
            faults.Add(new CapFault(
                $"{path}/headline", $"has {info.Headline.Length} characters, allowed are {HeadlineLengthMax}"));
        }

        foreach ((string name, string? text) in new[]
            { ("headline", info.Headline), ("description", info.Description), ("instruction", info.Instruction) })
        {
            if (text is not null && CapHtml.IsIn(text))
            {
                faults.Add(new CapFault($"{path}/{name}", "holds HTML, allowed is plain text"));
            }
        }
    }
}
