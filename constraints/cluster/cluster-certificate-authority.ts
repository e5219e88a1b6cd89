import { defineConstraint } from "../core/constraint";
import { isUnknown, UNKNOWN } from "../core/known";
import { show } from "../core/show";
import { undetermined, type Verdict, violation } from "../core/verdict";
import { AUTHORITY_ARN, CERTIFICATES, withCluster } from "../examples/provisioned";
import { parseArn } from "../facts/arn";
import { AUTHORITIES } from "../facts/cluster";
import { MSK_MUTUAL_TLS } from "./pages";

export const clusterCertificateAuthority = defineConstraint({
    id: "cluster-certificate-authority",
    subject: "cluster",
    requirements: ["MSK-AUTH-19"],
    level: "mandatory",
    severity: "high",
    what: "The authorities for mutual TLS are ARNs of authorities of AWS Private CA.",
    why: "Amazon MSK refuses every other ARN, also that of a certificate.",
    fix: "Name the authority that issues the clients' certificates: arn:aws:acm-pca:REGION:ACCOUNT:certificate-authority/ID.",
    source: MSK_MUTUAL_TLS,
    check: (cluster) => {
        const authorities = cluster.list(...AUTHORITIES);
        if (isUnknown(authorities)) return undetermined(cluster.pathOf(...AUTHORITIES));
        return authorities.flatMap((authority, index): Verdict[] => {
            const path = [...AUTHORITIES, index];
            if (isUnknown(authority)) return [undetermined(path)];
            const problem = problemOf(authority);
            return problem === undefined ? [] : [violation(path, problem)];
        });
    },
    examples: {
        valid: [
            { title: "an authority of AWS Private CA", stack: withCluster(CERTIFICATES) },
            {
                title: "an authority in China, and one that is not known yet",
                stack: trusting(AUTHORITY_ARN.replace("arn:aws:", "arn:aws-cn:"), UNKNOWN),
            },
            { title: "no mutual TLS", stack: withCluster() },
        ],
        invalid: [
            {
                title: "a certificate",
                stack: trusting("arn:aws:acm:us-east-1:209876543210:certificate/7b1f3c52-6c3e-4a2b-9d0e-1f2a3b4c5d6e"),
            },
            { title: "the id of an authority", stack: trusting("7b1f3c52-6c3e-4a2b-9d0e-1f2a3b4c5d6e") },
            { title: "a certificate of the authority", stack: trusting(`${AUTHORITY_ARN}/certificate/0a1b2c3d`) },
        ],
    },
});

function problemOf(authority: unknown): string | undefined {
    const arn = typeof authority === "string" ? parseArn(authority) : undefined;
    if (arn === undefined) return `${show(authority)} is no ARN`;
    if (arn.service === "acm") return `${show(authority)} is a certificate of ACM, not an authority`;
    if (arn.service !== "acm-pca") return `${show(authority)} is no ARN of AWS Private CA`;
    const [kind, id = "", ...more] = arn.resource.split("/");
    if (kind === "certificate-authority" && more[0] === "certificate")
        return `${show(authority)} is a certificate that the authority issued`;
    const isAuthority = kind === "certificate-authority" && /^[0-9a-f-]+$/.test(id) && more.length === 0;
    return isAuthority && /^\d{11,12}$/.test(arn.account) && arn.region !== ""
        ? undefined
        : `${show(authority)} is no ARN of an authority`;
}

function trusting(...certificateAuthorityArns: unknown[]) {
    return withCluster({ clientAuthentication: { tls: { certificateAuthorityArns } } });
}
