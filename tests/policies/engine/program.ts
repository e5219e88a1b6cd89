import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { DESTINATION_PROPS } from "../sample";

/** Stands in a rule's arguments for the ARN of the program's own destination, which is unknown before it is made. */
export const NEW_DESTINATION = "<the new destination>";

/** Before a text in a rule's arguments: it is known once another destination of the program has been made. */
export const LATER = "<later> ";

/** Many rules in one program, so that one preview answers many questions. */
export type Rules = Readonly<Record<string, object>>;

export interface Program {
    readonly folder: string;
    remove(): void;
}

/** A Pulumi program of raw rules and one destination, in a folder of its own. */
export function writeProgram(rules: Rules): Program {
    const folder = mkdtempSync(join(tmpdir(), "iot-kafka-program-"));
    mkdirSync(folder, { recursive: true });
    symlinkSync(resolve(__dirname, "../../../node_modules"), join(folder, "node_modules"), "junction");
    writeFileSync(join(folder, "Pulumi.yaml"), "name: plant\nruntime: nodejs\nmain: index.js\n");
    writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "plant", version: "1.0.0", main: "index.js" }));
    writeRules(folder, rules);
    writeFileSync(join(folder, "index.js"), PROGRAM);
    return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Gives a program that is there other rules. */
export function writeRules(folder: string, rules: Rules): void {
    writeFileSync(join(folder, "rules.json"), JSON.stringify({ rules, destination: DESTINATION_PROPS }));
}

const PROGRAM = `
const iot = require("@pulumi/aws/iot");
const { rules, destination } = require("./rules.json");

const made = new iot.TopicRuleDestination("destination", destination);
let another;
const later = (text) => {
    another ??= new iot.TopicRuleDestination("another", destination);
    return another.arn.apply(() => text);
};
const withDestination = (value) => {
    if (typeof value === "string" && value.startsWith(${JSON.stringify(LATER)})) {
        return later(value.slice(${LATER.length}));
    }
    if (value === ${JSON.stringify(NEW_DESTINATION)}) return made.arn;
    if (Array.isArray(value)) return value.map(withDestination);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withDestination(inner)]));
};
for (const [name, args] of Object.entries(rules)) new iot.TopicRule(name, withDestination(args));
`;
