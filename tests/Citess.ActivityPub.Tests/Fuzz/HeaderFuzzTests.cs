using System.Text;
using Citess.ActivityPub.Fetching;
using Citess.ActivityPub.Signatures;
using Citess.ActivityPub.Tests.Signatures;
using Xunit;

namespace Citess.ActivityPub.Tests.Fuzz;

/// <summary>What the gate reads of headers and addresses.</summary>
public sealed class HeaderFuzzTests
{
    private const string Headers = "abcxyzABC0123456789 =,;:\"'()?*-_./\\@\t";

    [Fact]
    public void Structured_fields_are_read_or_refused_and_what_is_read_is_spelled_so_that_it_reads_the_same() =>
        new Bombardment([Labelled.Post()["Signature-Input"], Labelled.Post()["Signature"], Labelled.Post()["Content-Digest"], "a=1.50, b;c=2, d=(1 \"x\";y=?0 tok);e=:AAEC:"], Headers, perByte: 400).At(input =>
        {
            if (StructuredReader.TryReadDictionary([input], out var members))
            {
                foreach (var (name, member) in members)
                {
                    // Spelled out, what was implied may make it longer than what is read at all.
                    var once = Spelled(member);
                    var whole = name + "=" + once;
                    if (whole.Length <= StructuredReader.MaxLength)
                    {
                        Assert.True(StructuredReader.TryReadDictionary([whole], out var again));
                        Assert.Equal(once, Spelled(again[name]));
                    }
                }
            }
        });

    [Fact]
    public void A_signature_of_either_dialect_is_judged_without_an_exception()
    {
        var (cavage, labelled) = (Request.Post(), Labelled.Post());
        new Bombardment([cavage["Signature"], labelled["Signature"], labelled["Signature-Input"], labelled["Content-Digest"], cavage["Digest"], cavage["Date"]], Headers, perByte: 200).At(input =>
        {
            foreach (var name in new[] { "Signature", "Signature-Input", "Content-Digest" })
            {
                Assert.True(labelled.With(name, input).LabelledFault() is not null || Spelled(labelled[name]) == Spelled(input), "altered, and taken");
            }

            cavage.With("Signature", input).LabelledFault(Request.MahdiaKey);
            cavage.With("Digest", input).LabelledFault(Request.MahdiaKey);
            cavage.With("Date", input).LabelledFault(Request.MahdiaKey);
        });
    }

    [Fact]
    public void An_address_is_read_into_one_normal_form_or_refused() =>
        new Bombardment(
            ["https://barcelona.example/pole/01JCZ?a=b#c", "https://user@barcelona.example:8443/", "http://[2001:db8::1]:80/x", "https://127.0.0.1/", "https://xn--bcher-kva.example./%2e%2e/", "https://barcelona.example"],
            "abcz019.-:/@[]%#?_~é。ß", perByte: 200).At(input =>
        {
            if (Origin.TryParse(input, allowHttp: true, out var origin, out var address))
            {
                Assert.True(Origin.TryParse(origin.Url, allowHttp: true, out var again) && again == origin, origin.Url);
                // Escaped, an address may grow beyond what is read at all.
                Assert.True(address.AbsoluteUri.Length > 4096 || (Origin.TryParse(address.AbsoluteUri, allowHttp: true, out var of) && of == origin), address.AbsoluteUri);
                Assert.Equal("", address.UserInfo);
            }

            Assert.True(!Origin.TryParseAuthority(input, "https", out var bare) || bare.Url == "https://" + bare.Authority);
            MediaTypes.IsActivity(input);
        });

    [Fact]
    public void A_public_key_is_read_or_refused() =>
        new Bombardment([Request.Mahdia.PublicPem, Labelled.Ed.PublicMultibase, "z4MXj1wBzi9jUstyPMS4jQqB6KdJaiatPkAtVtGc6bQEQEEsKTic4G7Rou3iBf9vPmT5dbkm9qsZsuVNjq8HCuW1w24nhBFGkRE4cd2Uf2tfrB3N7h4mnyPp1BF3ZttHTYv3DLUPi1zMdkULiow3M1GfXkoC6DoxDUm1jmN6GBj22SjVsr6dxezRVQc7aj9TxE7JLbMH1wh5X3kA58H3DFW8rnYMakFGbca5CB2Jf6CnGQZmL7o5uJAdTwXfy2iiiyPxXEGerMhHwhjTA1mKYobyk2CpeEcmvynADfNZ5MBvcCS7m3XkFCMNUYBS9NQ3fze6vMSUPsNa6GVYmKx2x6JrdEjCk3qRMMmyjnjCMfR4pXbRMZa3i"], "ABCabcz019+/=-\n", perByte: 200).At(input =>
        {
            VerificationKey.FromPem(Request.KeyId, Request.Owner, input);
            VerificationKey.FromMultibase(Request.KeyId, Request.Owner, input);
        });

    private static string Spelled(string field)
    {
        Assert.True(StructuredReader.TryReadDictionary([field], out var members));
        return string.Join(", ", members.Select(each => each.Key + "=" + Spelled(each.Value)));
    }

    private static string Spelled(FieldMember member)
    {
        var output = new StringBuilder();
        if (member.Items is null)
        {
            new FieldItem(member.Value, member.Parameters).Write(output);
        }
        else
        {
            member.Write(output);
        }

        return output.ToString();
    }
}
