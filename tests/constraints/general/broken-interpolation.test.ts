import assert from "node:assert/strict";
import { CATALOGUE, Judge } from "../../../constraints";
import { PLAIN, withAction, withDestination, withProperties } from "../../../constraints/examples/configurations";
import { withSql } from "../../../constraints/examples/rules";
import { CLIENT_PROPERTIES } from "../../../constraints/facts/clientProperties";

const everything = new Judge(CATALOGUE);

function mandatory(stack: Parameters<Judge["judge"]>[0]): string[] {
    return everything
        .judge(stack)
        .findings.filter(({ level }) => level === "mandatory")
        .map(({ constraint }) => constraint);
}

/** Texts that are broken as a whole, with the one constraint that speaks of them. */
const BROKEN: Readonly<Record<string, string>> = {
    "Calling [toString] on an [Output<T>] is not supported.": "broken-interpolation",
    "[object Object]": "broken-interpolation",
    "a.undefined:9096": "broken-interpolation",
    "@{name}": "template-element-sequence",
    "$${topic(2)}": "template-escaped-dollar",
    "${topic(2": "template-syntax",
    "${}": "template-syntax",
};

describe("a text that is broken as a whole", () => {
    for (const [text, constraint] of Object.entries(BROKEN)) {
        it(`is reported once in each field of the action: ${text}`, () => {
            for (const field of ["destinationArn", "topic", "key", "partition"]) {
                assert.deepEqual(mandatory(withAction({ [field]: text })), [constraint], field);
            }
            assert.deepEqual(mandatory(withAction({ headers: [{ key: "id", value: text }] })), [constraint]);
        });
        it(`is reported once in each client property: ${text}`, () => {
            for (const property of CLIENT_PROPERTIES) {
                assert.deepEqual(mandatory(withProperties({ [property]: text }, PLAIN)), [constraint], property);
            }
        });
    }

    it("is reported once in each place of a destination", () => {
        for (const member of ["vpcId", "roleArn"]) {
            assert.deepEqual(mandatory(withDestination({ [member]: "undefined" })), ["broken-interpolation"], member);
        }
        for (const member of ["subnetIds", "securityGroups"]) {
            assert.deepEqual(mandatory(withDestination({ [member]: ["[object Object]"] })), ["broken-interpolation"]);
        }
    });

    it("is reported once in the SQL", () => {
        for (const sql of ["undefined", "SELECT * FROM 'undefined'", "SELECT [object Object] FROM 'a'"]) {
            assert.deepEqual(mandatory(withSql(sql)), ["broken-interpolation"], sql);
        }
    });

    it("shows nothing of a secret that stands beside it", () => {
        for (const text of ["hunter2-${", "hunter2 undefined", "hunter2@{", "hunter2$${x}", "${'hunter2' hunter2}"]) {
            const { findings } = everything.judge(withProperties({ "sasl.scram.password": text }));
            assert.notEqual(findings.length, 0);
            assert.doesNotMatch(JSON.stringify(findings), /hunter2/, text);
        }
    });
});
