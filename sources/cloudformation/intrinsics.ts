import { hasUnknown, isRecord, isUnknown, type Known, member, UNKNOWN } from "../../constraints/core/known";
import type { Path } from "../../constraints/core/path";
import type { Resolved } from "../conversion/conversion";
import type { Descent } from "../conversion/origins";
import { outputOf } from "./outputs";
import { substitute } from "./substitution";
import type { Template } from "./template";

/** Functions may be nested in each other; deeper than this nobody nests them. */
const DEEPEST = 32;

/** Replaces the intrinsic functions of a template by their values, and tells which resources they name. */
export class Intrinsics {
    /** Logical ids of the resources that were named since it was emptied. */
    edges = new Set<string>();
    /** Parameters whose defaults were taken since it was emptied. */
    #defaults = new Set<string>();
    /** True while a text is put together that reads a secret. */
    #reads = false;
    readonly #open = new Set<string>();
    #supposes = false;

    constructor(readonly template: Template) {}

    /** A value with a function at its top replaced; what is inside of it is left as it is. */
    resolve = (value: unknown, at: Path, depth = 0): Resolved => {
        if (typeof value === "string") return { value: value.includes("{{resolve:") ? UNKNOWN : value, at };
        if (!isRecord(value)) return { value, at };
        const names = Object.keys(value);
        const name = names[0];
        if (names.length !== 1 || name === undefined || !isFunction(name)) return { value, at };
        if (depth > DEEPEST) return { value: UNKNOWN, at };
        const outer = this.#defaults;
        this.#defaults = new Set();
        const resolved = this.#call(name, value[name], [...at, name], at, depth + 1);
        const descent = this.#descentOf(name, value[name], resolved);
        for (const parameter of this.#defaults) outer.add(parameter);
        this.#defaults = outer;
        return descent === undefined ? resolved : { ...resolved, descent };
    };

    /** What is known of a value beyond itself. */
    #descentOf(name: string, argument: unknown, { value, descent }: Resolved): Descent | undefined {
        if (isUnknown(value)) return descent ?? outputOf(this.template, name, argument);
        return this.#defaults.size === 0 ? undefined : { defaults: [...this.#defaults] };
    }

    #call(name: string, argument: unknown, inner: Path, at: Path, depth: number): Resolved {
        if (name === "Fn::If") return this.#choose(argument, inner, at, depth);
        if (name === "Ref" && argument === "AWS::NoValue") return { value: undefined, at };
        return { value: this.#value(name, argument, depth), at };
    }

