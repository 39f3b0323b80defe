using MimeKit;

namespace Serjeant.Facts.Bulk;

/// <summary>What the kinds of a message's parts say about its purpose; no part is decoded but the head of a calendar without a method.</summary>
internal readonly record struct BodySigns(string ReportType, bool DeliveryStatus, bool FeedbackReport, bool Disposition, bool Returned, bool Calendar)
{
    /// <summary>Reports have three parts; beyond these bounds lies ordinary mail with attachments.</summary>
    private const int MostParts = 40, MostDepth = 4;

    public static BodySigns Of(MimeEntity? body)
    {
        if (body is null) return default;
        var reportType = body is Multipart && body.ContentType.IsMimeType("multipart", "report") ? body.ContentType.Parameters["report-type"] ?? "" : "";
        var signs = new BodySigns(reportType.Trim().ToLowerInvariant(), false, false, false, false, false);
        var left = MostParts;
        Walk(body, 0, ref left, ref signs);
        return signs;
    }

    private static void Walk(MimeEntity entity, int depth, ref int left, ref BodySigns signs)
    {
        if (--left < 0) return;
        if (entity is Multipart multipart)
        {
            for (var i = 0; i < multipart.Count && depth < MostDepth; i++) Walk(multipart[i], depth + 1, ref left, ref signs);
            return;
        }
        var type = entity.ContentType;
        if (type.MediaType.Equals("message", StringComparison.OrdinalIgnoreCase))
        {
            if (Is(type, "delivery-status") || Is(type, "global-delivery-status")) signs = signs with { DeliveryStatus = true };
            else if (Is(type, "feedback-report")) signs = signs with { FeedbackReport = true };
            else if (Is(type, "disposition-notification") || Is(type, "global-disposition-notification")) signs = signs with { Disposition = true };
            else if (Is(type, "rfc822") || Is(type, "global")) signs = signs with { Returned = true };
        }
        else if (type.MediaType.Equals("text", StringComparison.OrdinalIgnoreCase))
        {
            if (Is(type, "rfc822-headers")) signs = signs with { Returned = true };
            else if (Is(type, "calendar") && HasMethod(entity)) signs = signs with { Calendar = true };
        }
    }

    private static bool Is(ContentType type, string subtype) => type.MediaSubtype.Equals(subtype, StringComparison.OrdinalIgnoreCase);

    /// <summary>RFC 6047 section 2.4 demands the parameter; some programs only write METHOD into the calendar. A bare .ics file has neither.</summary>
    private static bool HasMethod(MimeEntity entity)
    {
        if (!string.IsNullOrEmpty(entity.ContentType.Parameters["method"])) return true;
        if (entity is not MimePart { Content: { } content }) return false;
        var head = new byte[1024];
        try
        {
            using var stream = content.Open();
            var read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
            return head.AsSpan(0, read).IndexOf("\nMETHOD:"u8) >= 0;
        }
        catch (Exception e) when (e is IOException or FormatException or InvalidOperationException)
        {
            return false;
        }
    }
}
