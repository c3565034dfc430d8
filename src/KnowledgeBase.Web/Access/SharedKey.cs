using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using KnowledgeBase.Web.Publishing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace KnowledgeBase.Web.Access;

/// <summary>
/// The one key of what the site signs: the token of the paste form, and what a page tells a circuit. It is made from a secret, so that replicas with the same
/// secret take each other's forms without a place that all of them could write. Without a secret it is a new one with every start.
/// </summary>
internal static class SharedKey
{
    private const string Purpose = "KnowledgeBase forms and circuits";
    private const int MasterKeyBytes = 64;
    private const int IdBytes = 16;

    public static void AddSharedKey(this IServiceCollection services)
    {
        // Else the place where the program lies would be part of every key.
        services.AddDataProtection().SetApplicationName(nameof(KnowledgeBase));
        services.AddOptions<KeyManagementOptions>().Configure<IOptions<SiteOptions>>((keys, site) =>
        {
            keys.AutoGenerateKeys = false;
            keys.XmlRepository = new OneKey(site.Value.Secret is { Length: > 0 } secret ? secret : RandomNumberGenerator.GetHexString(MasterKeyBytes));
        });
    }

    /// <summary>A list of keys as the framework keeps them, which holds one and takes no other. It does not age: who wants another one sets another secret.</summary>
    private sealed class OneKey(string secret) : IXmlRepository
    {
        private readonly XElement _key = Of(HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), MasterKeyBytes + IdBytes, info: Encoding.UTF8.GetBytes(Purpose)));

        public IReadOnlyCollection<XElement> GetAllElements() => ImmutableArray.Create(_key);

        public void StoreElement(XElement element, string friendlyName) => throw new InvalidOperationException("There is one key, and it comes from the secret.");

        private static XElement Of(byte[] material)
        {
            using var master = new Secret(material.AsSpan(0, MasterKeyBytes).ToArray());
            var descriptor = new AuthenticatedEncryptorDescriptor(new AuthenticatedEncryptorConfiguration(), master).ExportToXml();
            return new XElement(
                "key",
                new XAttribute("id", new Guid(material.AsSpan(MasterKeyBytes))),
                new XAttribute("version", 1),
                new XElement("creationDate", Day(2020)),
                new XElement("activationDate", Day(2020)),
                new XElement("expirationDate", Day(9000)),
                new XElement("descriptor", new XAttribute("deserializerType", descriptor.DeserializerType.AssemblyQualifiedName!), descriptor.SerializedDescriptorElement));
        }

        private static string Day(int year) => new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero).ToString("o", CultureInfo.InvariantCulture);
    }
}
