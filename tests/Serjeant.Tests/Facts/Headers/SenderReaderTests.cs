using CsCheck;
using MimeKit;
using Serjeant.Facts;
using Serjeant.Facts.Headers;
using Serjeant.Tests.Facts.Route;
using Xunit;

namespace Serjeant.Tests.Facts.Headers;

/// <summary>Who a message says it comes from: mailboxes, lists that rewrite, what lies behind a name.</summary>
public sealed class SenderReaderTests
{
    private static SenderFacts Read(string headers) => SenderReader.Read(FactsMaterial.Headers(headers));

    private static Mailbox From(string value) => Read("From: " + value).From[0];

    [Theory]
    [InlineData("ann@house.example", "", "ann@house.example")]
    [InlineData("Ann Hartwell <ann@house.example>", "Ann Hartwell", "ann@house.example")]
    [InlineData("\"Hartwell, Ann\" <ann@house.example>", "Hartwell, Ann", "ann@house.example")]
    [InlineData("Hartwell, Ann <ann@house.example>", "Hartwell, Ann", "ann@house.example")]
    [InlineData("'Ann Hartwell' <ann@house.example>", "Ann Hartwell", "ann@house.example")]
    [InlineData("ann@house.example (Ann Hartwell)", "Ann Hartwell", "ann@house.example")]
    [InlineData("=?utf-8?q?Ann_H=C3=A4rtwell?= <ann@house.example>", "Ann Härtwell", "ann@house.example")]
    [InlineData("=?utf-8?b?QW5u?= =?utf-8?b?IEg=?= <ANN@House.Example>", "Ann H", "ANN@house.example")]
    [InlineData("Ann <ann@münchen.example>", "Ann", "ann@xn--mnchen-3ya.example")]
    public void A_mailbox_is_read_as_a_mail_client_shows_it(string value, string name, string address)
    {
        var mailbox = From(value);
        Assert.Equal((name, address), (mailbox.DisplayName, mailbox.Address?.ToString()));
    }

    [Theory]
    [InlineData("\"ann@house.example\" <x@evil.example>", "ann@house.example")]
    [InlineData("\"Ann (ann@house.example)\" <x@evil.example>", "ann@house.example")]
    [InlineData("\"Ann @ work, ann@house.example\" <x@evil.example>", "ann@house.example")]
    [InlineData("\"x@evil.example\" <x@evil.example>", null)]
    [InlineData("\"X@Evil.Example\" <x@evil.example>", null)]
    [InlineData("\"Ann @home\" <x@evil.example>", null)]
    public void An_address_inside_the_name_is_found_where_it_is_another(string value, string? inside) =>
        Assert.Equal(inside, From(value).AddressInDisplayName?.ToString());

    [Fact]
    public void Names_that_look_alike_have_one_skeleton() =>
        Assert.Equal(From("Ann Hartwell <a@house.example>").Skeleton, From("=?utf-8?q?=D0=90nn_H=D0=B0rtw=D0=B5ll?= <b@evil.example>").Skeleton);

    [Fact]
    public void What_is_no_address_keeps_its_text()
    {
        var mailbox = From("The council");
        Assert.Equal(("The council", null), (mailbox.DisplayName, mailbox.Address?.ToString()));
        Assert.Empty(Read("Subject: x").From);
    }

    [Fact]
    public void Several_senders_in_one_field_or_two_are_all_kept() =>
        Assert.Equal(["a@house.example", "b@house.example", "c@house.example"],
            Read("From: a@house.example, b@house.example\nFrom: c@house.example").From.Select(m => m.Address.ToString()));

    [Fact]
    public void A_group_is_opened_to_a_depth() =>
        Assert.Equal(["a@house.example", "b@house.example"], Read("From: desk: a@house.example, b@house.example;").From.Select(m => m.Address.ToString()));

    [Theory]
    [InlineData("Return-Path: <b@h.example>", "b@h.example", false)]
    [InlineData("Return-Path: <>", null, true)]
    [InlineData("Return-Path: b@h.example", "b@h.example", false)]
    [InlineData("X: y", null, false)]
    [InlineData("Return-Path: <first@h.example>\nReturn-Path: <second@h.example>", "first@h.example", false)]
    public void The_envelope_sender_is_the_first_noted(string headers, string? path, bool none)
    {
        var sender = Read(headers);
        Assert.Equal((path, none), (sender.ReturnPath?.ToString(), sender.NullReturnPath));
    }

    [Theory]
    [InlineData("From: Ann Author via Procedure <procedure@lists.example>\nReply-To: Ann Author <ann@author.example>\nList-Id: <procedure.lists.example>", "Ann Author", "ann@author.example")]
    [InlineData("From: \"'Ann Author' via Procedure\" <procedure@lists.example>\nX-Original-From: Ann Author <ann@author.example>", "Ann Author", "ann@author.example")]
    [InlineData("From: Ann Author via Procedure <procedure@lists.example>\nX-Original-Sender: ann@author.example\nMailing-List: list procedure", "", "ann@author.example")]
    [InlineData("From: \"ann@author.example via Procedure\" <procedure@lists.example>\nList-Post: <mailto:procedure@lists.example>", "ann@author.example", "ann@author.example")]
    [InlineData("From: Ann Author via Procedure <procedure@lists.example>\nX-BeenThere: procedure@lists.example", "Ann Author", null)]
    public void The_author_behind_a_list_that_rewrites_is_found(string headers, string name, string? address)
    {
        var author = Read(headers).OriginalAuthor;
        Assert.Equal((name, address), (author?.DisplayName, author?.Address?.ToString()));
    }

    [Theory]
    [InlineData("From: Ann Author via Post <post@evil.example>")]
    [InlineData("From: Ann Author via Post <post@evil.example>\nReply-To: Ann <ann@author.example>")]
    [InlineData("From: Via Appia <via@appia.example>\nList-Id: <x.example>")]
    [InlineData("From: Ann Author <ann@author.example>\nList-Id: <x.example>")]
    public void Nobody_becomes_a_list_by_calling_himself_one(string headers) => Assert.Null(Read(headers).OriginalAuthor);

    [Fact]
    public void A_name_of_a_megabyte_is_cut() => Assert.Equal(500, From($"\"{new string('x', 1_000_000)}\" <a@house.example>").DisplayName.Length);

    [Fact]
    public void Mailboxes_have_a_bound()
    {
        var many = string.Join(", ", Enumerable.Range(0, 5_000).Select(i => $"a{i}@house.example"));
        Assert.Equal(50, Read("From: " + many).From.Length);
    }

    [Fact]
    public void Whatever_stands_in_the_fields_is_read() =>
        Gen.Byte.Array[0, 80].Select(FactsMaterial.OneOf(["From", "Sender", "Reply-To", "Return-Path", "X-Original-From", "List-Id"])).Sample((bytes, name) =>
        {
            var headers = new HeaderList { FactsMaterial.RawHeader(name, bytes), FactsMaterial.RawHeader("From", bytes) };
            return SenderReader.Read(headers).From.Length <= 50;
        }, iter: 5_000);
}
