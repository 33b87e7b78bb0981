using EnviAgriNet.Cloud.Registry;
using EnviAgriNet.Cloud.Registry.Audit;

namespace EnviAgriNet.Cloud.Tests.Registry.Audit;

/// <summary>Audit books for tests.</summary>
internal static class AuditBooks
{
    /// <summary>The book of a registry, with the keys beside its file.</summary>
    public static AuditBook On(RegistryDatabase database, TimeProvider? time = null) => new(
        database, new RegistryKeys(Path.GetDirectoryName(database.Read(c => c.DataSource))!), time ?? TimeProvider.System);
}