    #value(name: string, argument: unknown, depth: number): unknown {
        const plain = (value: unknown) => this.plain(value, depth);
        switch (name) {
            case "Ref":
                return typeof argument === "string" ? this.#ref(argument) : UNKNOWN;
            case "Fn::GetAtt":
                this.#note(Array.isArray(argument) ? argument[0] : String(argument).split(".")[0]);
                // The name of the attribute may itself be a function.
                plain(argument);
                return UNKNOWN;
            case "Fn::Sub":
                return this.#substituted(argument, depth);
            case "Fn::Join":
                return this.#joined(argument, depth);
            case "Fn::Select":
                return selected(plain(argument));
            case "Fn::Split":
                return split(plain(argument));
            case "Fn::FindInMap":
                return this.#mapped(plain(argument));
            case "Fn::Base64":
                return encoded(plain(argument));
            case "Fn::ToJsonString":
                return jsonOf(plain(argument));
            case "Fn::Length":
                return lengthOf(plain(argument));
            case "Fn::ImportValue":
                return this.#imported(plain(argument));
            case "Condition":
                return typeof argument === "string" ? this.#condition(argument, depth) : UNKNOWN;
            case "Fn::Equals":
            case "Fn::And":
            case "Fn::Or":
            case "Fn::Not":
                return this.#logic(name, argument, depth);
            default:
                plain(argument);
                return UNKNOWN;
        }
    }

    /** A value with every function in it replaced. */
    plain(given: unknown, depth = 0): unknown {
        if (depth > DEEPEST) return UNKNOWN;
        const { value } = this.resolve(given, [], depth);
        if (Array.isArray(value))
            return value.map((inner) => this.plain(inner, depth + 1)).filter((inner) => inner !== undefined);
        if (!isRecord(value)) return value;
        return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, this.plain(inner, depth + 1)]));
    }

    #ref(name: string): unknown {
        this.#note(name);
        const value = this.template.valueOf(name);
        if (!isUnknown(value) && this.template.isParameter(name)) this.#defaults.add(name);
        return value;
    }

    #note(name: unknown): void {
        if (typeof name === "string" && this.template.resources.has(name)) this.edges.add(name);
    }

    /** What another template exports: which of its resources that is shows when both are known. */
    #imported(name: unknown): unknown {
        if (typeof name === "string") this.edges.add(importMark(name));
        return UNKNOWN;
    }

    #substituted(argument: unknown, depth: number): unknown {
        const [text, variables] = Array.isArray(argument) ? argument : [argument, {}];
        if (typeof text !== "string") return UNKNOWN;
        return this.#settled([text], () =>
            substitute(text, (name) => {
                const given = member(variables, name);
                if (given !== undefined) return this.#part(given, depth);
                const dot = name.indexOf(".");
                return dot < 0 ? this.#named(name) : this.#attribute(name.slice(0, dot), name.slice(dot + 1));
            }),
        );
    }

    #joined(argument: unknown, depth: number): unknown {
        const [separator, parts] = Array.isArray(argument) ? argument : [];
        if (!Array.isArray(parts)) return joined(this.plain(argument, depth));
        return this.#settled(parts, () => {
            const plain = parts.map((part: unknown) => this.#part(part, depth + 1));
            return joined([separator, plain.filter((part) => part !== undefined)]);
        });
    }

    /** A part of a text. */
    #part(value: unknown, depth: number): unknown {
        const attribute = member(value, "Fn::GetAtt");
        if (Array.isArray(attribute)) return this.#attribute(String(attribute[0]), attribute[1]);
        const name = member(value, "Ref");
        return typeof name === "string" ? this.#named(name) : this.plain(value, depth);
    }

    /** An attribute of a resource as a part of a text: the ARN of a role says which role is meant. */
    #attribute(logicalId: string, attribute: unknown): unknown {
        this.#note(logicalId);
        if (attribute === "Id" && this.#reads) return this.template.secretName(logicalId) ?? UNKNOWN;
        return attribute === "Arn" ? (this.template.roleArn(logicalId) ?? UNKNOWN) : UNKNOWN;
    }

    /** What a name stands for as a part of a text; the account for itself, if only in the ARNs of roles and the like. */
    #named(name: string): unknown {
        const value = name === "AWS::NoValue" ? undefined : this.#ref(name);
        if (isUnknown(value) && this.#reads) {
            const secret = this.template.secretName(name);
            if (secret !== undefined) return secret;
        }
        const supposed = isUnknown(value) ? this.template.supposed(name) : undefined;
        if (supposed !== undefined) this.#supposes = true;
        return supposed ?? value;
    }

    /** A text that rests on something supposed is known where that is a part of IAM's ARNs alone. */
    #settled(parts: readonly unknown[], make: () => unknown): unknown {
        const [supposed, reads] = [this.#supposes, this.#reads];
        this.#supposes = false;
        this.#reads = parts.some((part) => typeof part === "string" && /get_secret/i.test(part));
        const text = make();
        const isOpen = this.#supposes && typeof text === "string" && !this.template.isWithinIam(text);
        this.#supposes = supposed;
        this.#reads = reads;
        return isOpen ? UNKNOWN : text;
    }

    /** Of two values the one that counts; where that is open, nothing is known but what both have in common. */
    #choose(argument: unknown, inner: Path, at: Path, depth: number): Resolved {
        if (!Array.isArray(argument) || argument.length !== 3) return { value: UNKNOWN, at };
        const condition = typeof argument[0] === "string" ? this.#condition(argument[0], depth) : UNKNOWN;
        const branch = (index: number) => this.resolve(argument[index], [...inner, index], depth);
        if (condition === true) return branch(1);
        if (condition === false) return branch(2);
        // What both hang on is an edge, whichever counts.
        const [one, other] = [this.plain(argument[1], depth), this.plain(argument[2], depth)];
        return isSame(one, other) ? branch(1) : { value: UNKNOWN, at };
    }

    /** Whether a condition of the template holds. */
    holds(condition: string): Known<boolean> {
        const value = this.#condition(condition, 0);
        return typeof value === "boolean" ? value : UNKNOWN;
    }

    #condition(name: string, depth: number): unknown {
        if (this.#open.has(name)) return UNKNOWN;
        this.#open.add(name);
        const value = this.plain(this.template.condition(name), depth);
        this.#open.delete(name);
        return typeof value === "boolean" ? value : UNKNOWN;
    }

    #logic(name: string, argument: unknown, depth: number): unknown {
        const values = this.plain(argument, depth);
        if (!Array.isArray(values)) return UNKNOWN;
        if (name === "Fn::Equals") {
            if (values.some((value) => isUnknown(value) || typeof value === "object")) return UNKNOWN;
            return String(values[0]) === String(values[1]);
        }
        if (name === "Fn::Not") return typeof values[0] === "boolean" ? !values[0] : UNKNOWN;
        const decisive = name === "Fn::Or";
        if (values.includes(decisive)) return decisive;
        return values.every((value) => value === !decisive) ? !decisive : UNKNOWN;
    }

    #mapped(keys: unknown): unknown {
        if (
            !Array.isArray(keys) ||
            !keys.slice(0, 3).every((key) => typeof key === "string" || typeof key === "number")
        )
            return UNKNOWN;
        return this.template.mapping(...keys.slice(0, 3).map(String)) ?? UNKNOWN;
    }
}

