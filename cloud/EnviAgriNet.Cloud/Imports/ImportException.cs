namespace EnviAgriNet.Cloud.Imports;

/// <summary>A file is refused as a whole; nothing of it is kept. The message says why, for the person who brought it.</summary>
internal sealed class ImportException(string reason) : Exception(reason);
