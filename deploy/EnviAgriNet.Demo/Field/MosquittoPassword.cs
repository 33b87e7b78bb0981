using System.Security.Cryptography;
using System.Text;

namespace EnviAgriNet.Demo.Field;

/// <summary>Writes the lines of Mosquitto's password file.</summary>
internal static class MosquittoPassword
{
    private const int SaltBytes = 12;
    private const int Rounds = 101;

    /// <summary>A line as <c>mosquitto_passwd</c> writes it: PBKDF2 with SHA-512.</summary>
    public static string Line(KeyValuePair<string, string> user)
    {
        byte[] salt = RandomNumberGenerator.GetBytes(SaltBytes);
        byte[] hash = Rfc2898DeriveBytes.Pbkdf2(
            Encoding.UTF8.GetBytes(user.Value), salt, Rounds, HashAlgorithmName.SHA512, SHA512.HashSizeInBytes);
        return $"{user.Key}:$7${Rounds}${Convert.ToBase64String(salt)}${Convert.ToBase64String(hash)}";
    }
}
