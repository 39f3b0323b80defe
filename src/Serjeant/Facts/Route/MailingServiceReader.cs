using MimeKit;
using Serjeant.Registers;
using Serjeant.Values;

namespace Serjeant.Facts.Route;

/// <summary>A mass-mail service recognised, and the customer's account on it.</summary>
/// <param name="Name">Null where none was recognised.</param>
/// <param name="Account">As the service's header shows it; null where not shown.</param>
/// <param name="Confirmed">Its own host handed the mail over; else only names and headers say so, which anybody can copy.</param>
internal readonly record struct MailingServiceMark(string? Name, string? Account, bool Confirmed);

/// <summary>Recognises the mass-mail service that sent a message: by the host that handed it over, else by what it says of itself.</summary>
internal sealed class MailingServiceReader(MailingServices services)
{
    /// <summary>Characters kept of an account; services use numbers and short names.</summary>
    private const int MostAccount = 128;

    /// <param name="route">For the host at the hand-over.</param>
    /// <param name="returnPath">Domain of the envelope sender; empty where unknown.</param>
    /// <param name="messageId">As written; null where there is none.</param>
    public MailingServiceMark Read(HeaderList headers, RouteFacts route, DomainName returnPath, AuthenticationFacts authentication, string? messageId)
    {
        var byHost = Find(route.OriginHost);
        var service = byHost ?? FindByHeader(headers) ?? services.FindByHost(returnPath) ?? FindBySignature(authentication) ?? FindByMessageId(messageId);
        return service is null ? default : new(service.Name, Account(headers, service), byHost is not null);
    }

    private MailingService? FindByHeader(HeaderList headers)
    {
        for (var i = 0; i < headers.Count; i++)
            if (headers[i].Id is HeaderId.Unknown && services.FindByHeader(headers[i].Field) is { } service) return service;
        return null;
    }

    private MailingService? FindBySignature(AuthenticationFacts authentication)
    {
        foreach (var signature in authentication.Signatures)
            if (services.FindByHost(signature.Domain) is { } service) return service;
        return null;
    }

    private MailingService? FindByMessageId(string? messageId)
    {
        if (messageId is null) return null;
        var host = messageId.AsSpan(messageId.LastIndexOf('@') + 1).Trim("<> ");
        return DomainName.TryParse(host, out var domain) ? services.FindByHost(domain) : null;
    }

    private MailingService? Find(string host) => DomainName.TryParse(host, out var domain) ? services.FindByHost(domain) : null;

    private static string? Account(HeaderList headers, MailingService service)
    {
        if (service.AccountHeaders.IsEmpty) return null;
        Span<char> buffer = stackalloc char[FieldText.MostCharacters];
        foreach (var name in service.AccountHeaders)
            for (var i = 0; i < headers.Count; i++)
            {
                if (!headers[i].Field.Equals(name, StringComparison.OrdinalIgnoreCase)) continue;
                var value = FieldText.Unfold(headers[i], buffer);
                if (!value.IsEmpty) return value[..Math.Min(value.Length, MostAccount)].ToString();
            }
        return null;
    }
}
