import assert from "node:assert/strict";
import { CATALOGUE, Judge, UNKNOWN } from "../../../constraints";
import { AUTHORITY_ARN, withCluster } from "../../../constraints/examples/provisioned";

const judge = new Judge(CATALOGUE.filter(({ id }) => id === "cluster-authentication"));
const SPEECHES = ["TLS", "TLS_PLAINTEXT", "PLAINTEXT"] as const;
const SWITCHES = [true, false, undefined] as const;

interface Case {
    readonly clientBroker: string;
    readonly inCluster: boolean | undefined;
    readonly scram: boolean;
    readonly iam: boolean;
    readonly tls: boolean;
    readonly unauthenticated: boolean | undefined;
}

/** Every combination of encryption and logins. */
function cases(): Case[] {
    const found: Case[] = [];
    for (const clientBroker of SPEECHES)
        for (const inCluster of SWITCHES)
            for (const unauthenticated of SWITCHES)
                for (const scram of [true, false])
                    for (const iam of [true, false])
                        for (const tls of [true, false])
                            found.push({ clientBroker, inCluster, scram, iam, tls, unauthenticated });
    return found;
}

/** The rows that a combination breaks, read from the requirements one by one. */
function broken({ clientBroker, inCluster, scram, iam, tls, unauthenticated }: Case): string[] {
    const any = scram || iam || tls;
    const isOpen = clientBroker === "TLS" || (clientBroker === "TLS_PLAINTEXT" && unauthenticated === true);
    return [
        ...(scram && !isOpen ? ["MSK-AUTH-02"] : []),
        ...(iam && !isOpen ? ["MSK-AUTH-03"] : []),
        ...(tls && !isOpen ? ["MSK-AUTH-04"] : []),
        ...(any && clientBroker === "PLAINTEXT" ? ["MSK-AUTH-05"] : []),
        ...(any && clientBroker === "TLS_PLAINTEXT" && unauthenticated !== true ? ["MSK-AUTH-06"] : []),
        ...(any && inCluster === false ? ["MSK-AUTH-07"] : []),
        ...(!any && unauthenticated === false ? ["MSK-AUTH-08"] : []),
    ];
}

function judged(one: Case, hidden: Readonly<Record<string, unknown>> = {}) {
    const { clientBroker, inCluster, scram, iam, tls, unauthenticated } = one;
    const authentication = {
        sasl: { scram, iam },
        ...(tls ? { tls: { certificateAuthorityArns: [AUTHORITY_ARN] } } : {}),
        ...(unauthenticated === undefined ? {} : { unauthenticated }),
    };
    return judge.judge(
        withCluster({
            clientAuthentication: authentication,
            "encryptionInfo.encryptionInTransit.clientBroker": clientBroker,
            "encryptionInfo.encryptionInTransit.inCluster": inCluster,
            ...hidden,
        }),
    );
}

function rows(one: Case, hidden: Readonly<Record<string, unknown>> = {}): string[] {
    return judged(one, hidden)
        .findings.flatMap(({ requirements }) => requirements)
        .sort();
}

describe("logins and encryption of a cluster", () => {
    it("are judged in every combination as the requirements say", () => {
        assert.equal(cases().length, 216);
        for (const one of cases()) assert.deepEqual(rows(one), broken(one), JSON.stringify(one));
    });

    for (const [name, path] of [
        ["unauthenticated", "clientAuthentication.unauthenticated"],
        ["clientBroker", "encryptionInfo.encryptionInTransit.clientBroker"],
        ["inCluster", "encryptionInfo.encryptionInTransit.inCluster"],
        ["scram", "clientAuthentication.sasl.scram"],
        ["iam", "clientAuthentication.sasl.iam"],
    ] as const) {
        it(`are found with ${name} unknown only where every value of it is refused`, () => {
            for (const one of cases()) {
                const found = judged(one, { [path]: UNKNOWN });
                const values =
                    name === "clientBroker" ? SPEECHES : name === "scram" || name === "iam" ? [true, false] : SWITCHES;
                const outcomes = values.map((value) => broken({ ...one, [name]: value } as Case));
                const possible = new Set(outcomes.flat());
                for (const { requirements } of found.findings)
                    for (const row of requirements) assert.ok(possible.has(row), `${row} ${JSON.stringify(one)}`);
                if (found.findings.length > 0) assert.ok(outcomes.every((outcome) => outcome.length > 0));
                if (found.findings.length + found.undetermined.length === 0) assert.equal(possible.size, 0);
            }
        });
    }
});
