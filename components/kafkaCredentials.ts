import { SingleScramSecretAssociation } from "@pulumi/aws/msk";
import {
    all,
    ComponentResource,
    type ComponentResourceOptions,
    getProject,
    getStack,
    type Input,
    type Output,
    output,
    type Resource,
} from "@pulumi/pulumi";
import { KAFKA_CREDENTIALS, urnOf } from "../constraints/components";
import { authenticationProperties } from "../constraints/components/authentication";
import {
    credentialAuthentication,
    existingParts,
    mainPart,
    nameOfPart,
} from "../constraints/components/credentialParts";
import type { NamedIn } from "../constraints/components/names";
import type { KafkaAuthentication } from "./authentication";
import { createCredentialSecrets } from "./credentialSecrets";
import { afterAll, dependenciesOf } from "./dependencies";
import { findSecret } from "./existingSecret";
import { withExplanations } from "./failures";
import { gate } from "./gate";
import { hasType } from "./hasType";
import { inputArguments } from "./inputs";
import type { CredentialsMode, KafkaCredentialsArgs } from "./kafkaCredentialsArgs";
import { placeOf } from "./place";
import { inRegionOfProvider } from "./providerRegion";
import { isPublicOfCredentials, markSecrets } from "./secretLeaves";
import { createSecretRole } from "./secretRole";

/** What a `KafkaCredentials` gives. */
export interface KafkaCredentialsOutputs<Mode extends CredentialsMode = CredentialsMode> {
    readonly authentication: Extract<KafkaAuthentication, { mode: Mode }>;
    readonly clientProperties: Output<Record<string, string>>;
    readonly secretName: Output<string | undefined>;
    readonly secretNames: Output<string[]>;
    readonly secretArn: Output<string>;
    readonly kmsKeyArn: Output<string | undefined>;
    readonly username: Output<string | undefined>;
    readonly roleArn: Output<string>;
    readonly roleName: Output<string | undefined>;
}

/** The same, with what a rule has to wait for. */
export interface CreatedKafkaCredentials<Mode extends CredentialsMode = CredentialsMode>
    extends KafkaCredentialsOutputs<Mode> {
    /**
     * The secret's value and association, and the role's policies. The values in `authentication` lead there already,
     * though they are known before any of it is made.
     */
    readonly ready: readonly Resource[];
}

/**
 * How AWS IoT logs in to Kafka, in each of the four modes: the secrets with their key, the role that reads exactly these,
 * and for a user of Amazon MSK the association that makes the cluster know it. `authentication` goes straight into a
 * `KafkaTopicRule`.
 *
 * Its arguments are checked against what AWS documents before a resource exists: everything wrong with them is in one
 * `ResourceError`. An Output among them is checked when it resolves.
 *
 * https://docs.aws.amazon.com/msk/latest/developerguide/msk-password-tutorial.html
 */
export class KafkaCredentials<Mode extends CredentialsMode = CredentialsMode> extends ComponentResource {
    /** @internal */
    static readonly __pulumiType = KAFKA_CREDENTIALS;

    /** True for a `KafkaCredentials`, even of another copy of this package. */
    static override isInstance(candidate: unknown): candidate is KafkaCredentials {
        return hasType(candidate, KAFKA_CREDENTIALS);
    }

    /**
     * For `authentication` of a rule: `mode` as a plain text, and values that are known at preview. A rule that uses it
     * is made after everything that it needs to log in.
     */
    readonly authentication: Extract<KafkaAuthentication, { mode: Mode }>;
    /** The same as client properties of the Kafka action, for rules of `aws.iot.TopicRule`. */
    readonly clientProperties: Output<Record<string, string>>;
    /** Name of the secret with the user, the keytab or the key store that was made; undefined when one was given. */
    readonly secretName: Output<string | undefined>;
    /** Names of all secrets that were made: that one, and those with a trust store and with passwords of stores. */
    readonly secretNames: Output<string[]>;
    /** ARN of the secret with the user, the keytab or the key store. */
    readonly secretArn: Output<string>;
    /** ARN of the key that encrypts it, made, given or found; undefined when nobody needed to know. */
    readonly kmsKeyArn: Output<string | undefined>;
    /** The user in the secret that was made, as in `User:<username>` of an ACL; undefined without one. */
    readonly username: Output<string | undefined>;
    /** ARN of the role that reads the secret. */
    readonly roleArn: Output<string>;
    /** Name of the role that was made; undefined when one was given. */
    readonly roleName: Output<string | undefined>;

