import { parseTemplate } from "../../language";
import { type Facts, isRecord, isUnknown, UNKNOWN } from "../core/known";
import type { Path } from "../core/path";
import { literalText, secretCallsOf } from "../facts/secretCall";
import { MODES, type Source } from "./authentication";

/** What client properties are as the argument `authentication`. */
export interface AuthenticationArguments {
    /** Undefined where no mode writes such a protocol and mechanism. */
    readonly authentication: Facts | undefined;
    /** Names of the properties that it stands for. */
    readonly carried: ReadonlySet<string>;
}

/** The way back from client properties to the argument that writes them. */
export function authenticationArguments(properties: Facts): AuthenticationArguments {
    const [mode, { fixed, sources }] = Object.entries(MODES).find(([, one]) =>
        Object.entries(one.fixed).every(([property, value]) => properties[property] === value),
    ) ?? [undefined, { fixed: {}, sources: [] }];
    if (mode === undefined) return { authentication: undefined, carried: new Set() };
    const authentication: Record<string, unknown> = { mode };
    const carried = new Set(Object.keys(fixed));
    for (const source of sources) {
        const { property } = source;
        if (carried.has(property) || properties[property] === undefined) continue;
        const value = argumentOf(source, properties[property]);
        if (value === undefined) continue;
        place(authentication, source.argument, value);
        carried.add(property);
    }
    return { authentication, carried };
}

/** The argument that writes a value; undefined where this source writes no such value. */
function argumentOf(source: Source, value: unknown): unknown {
    const { property, form } = source;
    if (isUnknown(value)) return unknownArgument(source);
    if (typeof value !== "string") return undefined;
    const [call] = secretCallsOf({ path: [], property, text: value, parsed: parseTemplate(value) });
    if (!call?.isWholeValue) return form === "literal" || form === "text" ? value : undefined;
    const [secretId, roleArn] = [literalText(call.secretId), literalText(call.roleArn)];
    const wanted = form === "file" ? "SecretBinary" : "SecretString";
    if (form === "literal" || secretId === undefined || roleArn === undefined) return undefined;
    if (literalText(call.secretType) !== wanted) return undefined;
    const key = literalText(call.key);
    if (call.key !== undefined && (key === undefined || form === "file")) return undefined;
    return { secretId, roleArn, ...(key === undefined ? {} : { key }) };
}

/** A secret that is to be named; a login's is one of several members of it, so that its key is to be named too. */
function unknownArgument({ property, form }: Source): unknown {
    if (form === "literal") return UNKNOWN;
    const secret = { secretId: UNKNOWN, roleArn: UNKNOWN };
    return form === "text" && property.startsWith("sasl.") ? { ...secret, key: UNKNOWN } : secret;
}

function place(into: Record<string, unknown>, [name, ...rest]: Path, value: unknown): void {
    if (rest.length === 0) {
        into[name!] = value;
        return;
    }
    const inner = isRecord(into[name!]) ? into[name!] : {};
    into[name!] = inner;
    place(inner as Record<string, unknown>, rest, value);
}
