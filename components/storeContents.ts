import { all, type ComponentResource, type Input, type Output, output, secret } from "@pulumi/pulumi";
import { RandomBytes, RandomPassword } from "@pulumi/random";
import { passwordsOf } from "../constraints/components/credentialParts";
import { inputArguments } from "./inputs";
import { checkedStore, madeKeyStore, madeTrustStore } from "./javaStores";
import type { ExistingKeyStore, KafkaCredentialsArgs } from "./kafkaCredentialsArgs";
import type { MadeKeyStore, StoredText, TrustStoreSource } from "./kafkaStoreArgs";
import { isLater } from "./leaves";
import { PASSWORD } from "./scramSecret";

/** What is put into the secrets of stores. */
export interface StoreContents {
    /** In base64; undefined where none is made. */
    readonly keyStore: Output<string> | undefined;
    readonly trustStore: Output<string> | undefined;
    /** The JSON object with the passwords that are put into a secret; undefined where none is. */
    readonly passwords: Output<string> | undefined;
}

/** The stores of credentials: made of PEM, or given; each is read as Java would before it is put anywhere. */
export function createStoreContents(
    component: ComponentResource,
    name: string,
    args: KafkaCredentialsArgs,
): StoreContents {
    const { keyStore, trustStore } = args;
    const keyStorePassword = keyStore && keyStorePasswordOf(component, name, keyStore);
    const known = { keyStorePassword } as Readonly<Record<string, Input<string> | undefined>>;
    const members = Object.entries(passwordsOf(inputArguments(args))).flatMap(([member, password]) =>
        "member" in password ? [[member, password.value ?? known[member]!] as const] : [],
    );
    return {
        keyStore: keyStore && keyStoreOf(component, name, keyStore, keyStorePassword),
        trustStore: trustStore && trustStoreOf(name, trustStore),
        passwords:
            members.length === 0
                ? undefined
                : secret(all(Object.fromEntries(members)).apply((texts) => JSON.stringify(texts))),
    };
}

/** The password of a key store as far as it is known; one of a store that is made of PEM is made too. */
function keyStorePasswordOf(
    component: ComponentResource,
    name: string,
    keyStore: MadeKeyStore | ExistingKeyStore,
): Input<string> | undefined {
    if (keyStore.password !== undefined) return textOf(keyStore.password);
    return new RandomPassword(`${name}-keystore-password`, PASSWORD, { parent: component }).result;
}

function keyStoreOf(
    component: ComponentResource,
    name: string,
    keyStore: MadeKeyStore | ExistingKeyStore,
    password: Input<string> | undefined,
): Output<string> | undefined {
    if ("existingSecretId" in keyStore && keyStore.existingSecretId !== undefined) return undefined;
    const store = keyStore as MadeKeyStore;
    const caller = `The key store of ${name}`;
    if (store.base64 !== undefined) {
        const keyPassword = textOf(store.keyPassword);
        const isOpened = password !== undefined && (store.keyPassword === undefined) === (keyPassword === undefined);
        if (!isOpened) return secret(store.base64);
        return checkedStore(caller, "ssl.keystore", { base64: store.base64, password, keyPassword });
    }
    const seed = new RandomBytes(`${name}-keystore-seed`, { length: 32 }, { parent: component }).base64;
    const { certificatePem, privateKeyPem, privateKeyPassphrase, chainPem, format } = store;
    const given = { certificatePem, privateKeyPem, privateKeyPassphrase, chainPem, format };
    return madeKeyStore(caller, { ...given, password: password!, seed });
}

function trustStoreOf(name: string, store: TrustStoreSource): Output<string> | undefined {
    if (store.existingSecretId !== undefined) return undefined;
    const caller = `The trust store of ${name}`;
    if (store.caPem !== undefined) {
        const { caPem, password, format } = store;
        return madeTrustStore(caller, { caPem, password: password && secret(password), format });
    }
    const password = textOf(store.password);
    if (store.password !== undefined && password === undefined) return output(store.base64);
    return checkedStore(caller, "ssl.truststore", { base64: store.base64, password });
}

/** A password that is given as a value; undefined for one in a secret that exists, which nobody here can read. */
function textOf(password: StoredText | undefined): Input<string> | undefined {
    const isText = typeof password === "string" || isLater(password);
    return isText ? secret(password as Input<string>) : undefined;
}