    /** @throws ResourceError naming every argument that breaks what AWS documents */
    constructor(name: string, args: KafkaCredentialsArgs & { readonly mode: Mode }, opts?: ComponentResourceOptions) {
        super(
            KAFKA_CREDENTIALS,
            name,
            markSecrets(args ?? {}, isPublicOfCredentials),
            withExplanations(KAFKA_CREDENTIALS, name, opts),
        );
        const { ready: _, ...outputs } = createKafkaCredentials<Mode>(this, name, args, dependenciesOf(opts));
        this.authentication = outputs.authentication;
        this.clientProperties = outputs.clientProperties;
        this.secretName = outputs.secretName;
        this.secretNames = outputs.secretNames;
        this.secretArn = outputs.secretArn;
        this.kmsKeyArn = outputs.kmsKeyArn;
        this.username = outputs.username;
        this.roleArn = outputs.roleArn;
        this.roleName = outputs.roleName;
        this.registerOutputs({ ...outputs });
    }
}

/**
 * Makes what a `KafkaCredentials` is made of, as children of `component`. The association, and every rule that uses
 * `authentication`, also come after `dependencies`: the policies of a role that was given must be among them.
 */
export function createKafkaCredentials<Mode extends CredentialsMode>(
    component: ComponentResource,
    name: string,
    given: KafkaCredentialsArgs & { readonly mode: Mode },
    dependencies: readonly Input<Resource>[] = [],
): CreatedKafkaCredentials<Mode> {
    const named = { project: getProject(), stack: getStack(), name };
    const urn = urnOf(KAFKA_CREDENTIALS, named);
    const args = gate<KafkaCredentialsArgs & { readonly mode: Mode }>(
        { component, type: KAFKA_CREDENTIALS, urn, name },
        inRegionOfProvider(component, given, given),
    );
    return makeKafkaCredentials<Mode>(component, named, args, dependencies);
}

/** The same with arguments that somebody has checked. */
export function makeKafkaCredentials<Mode extends CredentialsMode>(
    component: ComponentResource,
    named: NamedIn,
    args: KafkaCredentialsArgs & { readonly mode: Mode },
    dependencies: readonly Input<Resource>[],
): CreatedKafkaCredentials<Mode> {
    const { name } = named;
    const { mode, region, tags, clusterArn } = args;
    const source = inputArguments(args);
    const place = placeOf(component, region);

    const made = createCredentialSecrets(component, named, place, args);
    const main = made.secrets.get(mainPart(mode));
    const withKey = args.roleArn === undefined && (args.kmsKeyArn === undefined || made.secrets.size > 0);
    const [mainExisting, ...otherExisting] = existingParts(source).map(({ secretId }) => secretId);
    const foundMain = main === undefined ? findSecret(component, mainExisting!, { withKey, region }) : undefined;
    const others = main === undefined || mainExisting === undefined ? otherExisting : [mainExisting, ...otherExisting];
    const found = [
        ...(foundMain ? [foundMain] : []),
        ...(withKey ? others.map((secretId) => findSecret(component, secretId, { withKey, region })) : []),
    ];
    const secretArn = main?.secretArn ?? foundMain!.secretArn;

    const association =
        clusterArn === undefined
            ? undefined
            : new SingleScramSecretAssociation(
                  `${name}-association`,
                  { clusterArn, secretArn, region },
                  { parent: component, dependsOn: [...made.contents, ...dependencies] },
              );
    const role =
        args.roleArn === undefined
            ? createSecretRole(component, named, place, {
                  secretIds: [
                      ...[...made.secrets.keys()].map((part) => nameOfPart(mode, named, part)),
                      ...existingParts(source).map(({ secretId }) => secretId),
                  ],
                  keyArn: made.kmsKeyArn ?? args.kmsKeyArn,
                  foundKeyArns: found.map(({ kmsKeyArn }) => kmsKeyArn),
                  tags,
              })
            : undefined;

    const ready = [...made.contents, ...(association ? [association] : []), ...(role?.policies ?? [])];
    const authentication = credentialAuthentication(source, {
        nameOf: (part) => made.secrets.get(part)!.secretName,
        roleArn: role?.roleArn ?? args.roleArn!,
        after: (text) => afterAll(text, [...ready, ...dependencies]),
    }) as unknown as KafkaAuthentication;
    return {
        authentication: authentication as Extract<KafkaAuthentication, { mode: Mode }>,
        clientProperties: clientPropertiesOf(authentication),
        secretName: output(main?.secretName),
        secretNames: all([...made.secrets.values()].map(({ secretName }) => secretName)),
        secretArn,
        kmsKeyArn: output(made.kmsKeyArn ?? args.kmsKeyArn ?? foundMain?.kmsKeyArn),
        username: output(made.username),
        roleArn: output(role?.roleArn ?? args.roleArn!),
        roleName: output(role?.roleName),
        ready,
    };
}

function clientPropertiesOf(authentication: KafkaAuthentication): Output<Record<string, string>> {
    const written = authenticationProperties(inputArguments({ authentication }));
    return all(Object.fromEntries(written.map(({ property, value }) => [property, value]))) as Output<
        Record<string, string>
    >;
}
