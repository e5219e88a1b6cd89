import { isRecord } from "../../constraints/core/known";
import type { KafkaAuthentication } from "../authentication";
import { isLater } from "../leaves";

/** An authentication with flat arguments: what is a text or in a secret has a name for each. */
export function flatAuthentication(authentication: KafkaAuthentication): Record<string, unknown> {
    const { username, keyStorePassword, trustStore, ...same } = authentication as unknown as Record<string, unknown>;
    return {
        ...same,
        ...byKind("username", username),
        ...byKind("keyStorePassword", keyStorePassword),
        ...(isRecord(trustStore) ? { trustStore: flatTrustStore(trustStore) } : {}),
    };
}

function flatTrustStore({ password, ...same }: Readonly<Record<string, unknown>>): Record<string, unknown> {
    return { ...same, ...byKind("password", password) };
}

function byKind(name: string, value: unknown): Record<string, unknown> {
    if (value === undefined) return {};
    return isRecord(value) && !isLater(value) ? { [`${name}Secret`]: value } : { [name]: value };
}
