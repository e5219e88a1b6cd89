import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { undetermined, violation } from "../core/verdict";
import { placeholdersIn } from "../data/placeholders";
import { AUTHORITY_ARN, CERTIFICATES, provisioned } from "../examples/provisioned";
import { stackOf } from "../examples/rules";
import { AUTHORITIES, Cluster } from "../facts/cluster";
import type { ResourceFacts } from "../facts/stack";
import { MSK_MUTUAL_TLS } from "./pages";

export const clusterCertificateAuthorityShared = defineConstraint({
    id: "cluster-certificate-authority-shared",
    subject: "cluster",
    joins: true,
    requirements: ["MSK-AUTH-22"],
    level: "advisory",
    severity: "medium",
    what: "Each cluster trusts an authority of its own.",
    why: "Whoever has a certificate for one cluster can log in to the other as well.",
    fix: "Make one authority of AWS Private CA for each cluster.",
    source: MSK_MUTUAL_TLS,
    check: (cluster) => {
        const clusters = cluster.stack.ofKind("cluster");
        const own = cluster.list(...AUTHORITIES);
        if (isUnknown(own) || own.length === 0 || clusters.length < 2) return undefined;
        // Of two clusters the later one is told of it.
        const before = clusters.slice(0, clusters.indexOf(cluster.resource));
        const others = before.map((other) => new Cluster(cluster.stack, other));
        for (const [index, authority] of own.entries()) {
            const sharing = others.find((other) => trusts(other, authority));
            if (sharing !== undefined) return violation([...AUTHORITIES, index], `${sharing.name} trusts it, too`);
        }
        const mayShare = others.some((other) => hangsOnSame(cluster.resource, other.resource));
        return mayShare && own.some(isUnknown) ? undetermined([...AUTHORITIES]) : undefined;
    },
    examples: {
        valid: [
            { title: "an authority for each", stack: stackOf(provisioned(CERTIFICATES), second("0a1b2c3d-4e5f")) },
            { title: "one cluster", stack: stackOf(provisioned(CERTIFICATES)) },
            {
                title: "authorities that are not known yet",
                stack: stackOf(
                    // Whatever resource it is, an Output of it is in both.
                    { kind: "role", id: "authority", name: "authority", values: {} },
                    provisioned(unknownAuthority(), { references: { clientAuthentication: ["authority"] } }),
                    provisioned(unknownAuthority(), {
                        id: "other",
                        references: { clientAuthentication: ["authority"] },
                    }),
                ),
            },
        ],
        invalid: [{ title: "one authority for two", stack: stackOf(provisioned(CERTIFICATES), second()) }],
    },
});

function trusts(other: Cluster, authority: unknown): boolean {
    if (typeof authority !== "string" || placeholdersIn(authority).length > 0) return false;
    const list = other.list(...AUTHORITIES);
    return !isUnknown(list) && list.includes(authority);
}

/** An Output carries the edges of all that it was made of, so that a common edge is a hint and no proof. */
function hangsOnSame(one: ResourceFacts, other: ResourceFacts): boolean {
    const edges = one.references?.clientAuthentication ?? [];
    return (other.references?.clientAuthentication ?? []).some((id) => edges.includes(id));
}

function unknownAuthority() {
    return { clientAuthentication: { tls: { certificateAuthorityArns: [UNKNOWN] } } };
}

function second(id?: string): ResourceFacts {
    const arn = id === undefined ? AUTHORITY_ARN : AUTHORITY_ARN.replace(/[^/]+$/, id);
    const tls = { certificateAuthorityArns: [arn] };
    return provisioned({ clusterName: "lab", clientAuthentication: { tls } }, { id: "lab", name: "lab" });
}
