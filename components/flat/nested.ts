import { ResourceError } from "@pulumi/pulumi";
import { ARGUMENT_FORM } from "../../constraints/components/formProblems";
import { renderFinding } from "../../constraints/core/render";
import type { Source } from "../../constraints/core/source";
import { type Contradiction, reshape, type Shape } from "./shape";

/**
 * Flat arguments as the component takes them.
 *
 * @throws ResourceError naming all that say two things at once; everything else is checked by the component itself
 */
export function nested(name: string, args: object | undefined, shape: Shape, source: Source): object {
    const problems: Contradiction[] = [];
    const reshaped = reshape(args ?? {}, shape, [], problems) as object;
    if (problems.length === 0) return reshaped;
    const count = problems.length === 1 ? "a mistake" : `${problems.length} mistakes`;
    const findings = problems.map(({ path, found, fix }) =>
        renderFinding({
            constraint: ARGUMENT_FORM,
            requirements: [],
            level: "mandatory",
            severity: "high",
            resource: name,
            path,
            message: found,
            fix,
            url: source.url,
        }),
    );
    throw new ResourceError([`The arguments of ${name} have ${count}:`, ...findings].join("\n\n"), undefined, true);
}
