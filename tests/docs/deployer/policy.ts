import { RIGHTS_OF_NETWORK } from "./networkRights";
import { RIGHTS_OF_FUNCTIONS, RIGHTS_OF_RESOURCES, type Right } from "./rights";

export interface PolicyStatement {
    readonly Effect: "Allow";
    readonly Action: readonly string[];
    readonly Resource: readonly string[] | string;
    readonly Condition?: Right["condition"];
}

export interface PolicyDocument {
    readonly Version: "2012-10-17";
    readonly Statement: readonly PolicyStatement[];
}

/** What deploys rules, destinations, credentials and alarms. */
export const deployerPolicy = (): PolicyDocument => policyOf({ ...RIGHTS_OF_RESOURCES, ...RIGHTS_OF_FUNCTIONS });

/** What deploys networks, security groups and clusters beside that. */
export const networkPolicy = (): PolicyDocument => policyOf(RIGHTS_OF_NETWORK);

/** One statement for each service and set of resources, in a stable order. */
function policyOf(table: Readonly<Record<string, readonly Right[]>>): PolicyDocument {
    const statements = new Map<string, { readonly right: Right; readonly actions: Set<string> }>();
    for (const right of Object.values(table).flat()) {
        const key = JSON.stringify([right.actions[0]!.split(":")[0], right.resources, right.condition]);
        const statement = statements.get(key) ?? { right, actions: new Set() };
        statements.set(key, statement);
        for (const action of right.actions) statement.actions.add(action);
    }
    return {
        Version: "2012-10-17",
        Statement: [...statements.values()]
            .map(
                ({ right, actions }): PolicyStatement => ({
                    Effect: "Allow",
                    Action: [...actions].sort(),
                    Resource: right.resources.length === 1 ? right.resources[0]! : right.resources,
                    ...(right.condition ? { Condition: right.condition } : {}),
                }),
            )
            .sort((one, other) => (one.Action[0]! < other.Action[0]! ? -1 : 1)),
    };
}

/** IAM takes this many characters in a managed policy, white space aside. */
export const LARGEST_POLICY = 6144;
