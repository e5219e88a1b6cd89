import { type Facts, isRecord, isUnknown } from "../../constraints/core/known";
import type { ImportedRule } from "./importedRule";

/** A value that the program asks its configuration for, since the file does not tell it. */
export interface Setting {
    readonly key: string;
    /** Which argument it is: `telemetry: authentication.password.secretId`. */
    readonly about: string;
}

export interface Program {
    readonly text: string;
    readonly settings: readonly Setting[];
}

/** The program that makes these rules, as one would write it by hand. */
export function programText(rules: readonly ImportedRule[], source: string): Program {
    const settings: Setting[] = [];
    const parts = rules.map((rule) => componentText(rule, rules.length > 1, settings));
    const text = [
        `// Made from ${source} by iot-kafka import.`,
        'import * as pulumi from "@pulumi/pulumi";',
        'import { KafkaTopicRule } from "pulumi-iot-kafka";',
        "",
        ...(settings.length > 0 ? ["const config = new pulumi.Config();", ""] : []),
        ...ADOPTION,
        ...parts,
    ].join("\n");
    return { text: `${text.trimEnd()}\n`, settings };
}

/** What adopts a rule instead of making one. */
const ADOPTION = [
    "/** Adopts the rule of that name, which is in AWS already. Once `pulumi up` has done so, it can be taken out. */",
    "function existing(ruleName: string): pulumi.ComponentResourceOptions {",
    "    return {",
    "        transforms: [",
    "            ({ type, props, opts }) =>",
    '                type === "aws:iot/topicRule:TopicRule"',
    "                    ? { props, opts: pulumi.mergeOptions(opts, { import: ruleName }) }",
    "                    : undefined,",
    "        ],",
    "    };",
    "}",
    "",
];

function componentText({ name, importId, args }: ImportedRule, several: boolean, settings: Setting[]): string {
    const variable = variableName(name);
    const ask = (path: readonly string[]) => {
        const words = several ? [variable, ...path] : path;
        const key = variableName(words.join(" "));
        if (!settings.some((setting) => setting.key === key))
            settings.push({ key, about: `${name}: ${path.join(".")}` });
        return `config.require(${JSON.stringify(key)})`;
    };
    const adopted = importId === undefined ? ask(["ruleName"]) : JSON.stringify(importId);
    return [
        `const ${variable} = new KafkaTopicRule(${JSON.stringify(name)}, ${literal(args, [], 0, ask)}, existing(${adopted}));`,
        "",
        `export const ${several ? `${variable}RuleArn` : "ruleArn"} = ${variable}.ruleArn;`,
        "",
    ].join("\n");
}

function literal(
    value: unknown,
    path: readonly string[],
    depth: number,
    ask: (path: readonly string[]) => string,
): string {
    const [inner, outer] = ["    ".repeat(depth + 1), "    ".repeat(depth)];
    if (isUnknown(value)) return ask(path);
    if (Array.isArray(value)) {
        const items = value.map((one, index) => literal(one, [...path, String(index)], depth + 1, ask));
        return items.length === 0 ? "[]" : `[\n${items.map((item) => `${inner}${item},\n`).join("")}${outer}]`;
    }
    if (isRecord(value)) {
        const members = entriesOf(value).map(
            ([name, one]) => `${inner}${propertyName(name)}: ${literal(one, [...path, name], depth + 1, ask)},\n`,
        );
        return members.length === 0 ? "{}" : `{\n${members.join("")}${outer}}`;
    }
    return JSON.stringify(value) ?? "undefined";
}

function entriesOf(value: Facts): [string, unknown][] {
    return Object.entries(value).filter(([, one]) => one !== undefined && one !== null);
}

function propertyName(name: string): string {
    return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}

/** Words of JavaScript that a variable may not be called. */
const RESERVED =
    /^(await|break|case|catch|class|config|const|continue|debugger|default|delete|do|else|enum|existing|export|extends|false|finally|for|function|if|implements|import|in|instanceof|interface|let|new|null|package|private|protected|public|pulumi|return|ruleArn|static|super|switch|this|throw|true|try|typeof|var|void|while|with|yield)$/;

/** What a thing of that name is called in a program. */
export function variableName(text: string): string {
    const words = text.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
    const name = words
        .map((word, index) => (index === 0 ? word[0]!.toLowerCase() : word[0]!.toUpperCase()) + word.slice(1))
        .join("");
    return /^[a-z]/i.test(name) && !RESERVED.test(name)
        ? name
        : `rule${name.replace(/^[a-z]/, (letter) => letter.toUpperCase())}`;
}
