import { type Known, UNKNOWN } from "../core/known";
import type { ResourceFacts, StackFacts } from "../facts/stack";
import { association, CLUSTER_ARN, cluster } from "./clusters";
import { given } from "./given";
import { stackOf } from "./rules";
import { KEY_ARN, secret, secretVersion } from "./secrets";

export { KEY_ARN };

/** The value of a SASL/SCRAM user, which is nobody's. */
export const SCRAM_VALUE = JSON.stringify({ username: "plant", password: "not-a-real-one" });

/** What one changes of a correct SASL/SCRAM user; `undefined` in a value removes a member. */
export interface ScramChanges {
    readonly secret?: Record<string, unknown>;
    readonly version?: Record<string, unknown>;
    readonly association?: Partial<ResourceFacts>;
    readonly cluster?: Record<string, unknown>;
    /** Region of the secret. */
    readonly region?: Known<string>;
    readonly more?: readonly ResourceFacts[];
}

/** A cluster, and a secret with its version that an association gives it: nothing is made yet. */
export function scramUser(changes: ScramChanges = {}): StackFacts {
    const { region, more = [] } = changes;
    const made = secret("AmazonMSK_plant", "secret", changes.secret);
    const version = secretVersion(given({ secretString: SCRAM_VALUE, ...changes.version }));
    return stackOf(
        cluster(changes.cluster),
        { ...made, values: given({ ...made.values }), ...(region === undefined ? {} : { region }) },
        version,
        ...more,
        linked(changes.association),
    );
}

/** The association of that secret with that cluster. */
export function linked(changes: Partial<ResourceFacts> = {}): ResourceFacts {
    return association(
        { clusterArn: CLUSTER_ARN, secretArn: UNKNOWN },
        {
            references: { secretArn: ["secret"], clusterArn: ["cluster"] },
            dependencies: ["cluster", "secret", "version"],
            ...changes,
        },
    );
}

/** An association that owns the whole list of that cluster. */
export function listed(secretArnLists: unknown, changes: Partial<ResourceFacts> = {}): ResourceFacts {
    return {
        kind: "scramSecretAssociation",
        id: "list",
        name: "list",
        values: { clusterArn: CLUSTER_ARN, secretArnLists },
        ...changes,
    };
}
