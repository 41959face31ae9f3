using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace GroundedDocs.Tests.Adapters.Pdf;

/// <summary>The standard security handler of PDF 1.4 with a key of 40 bits (PDF 32000-1, 7.6.3: algorithms 2, 3 and 4).</summary>
internal static class PdfEncryption
{
    private const int KeyBytes = 5;
    private const int Permissions = -4;

    private static readonly byte[] Padding = Convert.FromHexString("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A");

    /// <summary>The trailer entries of a file encrypted with these passwords.</summary>
    public static string TrailerFor(string userPassword, string ownerPassword)
    {
        var owner = Rc4(Key(Padded(ownerPassword)), Padded(userPassword));
        var permissions = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(permissions, Permissions);
        var id = new byte[16];
        var user = Rc4(Key([.. Padded(userPassword), .. owner, .. permissions, .. id]), Padding);
        return $"/ID[<{Convert.ToHexString(id)}><{Convert.ToHexString(id)}>]"
            + $"/Encrypt<</Filter/Standard/V 1/R 2/P {Permissions}/O<{Convert.ToHexString(owner)}>/U<{Convert.ToHexString(user)}>>>";
    }

    private static byte[] Padded(string password) => [.. Encoding.Latin1.GetBytes(password).Concat(Padding).Take(Padding.Length)];

    private static byte[] Key(byte[] secret) => MD5.HashData(secret)[..KeyBytes];

    private static byte[] Rc4(byte[] key, byte[] data)
    {
        byte[] state = [.. Enumerable.Range(0, 256).Select(value => (byte)value)];
        for (var (i, j) = (0, 0); i < 256; i++)
        {
            j = (j + state[i] + key[i % key.Length]) & 255;
            (state[i], state[j]) = (state[j], state[i]);
        }

        var (x, y) = (0, 0);
        return
        [
            .. data.Select(value =>
            {
                x = (x + 1) & 255;
                y = (y + state[x]) & 255;
                (state[x], state[y]) = (state[y], state[x]);
                return (byte)(value ^ state[(state[x] + state[y]) & 255]);
            }),
        ];
    }
}
