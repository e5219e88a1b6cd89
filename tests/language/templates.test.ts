import assert from "node:assert/strict";
import { callsOf, format, parseTemplate, wholeExpression } from "../../language";
import { printedRule } from "../support/foundingPage";
import { template } from "./read";

describe("a template", () => {
    it("is plain text where it has no ${", () => {
        for (const text of ["devices", "5 $ {a}", "{a}", "}", "$", "@{field}", "a\nb", "'", "$ {"]) {
            assert.deepEqual(template(text).parts, [{ kind: "text", text, offset: 0, end: text.length }], text);
        }
        assert.deepEqual(template("").parts, []);
    });

    it("mixes text and expressions", () => {
        const { parts } = template("a-${topic(2)}${clientid()} z ${ x }");
        assert.deepEqual(
            parts.map((part) => (part.kind === "text" ? part.text : part.kind)),
            ["a-", "call", "call", " z ", "path"],
        );
        assert.deepEqual(
            parts.map(({ offset, end }) => [offset, end]),
            [
                [0, 2],
                [4, 12],
                [15, 25],
                [26, 29],
                [32, 33],
            ],
        );
    });

    it("leaves the white space of its text alone", () => {
        assert.equal(format(template("  ${a}  \n ${b}\t")), "  ${a}  \n ${b}\t");
    });

    it("does not end at braces in texts, objects and lists", () => {
        for (const text of [
            "${concat('}', \"}\", '${', '''}')}",
            "${get({'a': {'b': [1, {}]}}, 'a').b}",
            "${transform('enrichArray', {'}': \"{\"}, [])}",
        ]) {
            assert.equal(template(text).parts.length, 1, text);
        }
    });

    it("takes any expression: operators, CASE, nested SELECT, variables and *", () => {
        for (const text of [
            "${temperature * 1.8 + 32}",
            "${CASE a WHEN 1 THEN 'x' ELSE 'y' END}",
            "${(SELECT VALUE v FROM r WHERE v > 1)}",
            "${@device.id}",
            "${*}",
            "${cast(a AS Int)}",
            "${NOT (a IN b)}",
        ]) {
            assert.notEqual(wholeExpression(template(text)), undefined, text);
        }
    });

    it("takes a dollar that is doubled for Terraform as text, up to the next template", () => {
        assert.equal(template("$${topic(2)}").parts[0]?.kind, "text");
        assert.equal(template("$${a} ${b}").parts.length, 2);
        assert.equal(template("$$ ${b}").parts.length, 2);
    });

    it("may be broken over lines, as both get_secret calls of the founding page are", () => {
        const { clientProperties } = printedRule().kafka;
        for (const property of ["ssl.truststore", "sasl.kerberos.keytab"]) {
            const text = clientProperties[property]!;
            assert.match(text, /\n/);
            const tree = template(text);
            const [call, ...others] = callsOf(tree, "get_secret");
            assert.equal(others.length, 0);
            assert.equal(wholeExpression(tree), call);
            assert.deepEqual(
                call!.arguments.map((argument) => argument.kind === "string" && argument.value),
                [
                    property === "ssl.truststore" ? "kafka_client_truststore" : "kafka_keytab",
                    "SecretBinary",
                    "arn:aws:iam::123456789012:role/kafka-get-secret-role-name",
                ],
            );
        }
    });

    it("calls get_secret with three and with four arguments, in both kinds of quotes", () => {
        for (const [text, count] of [
            ["${get_secret('id', 'SecretString', 'arn:aws:iam::209876543210:role/r')}", 3],
            ['${get_secret("id", "SecretString", "key", "arn:aws:iam::209876543210:role/r")}', 4],
            ["${ GET_SECRET ( 'id' , \"SecretBinary\" ,\n'' , 'r' ) }", 4],
        ] as const) {
            assert.equal(callsOf(template(text), "get_secret")[0]?.arguments.length, count);
        }
    });
});

describe("wholeExpression", () => {
    it("is the only template of a value, white space around it aside", () => {
        assert.equal(wholeExpression(template(" \n${a}\t"))?.kind, "path");
    });

    it("is nothing for text, mixtures and several templates", () => {
        for (const text of ["", "a", " ", "x${a}", "${a}${b}", "${a}."]) {
            assert.equal(wholeExpression(template(text)), undefined, text);
        }
    });
});

describe("parseTemplate", () => {
    it("needs no parser for a text without templates", () => {
        const parsed = parseTemplate("x".repeat(1_000_000));
        assert.ok(parsed.ok);
        assert.equal(parsed.value.parts.length, 1);
    });
});
