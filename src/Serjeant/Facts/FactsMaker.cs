using MimeKit;
using Serjeant.Facts.Authentication;
using Serjeant.Facts.Body;
using Serjeant.Facts.Bulk;
using Serjeant.Facts.Headers;
using Serjeant.Facts.Route;
using Serjeant.Facts.Text;
using Serjeant.Registers;
using Serjeant.Sources;
using Serjeant.Values;

namespace Serjeant.Facts;

/// <summary>Makes facts of bytes. Stateless but for its registers and limits; safe to share between threads.</summary>
public sealed class FactsMaker
{
    // Without it the runtime knows no Windows or national charset, and half the world's older mail would be read as Latin-1.
    static FactsMaker() => System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);

    private static readonly ParserOptions Options = new() { MaxMimeDepth = 128 };

    [ThreadStatic]
    private static MimeParser? _parser;

    private readonly FactsLimits _limits;
    private readonly BodyReader _body;
    private readonly TextReaders _text = new();
    private readonly RecipientReader _recipients;
    private readonly RouteReader _route;
    private readonly AuthenticationReader _authentication;
    private readonly BulkReader _bulk = new();
    private readonly MailingServiceReader _services;

    /// <param name="roster">Whose people and domains are ours.</param>
    /// <param name="services">Mass-mail services to recognise.</param>
    /// <param name="trusted">authserv-ids (RFC 8601) whose results are believed; empty for those above the hand-over.</param>
    /// <param name="limits">Bounds.</param>
    public FactsMaker(Roster roster, MailingServices services, IReadOnlySet<string>? trusted = null, FactsLimits? limits = null)
    {
        _limits = limits ?? FactsLimits.Default;
        _route = new(roster.OwnDomains, _limits);
        _authentication = new(trusted ?? new HashSet<string>());
        _services = new(services);
        _body = new(_limits, _text);
        _recipients = new(roster, _limits);
    }

    /// <summary>Never throws on any bytes: what cannot be parsed becomes <see cref="OddityKind.Unparsable"/>.</summary>
    public MessageFacts Make(RawMessage raw, CancellationToken cancellation = default)
    {
        var sha256 = Sha256.Of(raw.Bytes.Span);
        var oddities = new Oddities();
        try
        {
            var bytes = LongFields.Cut(raw.Bytes, out var cut);
            if (cut) oddities.Add(OddityKind.TooLong, "header");
            using var message = Parse(bytes, cancellation);
            return Read(raw, sha256, message, oddities);
        }
        // What a parser does with hostile bytes is its own affair; here it is one more fact about the message.
        catch (Exception problem) when (problem is not OperationCanceledException and not OutOfMemoryException)
        {
            oddities.Add(OddityKind.Unparsable, problem.GetType().Name);
            return new()
            {
                Place = raw.Place,
                Sha256 = sha256,
                Size = raw.Bytes.Length,
                Sender = SenderFacts.None,
                Recipients = RecipientFacts.None,
                Oddities = oddities.ToImmutable(),
            };
        }
    }

    private static MimeMessage Parse(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        // Persistent: parts stay views on our bytes instead of copies.
        var stream = System.Runtime.InteropServices.MemoryMarshal.TryGetArray(bytes, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false, publiclyVisible: true)
            : new MemoryStream(bytes.ToArray(), writable: false);
        // One parser a thread: its buffers are most of what parsing a short message allocates.
        if (_parser is { } parser) parser.SetStream(stream, MimeFormat.Entity, persistent: true);
        else _parser = parser = new(Options, stream, MimeFormat.Entity, persistent: true);
        return parser.ParseMessage(cancellation);
    }

    private MessageFacts Read(RawMessage raw, Sha256 sha256, MimeMessage message, Oddities oddities)
    {
        var headers = message.Headers;
        var single = SingleFields.Read(headers, oddities);
        var sender = SenderReader.Read(headers);
        NameForm.Note(sender, oddities);
        if (sender.From.IsEmpty) oddities.Add(OddityKind.NoFrom);
        else if (sender.Author?.Address is null) oddities.Add(OddityKind.MalformedFrom);
        else if (sender.From.Length > 1) oddities.Add(OddityKind.SeveralFrom);
        var route = _route.Read(headers, single.Date);
        var authentication = _authentication.Read(headers, sender.Domain, route);
        var service = _services.Read(headers, route, sender.ReturnPath?.Domain ?? default, authentication, single.MessageId);
        var recipients = _recipients.Read(headers, route, out var tooMany);
        if (tooMany) oddities.Add(OddityKind.TooManyRecipients);
        var body = _body.Read(message.Body, recipients, oddities.Add);
        var subject = SubjectReader.Read(single.Subject);
        var content = body.Content;
        if (!content.HasHtml && !content.HasPlainText && body.Attachments.IsEmpty) oddities.Add(OddityKind.EmptyBody);
        if (content.HasHtml && !content.HasPlainText) oddities.Add(OddityKind.HtmlOnly);
        var inSubject = _text.Themes(subject.Topic);
        return new()
        {
            Place = raw.Place,
            Sha256 = sha256,
            Size = raw.Bytes.Length,
            MessageId = single.MessageId,
            ClaimedDate = single.Date,
            ReceivedDate = route.Hops.IsEmpty ? null : route.Hops[0].Clock,
            Subject = subject,
            Thread = new(single.InReplyTo, single.References),
            Sender = sender,
            Recipients = recipients,
            Route = service.Name is null ? route : route with { MailingService = service.Name, ServiceAccount = service.Account },
            Authentication = authentication,
            Bulk = _bulk.Read(headers, message.Body, sender.NullReturnPath),
            Content = inSubject.IsEmpty ? content : content with { Themes = [.. inSubject, .. content.Themes] },
            Links = [.. body.Links],
            Attachments = body.Attachments,
            Oddities = oddities.ToImmutable(),
        };
    }
}
