import { Secret, SecretVersion } from "@pulumi/aws/secretsmanager";
import { Config } from "@pulumi/pulumi";
import { RandomBytes, RandomPassword } from "@pulumi/random";
import { javaKeyStore, javaTrustStore } from "pulumi-iot-kafka";

// PEM texts are configured in base64: a command line takes no line ends.
const config = new Config();
const textOf = (base64: string) => Buffer.from(base64, "base64").toString();

const password = new RandomPassword("password", { length: 32, special: false }).result;
const seed = new RandomBytes("seed", { length: 32 }).base64;
const keyStore = javaKeyStore({
    certificatePem: textOf(config.require("certificate")),
    privateKeyPem: config.requireSecret("key").apply(textOf),
    chainPem: textOf(config.require("authorities")),
    password,
    seed,
});
const secret = new Secret("key-store", { name: "plant_keystore" });
new SecretVersion("key-store", { secretId: secret.id, secretBinary: keyStore });

export const trustStore = javaTrustStore({ caPem: textOf(config.require("authorities")) });
