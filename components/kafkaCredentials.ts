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
import { type NamedIn, secretNameOf } from "../constraints/components/names";
import type { KafkaAuthentication } from "./authentication";
import { afterAll, dependenciesOf } from "./dependencies";
import { findSecret } from "./existingSecret";
import { gate } from "./gate";
import { hasType } from "./hasType";
import { inputArguments } from "./inputs";
import type { CredentialsMode, KafkaCredentialsArgs } from "./kafkaCredentialsArgs";
import { placeOf } from "./place";
import { createScramSecret } from "./scramSecret";
import { isPublicOfCredentials, markSecrets } from "./secretLeaves";
import { createSecretRole } from "./secretRole";

/** What a `KafkaCredentials` gives. */
export interface KafkaCredentialsOutputs<Mode extends CredentialsMode = CredentialsMode> {
    readonly authentication: Extract<KafkaAuthentication, { mode: Mode }>;
    readonly clientProperties: Output<Record<string, string>>;
    readonly secretName: Output<string | undefined>;
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
 * How AWS IoT logs in to Kafka: the secret with its key, the association that makes Amazon MSK know the user, and the
 * role that reads exactly this secret. `authentication` goes straight into a `KafkaTopicRule`.
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
    /** Name of the secret that was made; undefined when one was given. */
    readonly secretName: Output<string | undefined>;
    /** ARN of the secret. */
    readonly secretArn: Output<string>;
    /** ARN of the key that encrypts it, made, given or found; undefined when nobody needed to know. */
    readonly kmsKeyArn: Output<string | undefined>;
    /** The user that was made, as in `User:<username>` of an ACL; undefined when a secret was given. */
    readonly username: Output<string | undefined>;
    /** ARN of the role that reads the secret. */
    readonly roleArn: Output<string>;
    /** Name of the role that was made; undefined when one was given. */
    readonly roleName: Output<string | undefined>;

    /** @throws ResourceError naming every argument that breaks what AWS documents */
    constructor(name: string, args: KafkaCredentialsArgs & { readonly mode: Mode }, opts?: ComponentResourceOptions) {
        super(KAFKA_CREDENTIALS, name, markSecrets(args ?? {}, isPublicOfCredentials), opts);
        const { ready: _, ...outputs } = createKafkaCredentials<Mode>(this, name, args, dependenciesOf(opts));
        this.authentication = outputs.authentication;
        this.clientProperties = outputs.clientProperties;
        this.secretName = outputs.secretName;
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
        given,
    );
    return makeKafkaCredentials(component, named, args, dependencies);
}

/** The same with arguments that somebody has checked. */
export function makeKafkaCredentials<Mode extends CredentialsMode>(
    component: ComponentResource,
    named: NamedIn,
    args: KafkaCredentialsArgs & { readonly mode: Mode },
    dependencies: readonly Input<Resource>[],
): CreatedKafkaCredentials<Mode> {
    const { name } = named;
    const { region, tags, clusterArn, recoveryWindowInDays } = args;
    const { username, password, existingSecretId: exists } = args.user ?? {};
    const place = placeOf(component, region);

    const made =
        exists === undefined
            ? createScramSecret(component, named, place, {
                  username,
                  password,
                  kmsKeyArn: args.kmsKeyArn,
                  recoveryWindowInDays,
                  region,
                  tags,
              })
            : undefined;
    const withKey = args.roleArn === undefined && args.kmsKeyArn === undefined;
    const found = exists === undefined ? undefined : findSecret(component, exists, { withKey, region });
    const secretArn = made?.secretArn ?? found!.secretArn;

    const association =
        clusterArn === undefined
            ? undefined
            : new SingleScramSecretAssociation(
                  `${name}-association`,
                  { clusterArn, secretArn, region },
                  { parent: component, dependsOn: [...(made?.contents ?? []), ...dependencies] },
              );
    const role =
        args.roleArn === undefined
            ? createSecretRole(component, named, place, {
                  secretIds: [exists ?? secretNameOf(named)],
                  keyArn: made?.kmsKeyArn ?? args.kmsKeyArn,
                  foundKeyArn: found?.kmsKeyArn,
                  tags,
              })
            : undefined;

    const ready = [...(made?.contents ?? []), ...(association ? [association] : []), ...(role?.policies ?? [])];
    const after = (text: Input<string>) => afterAll(text, [...ready, ...dependencies]);
    const secret = { secretId: after(exists ?? made!.secretName), roleArn: after(role?.roleArn ?? args.roleArn!) };
    const authentication = {
        mode: args.mode,
        username: { ...secret, key: "username" },
        password: { ...secret, key: "password" },
    };
    return {
        authentication: authentication as KafkaAuthentication as Extract<KafkaAuthentication, { mode: Mode }>,
        clientProperties: clientPropertiesOf(authentication),
        secretName: output(made?.secretName),
        secretArn,
        kmsKeyArn: output(made?.kmsKeyArn ?? args.kmsKeyArn ?? found?.kmsKeyArn),
        username: output(made?.username),
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
