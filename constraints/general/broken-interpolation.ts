import { defineConstraint } from "../core/constraint";
import { member } from "../core/known";
import { show } from "../core/show";
import { page } from "../core/source";
import { violation } from "../core/verdict";
import { withAction, withDestination, withProperties } from "../examples/configurations";
import { withSql } from "../examples/rules";
import { brokenMarkers, mayBeBroken } from "../facts/brokenText";
import { type PlacedText, textsIn } from "../facts/resource";
import type { ResourceFacts, ResourceKind } from "../facts/stack";

/** Where texts come from a program's values, by the kind of resource. */
const PLACES: Partial<Record<ResourceKind, readonly (readonly string[])[]>> = {
    topicRule: [["sql"], ["kafkas"], ["errorAction", "kafka"]],
    destination: [["vpcConfiguration"]],
};

const OUTPUT = "Calling [toString] on an [Output<T>] is not supported.";

export const brokenInterpolation = defineConstraint({
    id: "broken-interpolation",
    subject: "resource",
    requirements: ["GEN-STR-01"],
    level: "mandatory",
    severity: "critical",
    what: "No text holds what is left of an Output, an object or nothing that was put into it.",
    why: "The value that was meant is not in the text, so what it names does not exist.",
    fix: "Put Outputs into texts with pulumi.interpolate or .apply, and look where the value gets lost.",
    source: page("Inputs and outputs", "https://www.pulumi.com/docs/iac/concepts/inputs-outputs/"),
    check: ({ resource }) =>
        textsOf(resource).flatMap(({ path, text }) => {
            const markers = brokenMarkers(text, path[0] === "sql" ? "sql" : "template");
            if (markers.length === 0) return [];
            return violation(path, `The text holds ${markers.map((marker) => show(marker)).join(" and ")}`);
        }),
    examples: {
        valid: [
            { title: "plain texts", stack: withAction({ topic: "undefined_devices" }) },
            {
                title: "the word as a text of an expression",
                stack: withSql("SELECT get_or_default(name, 'undefined') AS name FROM 'a/b' WHERE isUndefined(x)"),
            },
            { title: "a list of one member", stack: withSql("SELECT [secret] AS list FROM 'a/b'") },
        ],
        invalid: [
            { title: "an Output in a topic", stack: withAction({ topic: OUTPUT }) },
            {
                title: "an object in a host name",
                stack: withProperties({ "bootstrap.servers": "[object Object]:9096" }),
            },
            { title: "nothing in an ARN", stack: withAction({ destinationArn: "undefined" }) },
            { title: "nothing in a topic filter", stack: withSql("SELECT * FROM 'undefined/telemetry'") },
            { title: "a secret in a password", stack: withProperties({ "sasl.scram.password": "[secret]" }) },
            {
                title: "nothing in the name of a secret",
                stack: withAction({
                    key: "${get_secret('undefined', 'SecretString', 'arn:aws:iam::209876543210:role/r')}",
                }),
            },
            { title: "an Output in a subnet", stack: withDestination({ subnetIds: [OUTPUT] }) },
        ],
    },
});

function textsOf({ kind, values }: ResourceFacts): PlacedText[] {
    return (PLACES[kind] ?? []).flatMap((place) => {
        const value = place.reduce<unknown>(member, values);
        return textsIn(value, place, mayBeBroken);
    });
}
