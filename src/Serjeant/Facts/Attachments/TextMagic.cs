using System.Buffers;
using System.Text;

namespace Serjeant.Facts.Attachments;

/// <summary>The kind of a file that is text, by how it begins. A name that says "script" counts more than this.</summary>
internal static class TextMagic
{
    private const int Looked = 4096;

    private static readonly SearchValues<byte> NameEnds = SearchValues.Create(" >\t\r\n/"u8);

    public static string Of(ReadOnlySpan<byte> bytes, ReadOnlySpan<char> extension)
    {
        Span<byte> narrow = stackalloc byte[Looked];
        var start = Start(bytes, narrow);
        start = start.TrimStart(" \t\r\n\0"u8);
        if (start.Length < 2) return "";
        if (start[0] == (byte)'<') return Markup(start);
        if (StartsWith(start, "BEGIN:VCALENDAR"u8)) return "ics";
        if (StartsWith(start, "BEGIN:VCARD"u8)) return "vcf";
        if (start.StartsWith("#@~^"u8)) return "vbe";
        if (StartsWith(start, "[InternetShortcut]"u8) || StartsWith(start, "[{000214A0-"u8)) return "url";
        if (start.StartsWith("-----BEGIN PGP"u8)) return "asc";
        if (IsMail(start)) return Contains(start, "multipart/related"u8) && !Contains(start, "\nReceived:"u8) && Contains(start, "Snapshot"u8) ? "mht" : "eml";
        // Text in which a page's markup comes late still opens as a page where the name says nothing else.
        return FileClasses.Of(extension) == FileClass.Unknown ? Script(start) : "";
    }

    /// <summary>The first bytes as single bytes: UTF-16 is narrowed, since pages in it are used to slip past scanners.</summary>
    private static ReadOnlySpan<byte> Start(ReadOnlySpan<byte> bytes, Span<byte> narrow)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xef, 0xbb, 0xbf])) bytes = bytes[3..];
        var little = bytes.StartsWith((ReadOnlySpan<byte>)[0xff, 0xfe]);
        if (!little && !bytes.StartsWith((ReadOnlySpan<byte>)[0xfe, 0xff])) return bytes[..Math.Min(Looked, bytes.Length)];
        var count = Math.Min(narrow.Length, (bytes.Length - 2) / 2);
        for (var i = 0; i < count; i++)
        {
            var at = 2 + (2 * i);
            narrow[i] = bytes[little ? at + 1 : at] == 0 ? bytes[little ? at : at + 1] : (byte)'?';
        }
        return narrow[..count];
    }

    private static string Markup(ReadOnlySpan<byte> start)
    {
        if (Contains(start, "<hta:application"u8)) return "hta";
        var xml = StartsWith(start, "<?xml"u8);
        if (StartsWith(start, "<svg"u8) || ((xml || start[1] == (byte)'!') && Contains(start, "<svg"u8) && !Contains(start, "<html"u8))) return "svg";
        if (StartsWith(start, "<!doctype html"u8) || Contains(start, "<html"u8)) return "html";
        if (xml) return Contains(start, "<job"u8) && Contains(start, "<script"u8) ? "wsf" : "xml";
        if (StartsWith(start, "<job"u8) || StartsWith(start, "<package"u8)) return Contains(start, "<script"u8) ? "wsf" : "xml";
        ReadOnlySpan<byte> name = start[1..Math.Min(start.Length, 16)];
        var end = name.IndexOfAny(NameEnds);
        if (end >= 0) name = name[..end];
        return IsElement(name) || (start[1] == (byte)'!' && (Contains(start, "<script"u8) || Contains(start, "<body"u8) || Contains(start, "<form"u8))) ? "html" : "";
    }

    private static bool IsElement(ReadOnlySpan<byte> name)
    {
        Span<char> text = stackalloc char[16];
        for (var i = 0; i < name.Length; i++) text[i] = char.ToLowerInvariant((char)name[i]);
        return text[..name.Length] is "head" or "body" or "script" or "meta" or "title" or "iframe" or "form" or "table" or "div"
            or "center" or "img" or "style" or "p" or "a" or "span" or "base" or "font" or "h1" or "h2" or "input" or "noscript" or "button";
    }

    private static bool IsMail(ReadOnlySpan<byte> start)
    {
        if (!(StartsWith(start, "Return-Path:"u8) || StartsWith(start, "Received:"u8) || StartsWith(start, "From:"u8) || StartsWith(start, "Delivered-To:"u8)
            || StartsWith(start, "MIME-Version:"u8) || StartsWith(start, "Date:"u8) || StartsWith(start, "Message-ID:"u8) || StartsWith(start, "Subject:"u8)))
            return false;
        return Contains(start, "\nFrom:"u8) || Contains(start, "\nMIME-Version:"u8) || Contains(start, "\nSubject:"u8) || Contains(start, "\nContent-Type:"u8);
    }

    private static string Script(ReadOnlySpan<byte> start)
    {
        if (StartsWith(start, "@echo off"u8)) return "bat";
        if (Contains(start, "new ActiveXObject("u8) || Contains(start, "WScript."u8)) return Contains(start, "Dim "u8) || Contains(start, "CreateObject("u8) ? "vbs" : "js";
        if (Contains(start, "Invoke-Expression"u8) || Contains(start, "Invoke-WebRequest"u8) || Contains(start, "DownloadString("u8)) return "ps1";
        return "";
    }

    private static bool StartsWith(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word) =>
        text.Length >= word.Length && Ascii.EqualsIgnoreCase(text[..word.Length], word);

    private static bool Contains(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word) => AsciiText.IndexOf(text, word) >= 0;
}
