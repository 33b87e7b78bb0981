/** How high a map is where nobody says otherwise; also of the place that is kept for one that is still being fetched. */
export const mapHeight = "clamp(20rem, 60vh, 44rem)";
