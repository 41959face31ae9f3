using System.Globalization;
using System.Text;
using System.Xml.Linq;
using GroundedDocs.App.Composition;
using GroundedDocs.Orchestration.Ports;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace GroundedDocs.App.Access;

/// <summary>
/// Keeps the keys that protect sessions, in a container of their own: who can read the table of callers' keys cannot make a session.
/// Keys are numbered, and of several processes that make the next one at the same time the first wins; the others then find its key.
/// </summary>
internal sealed class SessionKeys(StoragePorts storage, Readiness readiness) : IXmlRepository
{
    private int next;

    /// <inheritdoc/>
    /// <exception cref="StorageUnavailableException">The storage account does not answer, or the app has only just started.</exception>
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        // A request that comes while the app starts is refused rather than kept waiting.
        if (!readiness.StorageReady.IsCompletedSuccessfully)
        {
            throw new StorageUnavailableException();
        }

        return Run(ReadAsync);
    }

    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName)
    {
        ArgumentNullException.ThrowIfNull(element);
        var content = Encoding.UTF8.GetBytes(element.ToString(SaveOptions.DisableFormatting));
        // Whether this key or another process's is there now: the caller reads all keys again and takes what it finds.
        _ = Run(() => storage.Blobs.CreateAsync(NameOf(next), content, CancellationToken.None));
    }

    private async Task<IReadOnlyCollection<XElement>> ReadAsync()
    {
        var elements = new List<XElement>();
        await foreach (var blob in storage.Blobs.ListAsync(StorageNames.Sessions, "", CancellationToken.None))
        {
            if (
                int.TryParse(blob.Name.Path, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && await storage.Blobs.ReadAsync(blob.Name, CancellationToken.None) is { } content
            )
            {
                elements.Add(XElement.Parse(Encoding.UTF8.GetString(content.Span)));
                next = Math.Max(next, number + 1);
            }
        }

        return elements;
    }

    private static BlobName NameOf(int number) => new(StorageNames.Sessions, number.ToString("D6", CultureInfo.InvariantCulture));

    /// <summary>The library asks for its keys synchronously, some times in the life of a process.</summary>
    private static T Run<T>(Func<Task<T>> read) => Task.Run(read).GetAwaiter().GetResult();
}
