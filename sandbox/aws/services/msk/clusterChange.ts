import { amount, part, text } from "../../../provider/value";
import { Refusal } from "../../refusal";
import type { Attempt } from "../../table";
import { first } from "../common";

/**
 * Whether the provider makes a new cluster for another version: only for plain versions, since it cannot compare those
 * that end in `.x` or `.kraft`, and leaves them to the service.
 */
export function isLoweredVersion(before: string, after: string): boolean {
    return [before, after].every((version) => /^\d+(\.\d+)*$/.test(version)) && isLower(after, before);
}

/** What Amazon MSK does not change in a cluster that is there. */
export function changeProblem({ moment, inputs, olds }: Attempt): Refusal | undefined {
    if (moment !== "update") {
        return undefined;
    }
    const [before, after] = [part(olds, "brokerNodeGroupInfo"), part(inputs, "brokerNodeGroupInfo")];
    const types = [text(before, "instanceType") ?? "", text(after, "instanceType") ?? ""];
    const versions = [text(olds, "kafkaVersion") ?? "", text(inputs, "kafkaVersion") ?? ""] as const;
    return first(
        () =>
            (amount(inputs, "numberOfBrokerNodes") ?? 0) < (amount(olds, "numberOfBrokerNodes") ?? 0)
                ? bad("The number of broker nodes cannot be reduced this way.")
                : undefined,
        () =>
            new Set(types.map((type) => type.startsWith("express."))).size > 1
                ? bad(`The broker type cannot be changed from [${types[0]}] to [${types[1]}].`)
                : undefined,
        () =>
            volume(after) < volume(before)
                ? bad("The specified storage volume size must be larger than the current one.")
                : undefined,
        () =>
            isLower(versions[1], versions[0]) || isKraft(versions[0]) !== isKraft(versions[1])
                ? bad(`Unsupported update from KafkaVersion [${versions[0]}] to [${versions[1]}].`)
                : undefined,
    );
}

function volume(nodes: ReturnType<typeof part>): number {
    return amount(part(part(nodes, "storageInfo"), "ebsStorageInfo"), "volumeSize") ?? 0;
}

/** By the numbers in front; an `x` stands for the newest there is. */
function isLower(one: string, other: string): boolean {
    const [left, right] = [numbersOf(one), numbersOf(other)];
    for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
        const difference = (left[index] ?? 0) - (right[index] ?? 0);
        if (difference !== 0 && !Number.isNaN(difference)) {
            return difference < 0;
        }
    }
    return false;
}

function numbersOf(version: string): readonly number[] {
    return version
        .split(".")
        .filter((piece) => /^(\d+|x)$/.test(piece))
        .map((piece) => (piece === "x" ? Number.POSITIVE_INFINITY : Number(piece)));
}

function isKraft(version: string): boolean {
    return version.endsWith(".kraft");
}

function bad(reason: string): Refusal {
    return new Refusal("BadRequestException", reason);
}
