import { EvaluationFailure } from "../failure";
import { readJson } from "../json/read";
import type { Run } from "../run";
import { isObject, memberOf, type Result } from "../value";

/**
 * get_secret(id, type[, key], roleArn). Failures name the secret and the key, never a value.
 * https://docs.aws.amazon.com/iot/latest/developerguide/iot-sql-functions.html#iot-sql-function-get-secret
 */
export function getSecret(given: readonly Result[], { context, keepsWhole }: Run): Result {
    const [id, type, third] = given;
    const key = given.length === 4 ? third : undefined;
    if (typeof id !== "string" || typeof given.at(-1) !== "string") return undefined;
    if (type !== "SecretString" && type !== "SecretBinary") return undefined;
    if (given.length === 4 && typeof key !== "string") return undefined;
    const secret = context.secrets && Object.hasOwn(context.secrets, id) ? context.secrets[id] : undefined;
    if (secret === undefined) throw new EvaluationFailure("no-secret", `there is no secret ${JSON.stringify(id)}`);
    if (type === "SecretBinary" && typeof key === "string") {
        throw failed(id, "a key is given together with SecretBinary, which has none");
    }
    const value = secret[type];
    if (typeof value !== "string") throw failed(id, `it has no ${type}`);
    return typeof key === "string" ? memberOfSecret(id, value, key, keepsWhole) : value;
}

function memberOfSecret(id: string, text: string, key: string, keepsWhole: boolean): Result {
    const read = readJson(text, keepsWhole);
    const object = "value" in read && isObject(read.value) ? read.value : undefined;
    if (object === undefined) throw failed(id, `its SecretString is no JSON object, so it has no key`);
    const value = memberOf(object, key);
    if (value === undefined) throw failed(id, `its JSON object has no key ${JSON.stringify(key)}`);
    return value;
}

function failed(id: string, why: string): EvaluationFailure {
    return new EvaluationFailure("external-function-failed", `get_secret fails for ${JSON.stringify(id)}: ${why}`);
}
