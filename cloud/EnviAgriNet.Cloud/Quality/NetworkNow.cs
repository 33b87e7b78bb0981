namespace EnviAgriNet.Cloud.Quality;

/// <summary>Network time, or null in a replay that has not begun.</summary>
internal delegate DateTimeOffset? NetworkNow();
