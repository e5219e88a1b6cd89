import { isRecord } from "../core/known";

/** Members that only `authentication` has. */
const OF_AUTHENTICATION = ["username", "password", "keyStorePassword", "keyPassword"];
/** Members that credentials have too, where they hold no role of their own. */
const FILES = ["keytab", "keyStore"];

/** True for `authentication` of a rule, false for credentials that are to be made or adopted. */
export function isAuthentication(credentials: unknown): boolean {
    if (!isRecord(credentials)) return false;
    if (OF_AUTHENTICATION.some((name) => credentials[name] !== undefined)) return true;
    return FILES.some((name) => {
        const file = credentials[name];
        return isRecord(file) && (file.roleArn !== undefined || file.secretId !== undefined);
    });
}

/** Which kind of target the arguments speak of. */
export function targetOf(kafka: unknown): "new" | "msk" | "other" {
    if (!isRecord(kafka)) return "new";
    if (kafka.clusterArn !== undefined) return "msk";
    return kafka.bootstrapServers !== undefined ? "other" : "new";
}

/** True where the destination is one that exists. */
export function isExistingDestination(destination: unknown): boolean {
    return isRecord(destination) ? destination.existingArn !== undefined : destination !== undefined;
}
