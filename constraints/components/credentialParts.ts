import type { Path } from "../core/path";
import type { Arguments, Leaves } from "./arguments";
import { type NamedIn, partNameOf, secretNameOf } from "./names";

/*
 * Which secrets credentials consist of in each mode, and how `authentication` reads them. What is judged and what is made
 * both come from here.
 */

/** A secret that is made where its argument gives a value. `passwords` holds those of the stores in one JSON object. */
export type CredentialPart = "user" | "keytab" | "keyStore" | "trustStore" | "passwords";

/** In names of children and of secrets. */
const LABELS: Readonly<Record<CredentialPart, string>> = {
    user: "user",
    keytab: "keytab",
    keyStore: "keystore",
    trustStore: "truststore",
    passwords: "passwords",
};

/** How AWS IoT reads a secret. */
export type StoredAs = "SecretString" | "SecretBinary";

/** A secret that exists. */
export interface ExistingPart<L extends Leaves> {
    readonly secretId: L["text"];
    /** The argument that names it. */
    readonly argument: Path;
}

/** The secret that holds the login itself: the user, the keytab or the key store. */
export function mainPart(mode: unknown): CredentialPart {
    if (mode === "GSSAPI") return "keytab";
    return mode === "SSL" ? "keyStore" : "user";
}

/** Passwords of stores, and the member of the secret with passwords that each of them becomes. */
const PASSWORDS = [
    { argument: ["keyStore", "password"], member: "keyStorePassword" },
    { argument: ["keyStore", "keyPassword"], member: "keyPassword" },
    { argument: ["trustStore", "password"], member: "trustStorePassword" },
] as const;

/** A password as it is given: as a value, or in a secret that exists. */
type Password<L extends Leaves> =
    | { readonly member: string; readonly value: L["text"] | undefined }
    | { readonly existing: ExistingPart<L>; readonly key: L["text"] | undefined };

/** The passwords that credentials have; one of a key store of PEM that is not given is made, and has no value yet. */
export function passwordsOf<L extends Leaves>(args: Arguments<L>): Readonly<Record<string, Password<L>>> {
    const found: Record<string, Password<L>> = {};
    for (const { argument, member } of PASSWORDS) {
        const [holder] = argument;
        if (!args.isObject([holder])) continue;
        if (args.isObject(argument)) {
            const secretId = args.leaf("text", [...argument, "existingSecretId"]) ?? args.unknown;
            const key = args.leaf("text", [...argument, "key"]);
            found[member] = { existing: { secretId, argument: [...argument, "existingSecretId"] }, key };
            continue;
        }
        const value = args.leaf("text", argument);
        if (value !== undefined || member === "keyStorePassword") found[member] = { member, value };
    }
    return found;
}

/** The secrets that are made. */
export function madeParts<L extends Leaves>(args: Arguments<L>): readonly CredentialPart[] {
    const parts: CredentialPart[] = [mainPart(args.leaf("text", ["mode"]))];
    if (args.isObject(["trustStore"])) parts.push("trustStore");
    const made = parts.filter((part) => args.leaf("text", [part, "existingSecretId"]) === undefined);
    const hasPasswords = Object.values(passwordsOf(args)).some((password) => "member" in password);
    return hasPasswords ? [...made, "passwords"] : made;
}

/** The secrets that exist: those in place of one that is made, then those with passwords. */
export function existingParts<L extends Leaves>(args: Arguments<L>): readonly ExistingPart<L>[] {
    const parts: CredentialPart[] = [mainPart(args.leaf("text", ["mode"])), "trustStore"];
    const files = parts.flatMap((part) => {
        const argument = [part, "existingSecretId"];
        const secretId = args.leaf("text", argument);
        return secretId === undefined ? [] : [{ secretId, argument }];
    });
    const passwords = Object.values(passwordsOf(args)).flatMap((password) =>
        "existing" in password ? [password.existing] : [],
    );
    return [...files, ...passwords];
}