const IMPORT = "import:";

/** Stands among edges for what is exported under a name. */
export function importMark(name: string): string {
    return IMPORT + name;
}

/** The name under which something is exported; undefined for the edge to a resource. */
export function importedName(edge: string): string | undefined {
    return edge.startsWith(IMPORT) ? edge.slice(IMPORT.length) : undefined;
}

/** True for values that are alike in all their parts, and known. */
function isSame(one: unknown, other: unknown): boolean {
    if (hasUnknown(one) || hasUnknown(other)) return false;
    return one === other || JSON.stringify(one) === JSON.stringify(other);
}

function isFunction(name: string): boolean {
    return name === "Ref" || name === "Condition" || name.startsWith("Fn::");
}

function joined(argument: unknown): unknown {
    const [separator, parts] = Array.isArray(argument) ? argument : [];
    if (typeof separator !== "string" || !Array.isArray(parts)) return UNKNOWN;
    if (parts.some((part) => typeof part === "object" || isUnknown(part))) return UNKNOWN;
    return parts.join(separator);
}

function selected(argument: unknown): unknown {
    const [index, list] = Array.isArray(argument) ? argument : [];
    const value: unknown = Array.isArray(list) ? list[Number(index)] : undefined;
    return value ?? UNKNOWN;
}

function split(argument: unknown): unknown {
    const [separator, text] = Array.isArray(argument) ? argument : [];
    return typeof separator === "string" && separator !== "" && typeof text === "string"
        ? text.split(separator)
        : UNKNOWN;
}

function encoded(argument: unknown): unknown {
    return typeof argument === "string" ? Buffer.from(argument, "utf8").toString("base64") : UNKNOWN;
}

function jsonOf(argument: unknown): unknown {
    const text = JSON.stringify(argument, (_, value: unknown) => (typeof value === "symbol" ? "\u0000" : value));
    return text === undefined || text.includes("\\u0000") ? UNKNOWN : text;
}

function lengthOf(argument: unknown): unknown {
    return Array.isArray(argument) ? argument.length : UNKNOWN;
}
