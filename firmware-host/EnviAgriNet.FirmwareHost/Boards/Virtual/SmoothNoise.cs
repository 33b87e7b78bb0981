namespace EnviAgriNet.FirmwareHost.Boards.Virtual;

/// <summary>
/// Noise that is a function of the time alone: neighbouring times have neighbouring values, and a restart changes nothing.
/// Random numbers stand on a grid of time; between them the curve is smooth; three grids, each finer and weaker, are added.
/// </summary>
internal sealed class SmoothNoise(int seed)
{
    private const int Octaves = 3;

    /// <summary>The noise of a channel at a time, from -1 to 1, zero on average.</summary>
    /// <param name="channel">Channels are independent of each other.</param>
    /// <param name="seconds">Any time in seconds.</param>
    /// <param name="periodSeconds">The coarsest grid: over much less than this the value hardly changes.</param>
    public double At(int channel, double seconds, double periodSeconds)
    {
        double sum = 0;
        double weights = 0;
        double weight = 1;
        double period = periodSeconds;
        for (int octave = 0; octave < Octaves; octave++)
        {
            double place = seconds / period;
            double cell = Math.Floor(place);
            double within = place - cell;
            double blend = within * within * (3 - (2 * within));
            int lane = (channel * Octaves) + octave;
            double left = Uniform(lane, (long)cell);
            double right = Uniform(lane, (long)cell + 1);
            sum += weight * (left + ((right - left) * blend));
            weights += weight;
            weight /= 2;
            period /= 4;
        }

        return (2 * sum / weights) - 1;
    }

    /// <summary>A random number from 0 to 1 for a whole-numbered place in a lane.</summary>
    public double Uniform(int lane, long cell) =>
        (Mix(Mix(Mix((ulong)seed) ^ (ulong)lane) ^ (ulong)cell) >> 11) * (1.0 / (1UL << 53));

    /// <summary>The finaliser of SplitMix64.</summary>
    private static ulong Mix(ulong z)
    {
        z += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
