import { show } from "../core/show";
import { checkResourceId } from "../destination/resourceId";
import { parseBrokers } from "../facts/brokers";
import { decodeBase64 } from "../secret/binary";

/** What is wrong with a text that no constraint looks at, since it is no input of the rule or the destination. */
export type TextCheck = (text: string) => { readonly found: string; readonly fix: string } | undefined;

/** The brokers' ports that the Kafka action can reach (KAFKA-BOOT-03). */
export const LOWEST_PORT = 9000;
export const HIGHEST_PORT = 9100;

export const checkSecurityGroupId: TextCheck = (text) => {
    const verdict = checkResourceId(text, [], "sg");
    if (verdict?.kind !== "violation") return undefined;
    return { found: lowerFirst(verdict.found), fix: "Give the `id` output of the security group itself." };
};

const OCTET = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
const CIDR_BLOCK = new RegExp(`^${OCTET}(?:\\.${OCTET}){3}/(?:3[0-2]|[12]?\\d)$`);

export const checkCidrBlock: TextCheck = (text) => {
    if (CIDR_BLOCK.test(text)) return undefined;
    return { found: `it is ${show(text)}, not an IPv4 block`, fix: "Give a block such as 10.0.0.0/16." };
};

const ADDRESS = new RegExp(`^${OCTET}(?:\\.${OCTET}){3}$`);

export const checkAddress: TextCheck = (text) => {
    if (ADDRESS.test(text)) return undefined;
    return { found: `it is ${show(text)}, not an IPv4 address`, fix: "Give an address such as 10.0.0.10." };
};

export const checkBrokerList: TextCheck = (text) => {
    for (const { index, host, port, problem } of parseBrokers(text)) {
        const isReached = port === undefined || (port >= LOWEST_PORT && port <= HIGHEST_PORT);
        const found = problem ?? (isReached ? undefined : `has the port ${port}, which AWS IoT does not reach`);
        if (found === undefined) continue;
        const isPublic = problem === undefined && /\.kafka\.[\w-]+\.amazonaws\.com(?:\.cn)?\.?$/i.test(host ?? "");
        return {
            found: `entry ${index + 1} ${found}`,
            fix: isPublic
                ? "Amazon MSK has its public listeners on such ports: give those inside the VPC, on 9096 or 9094."
                : `Give host:port,host:port with ports from ${LOWEST_PORT} to ${HIGHEST_PORT}.`,
        };
    }
    return undefined;
};

/** A file in base64, as the provider puts it into a secret (SEC-BIN-01, SEC-SIZE-01). Nothing of it is shown. */
export const checkFile: TextCheck = (text) => {
    const bytes = decodeBase64(text);
    if (bytes !== undefined && bytes.length > 0 && bytes.length <= SECRET_LIMIT) return undefined;
    const found =
        bytes === undefined
            ? "it is not the base64 text of a file"
            : `it stands for ${bytes.length} bytes, and a secret holds 1 to ${SECRET_LIMIT}`;
    return { found, fix: 'Give the whole file, encoded once: readFileSync("file", "base64").' };
};

/** The most bytes that a secret holds. */
const SECRET_LIMIT = 65_536;

function lowerFirst(text: string): string {
    return text.charAt(0).toLowerCase() + text.slice(1);
}