/** How AWS IoT reads a secret that is made: files as they are, unless a trust store is kept as a text. */
export function storedAs<L extends Leaves>(args: Arguments<L>, part: CredentialPart): StoredAs {
    if (part === "user" || part === "passwords") return "SecretString";
    const isText = part === "trustStore" && args.leaf("text", ["trustStore", "secretType"]) === "SecretString";
    return isText ? "SecretString" : "SecretBinary";
}

/** The name of a secret that is made; Amazon MSK takes users by SASL/SCRAM only from secrets of its own form. */
export function nameOfPart(mode: unknown, named: NamedIn, part: CredentialPart): string {
    return mode === "SCRAM-SHA-512" && part === "user" ? secretNameOf(named) : partNameOf(named, LABELS[part]);
}

/** In the names of children: that with the user has always been called `secret`. */
export function labelOfPart(part: CredentialPart): string {
    return part === "user" ? "secret" : LABELS[part];
}

/** What is known when `authentication` is written. */
export interface Reading<L extends Leaves> {
    nameOf(part: CredentialPart): L["text"];
    readonly roleArn: L["text"];
    /** A text that is of use only when the secrets and the role are there. */
    after(text: L["text"]): L["text"];
}

/** `authentication` of a rule that logs in with these credentials. */
export function credentialAuthentication<L extends Leaves>(
    args: Arguments<L>,
    { nameOf, roleArn, after }: Reading<L>,
): Readonly<Record<string, unknown>> {
    const from = (secretId: L["text"]) => ({ secretId: after(secretId), roleArn: after(roleArn) });
    const part = (name: CredentialPart) => from(args.leaf("text", [name, "existingSecretId"]) ?? nameOf(name));
    const passwords = passwordsOf(args);
    const password = (member: string) => {
        const found = passwords[member];
        if (found === undefined) return undefined;
        if ("member" in found) return { ...from(nameOf("passwords")), key: member };
        return { ...from(found.existing.secretId), ...given("key", found.key) };
    };
    const isText = storedAs(args, "trustStore") === "SecretString";
    const textKey = given("key", args.leaf("text", ["trustStore", "key"]));
    const trustStore = args.isObject(["trustStore"])
        ? {
              file: isText ? { text: { ...part("trustStore"), ...textKey } } : { binary: part("trustStore") },
              ...given("password", password("trustStorePassword")),
          }
        : undefined;
    const mode = args.leaf("text", ["mode"]);
    const tls = given("trustStore", trustStore);
    if (mode === "GSSAPI") {
        const names = ["serviceName", "kdc", "realm", "principal"].map((name) => [
            name,
            args.leaf("text", [name]) ?? args.unknown,
        ]);
        return { mode, keytab: part("keytab"), ...Object.fromEntries(names), ...tls };
    }
    if (mode === "SSL") {
        const keyPassword = given("keyPassword", password("keyPassword"));
        return {
            mode,
            keyStore: part("keyStore"),
            keyStorePassword: password("keyStorePassword"),
            ...keyPassword,
            ...tls,
        };
    }
    const user = part("user");
    return { mode, username: { ...user, key: "username" }, password: { ...user, key: "password" }, ...tls };
}

/** Where a path of `authentication` comes from among the arguments of credentials. */
export function credentialArgument<L extends Leaves>(args: Arguments<L>, [first, second]: Path): Path {
    const part = (name: CredentialPart): Path =>
        args.leaf("text", [name, "existingSecretId"]) === undefined ? [name] : [name, "existingSecretId"];
    switch (first) {
        case undefined:
            return [];
        case "username":
        case "password":
            return part("user");
        case "keytab":
        case "keyStore":
            return part(first);
        case "keyStorePassword":
            return ["keyStore", "password"];
        case "keyPassword":
            return ["keyStore", "keyPassword"];
        case "trustStore":
            return second === "password" ? ["trustStore", "password"] : part("trustStore");
        default:
            return [first];
    }
}

function given(name: string, value: unknown): Readonly<Record<string, unknown>> {
    return value === undefined ? {} : { [name]: value };
}
